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
  'message.start.bring.title': '{持|も}って くる もの',
  'message.start.bring.text': 'この{日|ひ}に これを {持|も}って きて ください。\n・\n・\n\n{待|ま}って います。',
  'message.start.place.title': '{集|あつ}まる {場所|ばしょ}',
  'message.start.place.text': '{集|あつ}まる {場所|ばしょ}を お{知|し}らせします。\n{場所|ばしょ}：\n{時間|じかん}：\n\nわからない ときは {電話|でんわ}を して ください。',
  'message.start.thanks.title': 'ありがとう ございました',
  'message.start.thanks.text': '{来|き}て くれて ありがとう ございました。\nいい {日|ひ}に なりました。\n\nまた {来|き}て ください。',
} as const;
