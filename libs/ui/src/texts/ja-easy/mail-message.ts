/** Texts about what a host writes to the people of an event, as letters and calls say it, ja-easy. */
export const mailMessage = {
  'mail.event-message.subject': '{{title}}（{{event}}）',
  'mail.event-message.lead': '「{{event}}」の お{知|し}らせです。{{host}}が {書|か}きました。',
  'mail.event-message.japanese': 'お{知|し}らせの {文|ぶん}は {日本語|にほんご}です。',
  'mail.event-message.ask': 'このメールに {返事|へんじ}は できません。わからない ことは、{上|うえ}の {電話|でんわ}で {聞|き}いて ください。',
  'print.calls.kind.event-message': '{主催|しゅさい}からの お{知|し}らせ',
  'print.calls.kind.guardian-message': '{保護者|ほごしゃ}への お{知|し}らせ',
  'notifications.call.event-message': '{主催|しゅさい}からの お{知|し}らせです。{{words}}',
  'notifications.call.guardian-message': '{保護者|ほごしゃ}への お{知|し}らせです。{{words}}',
} as const;
