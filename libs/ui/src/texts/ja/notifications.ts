/** Texts of `notifications`, ja. Flat keys; `{{name}}` is a placeholder. */
export const notifications = {


  'notifications.call.application-confirmed': '申し込みを受け付けました。申込番号をお伝えください。',
  'notifications.call.application-waitlisted': 'キャンセル待ちでお受けしました。席が空いたら、またお電話します。',
  'notifications.call.application-promoted': '席が空きました。参加できますので、おいでください。',
  'notifications.call.application-offered': '席が空きました。参加するかどうかをうかがってください。お返事は、「連絡」の画面で入れます。',
  'notifications.call.application-drawn': '抽選の結果をお伝えください。',
  'notifications.call.kept-until': '{{count}}人分の席を、{{until}}まで取ってあります。',
  'notifications.call.application-expired': 'お返事の期限が過ぎたので、席の取り置きは終わりました。この申込も終わりました。',
  'notifications.call.application-cancelled': '申し込みを取り消しました。',
  'notifications.call.application-repeated': 'もう申し込まれています。申込番号をお伝えください。',
  'notifications.call.assignment-confirmed': '当番が決まりました。時間と集合場所をお伝えください。',
  'notifications.call.assignment-cancelled': '当番は取り消されました。',
  'notifications.call.reminder-d7': '{{when}}、{{where}}です。お待ちしています。',
  'notifications.call.reminder-d1': '{{when}}、{{where}}です。お待ちしています。',
  'notifications.call.reminder-day': '{{when}}、{{where}}です。お待ちしています。',
  'notifications.call.event-cancelled': '中止になりました。{{when}}においでいただかなくてだいじょうぶです。',
  'notifications.call.event-postponed': '延期になりました。新しい日は{{when}}、{{where}}です。まだ来られるか、うかがってください。',
  'notifications.call.event-changed': '内容が変わりました。{{when}}、{{where}}です。来られないときは取り消せます。',

  'notifications.opt-out.title': 'お知らせのメール',
  'notifications.opt-out.ask': '行事の前にお送りしているお知らせのメールを止めますか。',
  'notifications.opt-out.stays': '申し込みの確認や、中止のお知らせは、これからもお送りします。',
  'notifications.opt-out.stop': 'お知らせを止める',
  'notifications.opt-out.stopped': 'お知らせのメールを止めました。',
  'notifications.opt-out.restart': 'もう一度受け取る',
  'notifications.opt-out.restarted': 'お知らせのメールを、またお送りします。',
  'refusal.notifications.officers-only': '送ったメールの一覧は、主催の役員と区の担当だけが見られます。',
  'refusal.notifications.leaders-only': '電話連絡票は、主催の方だけが見られます。主催の会長にお願いしてください。',
  'refusal.notifications.not-on-call-sheet': 'この方は、いま電話する方の中にいません。表をもう一度開いてください。',
  'refusal.notifications.link-unknown': 'このリンクは使えません。メールのリンクを、もう一度開いてください。',
} as const;
