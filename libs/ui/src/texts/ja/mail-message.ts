/** Texts about what a host writes to the people of an event, as letters and calls say it, ja. */
export const mailMessage = {
  'mail.event-message.subject': '{{title}}（{{event}}）',
  'mail.event-message.lead': '「{{event}}」を主催する{{host}}から、お知らせです。',
  'mail.event-message.japanese': 'お知らせの文は日本語です。',
  'mail.event-message.ask': 'このメールへの返信は届きません。わからないことは、上の問い合わせ先へ。',
  'print.calls.kind.event-message': '主催からのお知らせ',
  'print.calls.kind.guardian-message': '保護者へのお知らせ',
  'notifications.call.event-message': '主催からのお知らせです。{{words}}',
  'notifications.call.guardian-message': '保護者の方への、主催からのお知らせです。{{words}}',
  'message.start.bring.title': '当日の持ち物のお願い',
  'message.start.bring.text': '当日は、次のものをお持ちください。\n・\n・\n\n動きやすい服でおいでください。お待ちしています。',
  'message.start.place.title': '集まる場所のご案内',
  'message.start.place.text': '当日の集まる場所をお知らせします。\n場所：\n時間：\n\n場所がわからないときは、問い合わせ先にお電話ください。',
  'message.start.thanks.title': 'ご参加ありがとうございました',
  'message.start.thanks.text': '先日は、おいでくださりありがとうございました。\nおかげさまで、よい一日になりました。\n\nまたお会いできるのを楽しみにしています。',
} as const;
