import type { mailHost as ja } from '../ja/mail-host.js';

/** Texts of letters to whoever leads an event about what is theirs to do, en. */
export const mailHost = {
  'mail.report-due.subject': 'Please send the report: {{title}} ({{date}})',
  'mail.report-due.after-1': 'Thank you for holding the event. Please tell the ward how many came and how it went, in the report.',
  'mail.report-due.after-7': 'A week has passed since the event, and its report has not been sent.',
  'mail.report-due.after-14': 'Two weeks have passed since the event, and its report has not been sent. If something is hard to write, call the ward office at the number below.',
  'mail.report-due.again': 'The report that was sent back has not been sent again.',
  'mail.report-due.how': 'Numbers that were counted at the reception are filled in already. Once the report is sent, this letter does not come again.',
  'mail.report-due.open': 'Write the report',
  'mail.report-returned.subject': 'Please send the report again: {{title}}',
  'mail.report-returned.lead': 'Thank you for the report. Something needs to be fixed, so it comes back to you. Please send it again when that is done.',
  'mail.publication-refused.subject': 'Not published as planned: {{title}}',
  'mail.publication-refused.lead': 'The time to publish it has come, but it was not published.',
  'mail.publication-refused.how': 'When that is done, publish it on the page of the event, or choose another time.',
  'mail.decision-asked.subject': 'Will it be held? {{title}} ({{date}})',
  'mail.decision-asked.lead': 'You decide on the weather by {{when}}.',
  'mail.decision-asked.heat': 'The heat that is forecast reaches the limit of this event (heat index {{limit}}).',
  'mail.decision-asked.warning': 'Now in force: {{alerts}}. Whatever was planned for rain or heat, please decide what becomes of the event.',
  'mail.decision-asked.warned': 'A grave warning was issued before this event. Whether it still stands cannot be known.',
  'mail.decision-asked.how': 'With the button below, hold it as planned, cancel or postpone it, or make it smaller.',
  'mail.decision-asked.how-said': 'People were told that it takes place as planned. To cancel or postpone it, use the button below.',
  'mail.decision-asked.open': 'Decide',
  'mail.decision-asked.unknown': 'some cannot be known',
  'mail.decision-asked.no-alerts': 'none',
  'mail.decision-asked.and': ', ',
} as const satisfies Record<keyof typeof ja, string>;
