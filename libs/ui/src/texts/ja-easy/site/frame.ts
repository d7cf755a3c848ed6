import type { siteFrame as ja } from '../../ja/site/frame.js';

/** Texts around every page of the Site. */
export const siteFrame = {
  'site.office-hours': '{平日|へいじつ}（{月曜日|げつようび}から {金曜日|きんようび}）の {午前|ごぜん}9{時|じ}から {午後|ごご}5{時|じ}30{分|ぷん}',
  'site.nav.sign-in': '{入口|いりぐち}（ログイン）',
  'site.back-to-events': '{行事|ぎょうじ}の {一覧|いちらん}へ',
  'site.back-to-found': 'さがした {一覧|いちらん}に もどる',
  'refusal.site.form-without-key': 'この {画面|がめん}は {古|ふる}くなりました。{前|まえ}の {画面|がめん}を もう{一度|いちど} {開|ひら}いて ください。そして もう{一度|いちど} {送|おく}って ください。',
  'refusal.site.choose': '1つ えらんで ください。',
  'refusal.site.heads': '{人数|にんずう}を えらんで ください。{1人|ひとり}から {{max}}{人|にん}までです。',
} as const satisfies Record<keyof typeof ja, string>;
