/** Texts about what a host writes to the people of an event, as letters and calls say it, ja. */
export const mailMessage = {
  'mail.event-message.subject': '{{title}}（{{event}}）',
  'mail.event-message.lead': '「{{event}}」を主催する{{host}}から、お知らせです。',
  'mail.event-message.japanese': 'お知らせの文は日本語です。',
  'mail.event-message.ask': 'このメールへの返信は届きません。わからないことは、上の問い合わせ先へ。',
  'print.calls.kind.event-message': '主催者からのお知らせ',
  'print.calls.kind.guardian-message': '保護者へのお知らせ',
  'notifications.call.event-message': '主催からのお知らせです。{{words}}',
  'notifications.call.guardian-message': '保護者の方への、主催からのお知らせです。{{words}}',
} as const;
