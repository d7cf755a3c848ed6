import type { notifications as ja } from '../ja/notifications.js';

/** Texts of `notifications`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const notifications = {


  'notifications.call.application-confirmed': '{申|もう}し{込|こ}みを {受|う}け{付|つ}けました。{申込番号|もうしこみばんごう}を {伝|つた}えて ください。',
  'notifications.call.application-waitlisted': 'キャンセル{待|ま}ちで {受|う}け{付|つ}けました。{席|せき}が {空|あ}いたら、また {電話|でんわ}します。',
  'notifications.call.application-promoted': '{席|せき}が {空|あ}きました。{参加|さんか}できます。{来|き}て ください。',
  'notifications.call.application-offered': '{席|せき}が {空|あ}きました。{参加|さんか}するか {聞|き}いて ください。{返事|へんじ}は、「{連絡|れんらく}」の {画面|がめん}で {入|い}れます。',
  'notifications.call.application-drawn': '{抽選|ちゅうせん}の {結果|けっか}を {伝|つた}えて ください。',
  'notifications.call.kept-until': '{{count}}{人|にん}の {席|せき}を、{{until}}まで {取|と}って あります。',
  'notifications.call.application-expired': '{返事|へんじ}の {期限|きげん}が {過|す}ぎたので、{席|せき}を {取|と}って おくのは {終|お}わりました。この {申|もう}し{込|こ}みも {終|お}わりました。',
  'notifications.call.application-cancelled': '{申|もう}し{込|こ}みを {取|と}り{消|け}しました。',
  'notifications.call.application-repeated': 'もう {申|もう}し{込|こ}みが あります。{申込番号|もうしこみばんごう}を {伝|つた}えて ください。',
  'notifications.call.assignment-confirmed': '{当番|とうばん}が {決|き}まりました。{時間|じかん}と {集|あつ}まる {場所|ばしょ}を {伝|つた}えて ください。',
  'notifications.call.assignment-cancelled': '{当番|とうばん}は {取|と}り{消|け}しに なりました。',
  'notifications.call.reminder-d7': '{{when}}、{{where}}です。{待|ま}っています。',
  'notifications.call.reminder-d1': '{{when}}、{{where}}です。{待|ま}っています。',
  'notifications.call.reminder-day': '{{when}}、{{where}}です。{待|ま}っています。',
  'notifications.call.event-cancelled': '{中止|ちゅうし}に なりました。{{when}}に {来|こ}なくて だいじょうぶです。',
  'notifications.call.event-postponed': '{別|べつ}の {日|ひ}に なりました。{{when}}、{{where}}です。{来|く}ることが できるか {聞|き}いて ください。',
  'notifications.call.event-changed': '{内容|ないよう}が {変|か}わりました。{{when}}、{{where}}です。{来|く}ることが できない ときは {取|と}り{消|け}せます。',

  'notifications.opt-out.title': 'お{知|し}らせの メール',
  'notifications.opt-out.ask': '{行事|ぎょうじ}の {前|まえ}に お{知|し}らせの メールを {送|おく}っています。この メールを {止|と}めますか。',
  'notifications.opt-out.stays': '{申|もう}し{込|こ}みの {確認|かくにん}や、{中止|ちゅうし}の お{知|し}らせは、これからも {送|おく}ります。',
  'notifications.opt-out.stop': 'お{知|し}らせを {止|と}める',
  'notifications.opt-out.stopped': 'お{知|し}らせの メールを {止|と}めました。',
  'notifications.opt-out.restart': 'もう{一度|いちど} {受|う}け{取|と}る',
  'notifications.opt-out.restarted': 'お{知|し}らせの メールを、また {送|おく}ります。',
  'refusal.notifications.officers-only': '{送|おく}った メールの {一覧|いちらん}は、{見|み}る {人|ひと}が {決|き}まっています。{主催|しゅさい}の {役員|やくいん}と、{区|く}の {担当|たんとう}の {人|ひと}だけです。',
  'refusal.notifications.leaders-only': '{電話連絡票|でんわれんらくひょう}は、{主催|しゅさい}の {人|ひと}だけが {見|み}ることが できます。{主催|しゅさい}の {会長|かいちょう}に {頼|たの}んで ください。',
  'refusal.notifications.not-on-call-sheet': 'この {人|ひと}は、{今|いま} {電話|でんわ}する {人|ひと}の {中|なか}に いません。{表|ひょう}を もう{一度|いちど} {開|ひら}いて ください。',
  'refusal.notifications.link-unknown': 'この リンクは {使|つか}えません。メールの リンクを もう{一度|いちど} {開|ひら}いて ください。',
  'notifications.call.stall-applied': '{店|みせ}の {申|もう}し{込|こ}みが {届|とど}きました。',
  'notifications.call.stall-accepted': '{店|みせ}が {決|き}まりました。',
  'notifications.call.stall-declined': '{店|みせ}の {返事|へんじ}。',
  'notifications.call.stall-placed': '{店|みせ}の {場所|ばしょ}が {決|き}まりました。',
  'notifications.call.stall-called-off': '{行事|ぎょうじ}が {中止|ちゅうし}です。',
  'notifications.call.stall-moved': '{行事|ぎょうじ}の {日|ひ}や {場所|ばしょ}が {変|か}わりました。',
} as const satisfies Record<keyof typeof ja, string>;
