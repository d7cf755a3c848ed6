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
} as const;
