/** Texts about what a host writes to the people of an event, as letters and calls say it, en. */
export const mailMessage = {
  'mail.event-message.subject': '{{title}} ({{event}})',
  'mail.event-message.lead': 'A message about “{{event}}” from its host, {{host}}.',
  'mail.event-message.japanese': 'The message is in Japanese only.',
  'mail.event-message.ask': 'Replies to this mail are not read. If you have a question, ask the contact above.',
  'print.calls.kind.event-message': 'Message from the host',
  'print.calls.kind.guardian-message': 'Message to guardians',
  'notifications.call.event-message': 'A message from the host: {{words}}',
  'notifications.call.guardian-message': 'A message from the host to a guardian: {{words}}',
  'message.start.bring.title': 'What to bring on the day',
  'message.start.bring.text': 'Please bring the following on the day:\n・\n・\n\nWear clothes you can move in. See you there.',
  'message.start.place.title': 'Where to meet',
  'message.start.place.text': 'Here is where we meet on the day.\nPlace:\nTime:\n\nIf you cannot find it, please call the contact.',
  'message.start.thanks.title': 'Thank you for coming',
  'message.start.thanks.text': 'Thank you for coming.\nBecause of you it was a good day.\n\nWe look forward to seeing you again.',
} as const;
