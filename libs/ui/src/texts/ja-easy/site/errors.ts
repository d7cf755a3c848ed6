import type { siteErrors as ja } from '../../ja/site/errors.js';

/** Pages that say no. */
export const siteErrors = {
  'site.error.400.title': 'うまく {受|う}け{取|と}ることが できませんでした',
  'site.error.403.title': '{担当|たんとう}の {人|ひと}だけの {画面|がめん}です',
  'site.error.404.title': 'その ページは ありません',
  'site.error.409.title': 'いまは できません',
  'site.error.410.title': 'この ページは {終|お}わりました',
  'site.error.422.title': '{書|か}いた ものを {直|なお}して ください',
  'site.error.429.title': '{少|すこ}し {待|ま}って ください',
  'site.error.500.title': 'こちらが うまく {動|うご}いていません',
  'site.error.503.title': 'いまは {使|つか}うことが できません',
  'site.error.saved': 'もう {申|もう}し{込|こ}んだ {行事|ぎょうじ}は そのままです。{安心|あんしん}して ください。',
  'site.error.kept': '{書|か}いたことは、この{画面|がめん}に {取|と}ってあります。{少|すこ}し {待|ま}ってから、もう{一度|いちど} {送|おく}って ください。{二回|にかい} {送|おく}っても、ひとつに なります。',
  'site.error.way.again': 'もう{一度|いちど} {送|おく}る',
  'site.error.way.events': '{行事|ぎょうじ}を さがす',
  'site.error.way.home': 'はじめの ページへ',
  'site.error.way.back': '{前|まえ}の {画面|がめん}に もどる',
  'site.error.phone': '{急|いそ}ぐ ときは {電話|でんわ}して ください。',
  'site.error.for-support': '{電話|でんわ}の ときは この {番号|ばんごう}を {言|い}って ください。',
  'site.error.code': '{内容|ないよう}の {記号|きごう}',
  'site.error.request': '{受付番号|うけつけばんごう}',
} as const satisfies Record<keyof typeof ja, string>;
