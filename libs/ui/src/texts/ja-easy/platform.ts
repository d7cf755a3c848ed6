import type { platform as ja } from '../ja/platform.js';

/** Refusals the platform itself gives, ja-easy. Each says what the person can do next. */
export const platform = {
  'refusal.platform.busy': 'いま {混|こ}んでいます。{少|すこ}し {待|ま}って、もう{一度|いちど} {試|ため}して ください。',
  'refusal.platform.unavailable':
    'いまは {使|つか}えません。しばらくしてから、もう{一度|いちど} {試|ため}して ください。{急|いそ}ぐ ときは {電話|でんわ}して ください。',
  'refusal.platform.not-found': 'この ページは {見|み}つかりません。{行事|ぎょうじ}の {一覧|いちらん}から さがして ください。',
  'refusal.platform.forbidden':
    'この ページは、{担当|たんとう}の {人|ひと}だけが {見|み}ることが できます。{担当|たんとう}の {人|ひと}は、{担当|たんとう}の {人|ひと}の {入口|いりぐち}から {入|はい}り{直|なお}して ください。',
  'refusal.platform.sign-in-needed': '{続|つづ}ける ためには、{先|さき}に {入口|いりぐち}から {入|はい}って ください。',
  'refusal.platform.invalid': '{直|なお}す ところが あります。{下|した}に {理由|りゆう}が あります。',
  'refusal.platform.precondition-needed':
    '{今|いま}の {内容|ないよう}を たしかめてから、{上書|うわが}きして ください。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して ください。',
  'refusal.platform.stale': 'ほかの {人|ひと}が {先|さき}に {直|なお}しました。{一番|いちばん} {新|あたら}しい {内容|ないよう}を {見|み}てから、もう{一度|いちど} {直|なお}して ください。',
  'refusal.platform.idempotency-mismatch':
    '{同|おな}じ {送信番号|そうしんばんごう}で、ちがう {内容|ないよう}が {来|き}ました。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して、もう{一度|いちど} {送|おく}って ください。',
  'refusal.platform.idempotency-running': '{先|さき}に {送|おく}った {内容|ないよう}を {処理|しょり}しています。{少|すこ}し {待|ま}ってから、{結果|けっか}を たしかめて ください。',
  'refusal.platform.idempotency-unknown': '{先|さき}に {送|おく}った {内容|ないよう}が {届|とど}いたか、わかりません。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して、たしかめて ください。',
  'refusal.platform.too-large': '{送|おく}る {内容|ないよう}が {大|おお}きすぎます。{文|ぶん}を {短|みじか}くするか、ファイルを {小|ちい}さくして ください。',
  'refusal.platform.form-token': 'この {画面|がめん}を もう{一度|いちど} {開|ひら}いて、もう{一度|いちど} {送|おく}って ください。',
  'refusal.platform.too-often': '{何度|なんど}も {続|つづ}いたので、{少|すこ}し {休|やす}みます。{{minutes}}{分|ふん}ぐらい {待|ま}って、もう{一度|いちど} {試|ため}して ください。{急|いそ}ぐ ときは {電話|でんわ}して ください。',
  'refusal.platform.origin': 'ほかの サイトから {送|おく}ることは できません。この {画面|がめん}を もう{一度|いちど} {開|ひら}いて、もう{一度|いちど} {送|おく}って ください。',
  'refusal.platform.internal': 'こちらの {問題|もんだい}で、うまく いきませんでした。しばらくしてから、もう{一度|いちど} {試|ため}して ください。',
  'refusal.session.ended':
    '{時間|じかん}が たったので、もう{一度|いちど} {入|はい}って ください。{書|か}いた {内容|ないよう}は、{入|はい}った あとに もう{一度|いちど} {送|おく}って ください。',
  'refusal.platform.media-type': 'この {形|かたち}の データは {受|う}け{取|と}ることが できません。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して、もう{一度|いちど} {送|おく}って ください。',
  'refusal.platform.too-many': '{何度|なんど}も {続|つづ}けて {来|き}ています。1{分|ぷん}ぐらい {待|ま}って、もう{一度|いちど} {試|ため}して ください。',
  'refusal.field.isEmail': 'メールアドレスの {形|かたち}を たしかめて ください。{例|れい}: name@example.jp',
  'refusal.field.isString': '{文字|もじ}で {書|か}いて ください。',
  'refusal.field.isInt': '{数字|すうじ}で {書|か}いて ください。',
  'refusal.field.isNumber': '{数字|すうじ}で {書|か}いて ください。',
  'refusal.field.isBoolean': '「はい」か 「いいえ」を えらんで ください。',
  'refusal.field.isIn': 'この {中|なか}から えらんで ください。',
  'refusal.field.isEnum': 'この {中|なか}から えらんで ください。',
  'refusal.field.isUuid': 'この {番号|ばんごう}は {見|み}つかりません。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して ください。',
  'refusal.field.isDate': '{日|ひ}にちを たしかめて ください。',
  'refusal.field.isDateString': '{日|ひ}にちを たしかめて ください。',
  'refusal.field.isIso8601': '{日|ひ}にちを たしかめて ください。',
  'refusal.field.isNotEmpty': '{書|か}いて ください。',
  'refusal.field.isDefined': '{書|か}いて ください。',
  'refusal.field.isLength': '{長|なが}さを たしかめて ください。',
  'refusal.field.minLength': 'もう{少|すこ}し {長|なが}く {書|か}いて ください。',
  'refusal.field.maxLength': '{長|なが}すぎます。{短|みじか}くして ください。',
  'refusal.field.min': '{数|かず}が {小|ちい}さすぎます。',
  'refusal.field.max': '{数|かず}が {大|おお}きすぎます。',
  'refusal.field.matches': '{形|かたち}を たしかめて ください。',
  'refusal.field.isArray': 'もう{一度|いちど} えらんで ください。',
  'refusal.field.arrayMinSize': '1つ{以上|いじょう} {書|か}いて ください。',
  'refusal.field.arrayMaxSize': '{数|かず}が {多|おお}すぎます。',
  'refusal.field.nestedValidation': '{内容|ないよう}を たしかめて ください。',
  'refusal.field.whitelistValidation': 'これは {受|う}け{取|と}ることが できません。',
  'refusal.field.unknownValue': '{内容|ないよう}を たしかめて ください。',
} as const satisfies Record<keyof typeof ja, string>;
