import type { notifications as ja } from '../ja/notifications.js';

/** Texts of `notifications`, en. Flat keys; `{{name}}` is a placeholder. */
export const notifications = {


  'notifications.call.application-confirmed': 'Their application is in. Please tell them the application number.',
  'notifications.call.application-waitlisted': 'They are on the waiting list. We phone again when a seat opens up.',
  'notifications.call.application-promoted': 'A seat opened up. They can come and are welcome.',
  'notifications.call.application-offered': 'A seat opened up. Ask whether they come, and enter the answer on the page of messages.',
  'notifications.call.application-drawn': 'Please tell them the result of the draw.',
  'notifications.call.application-answered': 'Please pass on the host’s answer: a place, the waiting list, or none this time.',
  'notifications.call.outcome.confirmed': 'Please say that they have a place, and tell them their number.',
  'notifications.call.outcome.guardian_pending': 'Please say that a place is kept until a guardian has said yes.',
  'notifications.call.outcome.waitlisted': 'Please say that they are on the waiting list; you call again when a place is free.',
  'notifications.call.outcome.declined': 'Please say that there is no place for them this time.',
  'notifications.call.kept-until': '{{count}} places are kept until {{until}}.',
  'notifications.call.application-expired': 'The time to answer is over, so the seat is no longer kept. Their application has ended.',
  'notifications.call.application-cancelled': 'Their application is cancelled.',
  'notifications.call.application-repeated': 'They have already applied. Please tell them the application number.',
  'notifications.call.assignment-confirmed':
    'The shift is settled. Please tell them the time and where to meet.',
  'notifications.call.assignment-cancelled': 'The shift was cancelled.',
  'notifications.call.reminder-d7': '{{when}}, {{where}}. We look forward to seeing them.',
  'notifications.call.reminder-d1': '{{when}}, {{where}}. We look forward to seeing them.',
  'notifications.call.reminder-day': '{{when}}, {{where}}. We look forward to seeing them.',
  'notifications.call.event-cancelled': 'The event is cancelled. {{why}}They do not need to come ({{when}}).',
  'notifications.call.because': 'Reason: {{reason}}. ',
  'notifications.call.event-postponed': 'It was postponed. The new day is {{when}}, {{where}}. Please ask whether they can still come.',
  'notifications.call.event-changed': 'The event has changed: {{when}}, {{where}}. You can cancel if you cannot come.',
  'notifications.call.consent-asked': 'Please ask a guardian for consent: {{when}}, {{where}}. You can write down what they say in the list “People coming”.',
  'notifications.call.consent-anew': 'Please ask a guardian for consent: {{when}}, {{where}}. You can write down what they say in the list “People coming”.',
  'notifications.call.consent-chased': 'Please ask a guardian for consent: {{when}}, {{where}}. You can write down what they say in the list “People coming”.',
  'notifications.call.consent-given': 'The receipt did not reach the guardian. Please tell them that we have their consent.',
  'notifications.call.guardian-changed': 'Please tell a guardian that the event has changed: {{when}}, {{where}}.',
  'notifications.call.guardian-postponed': 'Please tell a guardian that it is on another day: {{when}}, {{where}}.',
  'notifications.call.guardian-cancelled': 'Please tell a guardian that it has been cancelled.',
  'notifications.call.application-guardian-pending': 'The place is kept until a guardian consents.',

  'notifications.opt-out.title': 'Reminder emails',
  'notifications.opt-out.ask': 'Stop the reminder emails we send before an event?',
  'notifications.opt-out.stays': 'We will still confirm your applications and tell you about cancellations.',
  'notifications.opt-out.stop': 'Stop the reminders',
  'notifications.opt-out.stopped': 'The reminder emails are stopped.',
  'notifications.opt-out.restart': 'Get them again',
  'notifications.opt-out.restarted': 'You will get reminder emails again.',
  'refusal.notifications.officers-only':
    'Only officers of the organising group and ward staff can see the list of emails sent.',
  'refusal.notifications.leaders-only':
    'Only the organisers can see the call sheet. Please ask the chair of the organising group.',
  'refusal.notifications.not-on-call-sheet': 'This person is not on the call sheet now. Please open the sheet again.',
  'refusal.notifications.link-unknown': 'This link does not work. Please open the link in the email again.',
  'notifications.call.stall-applied': 'Stall: your application has arrived.',
  'notifications.call.stall-accepted': 'Your stall is accepted.',
  'notifications.call.stall-declined': 'About your stall.',
  'notifications.call.stall-placed': 'Your stall has its plot.',
  'notifications.call.stall-called-off': 'The event is off (for stalls).',
  'notifications.call.stall-moved': 'Another day or place of the event (for stalls).',
} as const satisfies Record<keyof typeof ja, string>;
