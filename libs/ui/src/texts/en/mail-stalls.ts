import type { mailStalls as ja } from '../ja/mail-stalls.js';

/** Texts of letters about stalls, en. Flat keys; `{{name}}` is a placeholder. */
export const mailStalls = {
  'mail.stall-applied.subject': 'Stall: your application has arrived: {{title}}',
  'mail.stall-accepted.subject': 'Your stall is accepted: {{title}}',
  'mail.stall-declined.subject': 'About your stall: {{title}}',
  'mail.stall-placed.subject': 'Your stall has its plot: {{title}}',
  'mail.stall-called-off.subject': 'The event is off (for stalls): {{title}}',
  'mail.stall-moved.subject': 'Another day or place (for stalls): {{title}}',
  'mail.stall-applied.lead': 'Please wait for the answer of the host. You can change what you wrote on the page below.',
  'mail.stall-accepted.lead': 'You can have your stall. We look forward to the day.',
  'mail.stall-declined.lead': 'Thank you for applying. We are sorry that it is not possible this time.',
  'mail.stall-placed.lead': 'Your plot is settled. It replaces the one you may have heard of before.',
  'mail.stall-called-off.lead': 'We are sorry. This event does not take place.',
  'mail.stall-moved.lead': 'The day or the place of the event has changed; see below. If you cannot come, please withdraw on the page of your stall.',
  'mail.stall-asked.subject': 'Somebody would like a stall: {{title}}',
  'mail.stall-asked.lead': 'Somebody would like a stall at this event, and waits for your answer.',
  'mail.stall-asked.open': 'See the stalls',
  'mail.stall-left.subject': 'A stall does not come: {{title}}',
  'mail.stall-left.lead': 'An accepted stall has been withdrawn. Its plot is free.',
  'mail.stall.open': 'Open the page of your stall',
  'mail.stall.reply': 'From the host',
} as const satisfies Record<keyof typeof ja, string>;
