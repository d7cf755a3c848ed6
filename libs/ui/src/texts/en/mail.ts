import type { mail as ja } from '../ja/mail.js';

/** Texts of `mail`, en. Flat keys; `{{name}}` is a placeholder. Conclusion first, then what happens next (language.md §11). */
export const mail = {
  'mail.from': 'Yoriai ({{ward}})',
  'mail.greeting': 'Dear {{name}},',
  'mail.foot.automatic': 'This email is sent automatically for your application or to keep you informed.',
  'mail.foot.phone': 'Stuck? Give us a call. {{ward}} office {{phone}}',
  'mail.foot.product': 'Yoriai 寄合 ({{ward}})',
  'mail.foot.opt-out': 'If you do not want reminder emails, you can stop them here.',
  'mail.foot.not-you': 'If this was not you, just delete this email. Nothing will happen.',

  'mail.label.when': 'When',
  'mail.label.where': 'Where',
  'mail.label.access': 'How to get there',
  'mail.label.number': 'Application number',
  'mail.label.heads': 'People',
  'mail.label.frame': 'Applied for',
  'mail.label.bring': 'Bring',
  'mail.label.rain': 'If it rains',
  'mail.label.host': 'Organiser',
  'mail.label.contact': 'Contact',
  'mail.label.duty': 'Shift',
  'mail.label.duty-when': 'Time of the shift',
  'mail.label.duty-where': 'Meet at',
  'mail.label.duty-note': 'Please note',
  'mail.label.waiting': 'Place in line',
  'mail.label.reason': 'Reason',
  'mail.label.due': 'Please check by',
  'mail.label.comment': 'What the ward says',
  'mail.label.remark': 'The ward, on “{{field}}”',
  'mail.label.role': 'Role',
  'mail.label.term': 'Term',
  'mail.label.code': '6-digit number',
  'mail.place-with-address': '{{place}} ({{address}})',
  'mail.heads': '{{heads}}',
  'mail.waiting': 'Number {{position}}',
  'mail.term': 'From {{from}} to {{until}}',

  'mail.rain.go-ahead': 'Goes ahead in the rain.',
  'mail.rain.light-rain-only': 'Goes ahead in light rain. Cancelled in heavy rain.',
  'mail.rain.cancelled': 'Cancelled if it rains.',
  'mail.rain.postponed': 'Moved to another day if it rains.',
  'mail.rain.indoors': 'Indoors, so it goes ahead in the rain too.',
  'mail.rain.decided-at': 'We decide on {{at}}.',

  'mail.ticket': 'Open your ticket',
  'mail.event-page': 'Open the event page',
  'mail.my-page': 'See my plans',
  'mail.events-page': 'Find events near you',
  'mail.calendar-name': 'event.ics',
  'mail.calendar-hint': 'Open the attached “event.ics” to add it to your calendar.',

  'mail.application-confirmed.subject': 'You’re in: {{title}} ({{date}})',
  'mail.application-confirmed.lead': 'You’re in. On the day, show your ticket at the desk.',
  'mail.application-confirmed.cancel':
    'If you cannot come, cancel on your ticket page. Even the same morning is fine. Your seat goes to someone else.',
  'mail.application-waitlisted.subject': 'You are number {{position}} on the waiting list: {{title}} ({{date}})',
  'mail.application-waitlisted.lead':
    'The event is full, so you are number {{position}} on the waiting list. You do not have a place yet.',
  'mail.application-waitlisted.next': 'When a seat opens up, we tell people in order. Please wait until then.',
  'mail.application-waitlisted.cancel': 'If you want to stop waiting, you can cancel with “Open your ticket” above.',
  'mail.application-promoted.subject': 'A seat opened up, you can come: {{title}} ({{date}})',
  'mail.application-promoted.lead':
    'Thank you for waiting. A seat opened up, so you can come. There is nothing more to do. On the day, show your ticket at the desk.',
  'mail.application-cancelled.subject': 'Cancelled: {{title}} ({{date}})',
  'mail.application-cancelled.lead':
    'Your application is cancelled. Thank you for telling us. Your seat goes to someone else.',
  'mail.application-cancelled.by-host':
    'The organiser cancelled this application. If you have a question, please phone the contact below.',
  'mail.application-cancelled.next': 'You are welcome to apply again any time.',
  'mail.application-repeated.subject': 'Your ticket again: {{title}} ({{date}})',
  'mail.application-repeated.lead': 'Here is your ticket again. We have your application.',

  'mail.assignment-confirmed.subject': 'The shift is yours: {{duty}}, {{title}} ({{date}})',
  'mail.assignment-confirmed.lead': 'Thank you for lending a hand. The shift is yours.',
  'mail.assignment-confirmed.cancel':
    'If you cannot make it, please cancel early under “See my plans”. No reason needed.',
  'mail.assignment-cancelled.subject': 'Shift cancelled: {{duty}}, {{title}} ({{date}})',
  'mail.assignment-cancelled.lead': 'Your shift is cancelled. Thank you for telling us. See you another time.',
  'mail.assignment-cancelled.by-host': 'The organiser cancelled this shift. Thank you for offering to help.',

  'mail.reminder.today': 'Today',
  'mail.reminder.tomorrow': 'Tomorrow',
  'mail.reminder.in-days': 'Days to go: {{days}}',
  'mail.reminder.subject': '{{day}}: {{title}} ({{when}})',
  'mail.reminder.participant': '{{day}}: “{{title}}”. We look forward to seeing you.',
  'mail.reminder.volunteer': '{{day}}: your shift at “{{title}}”. Thank you for helping.',
  'mail.reminder.both': '{{day}}: “{{title}}”. You take part and you have a shift. Thank you for helping.',
  'mail.reminder.cannot-come': 'If you cannot come, please cancel early. Even the same morning is fine.',

  'mail.event-cancelled.subject': 'Cancelled: {{title}} ({{date}})',
  'mail.event-cancelled.lead': '“{{title}}” is cancelled. You were looking forward to it, and we are sorry.',
  'mail.event-cancelled.next':
    'There is nothing you need to do. We cancelled the applications and shifts for you.',
  'mail.event-cancelled.calendar': 'Open the attached “event.ics” to remove it from your calendar too.',
  'mail.event-changed.subject': 'Changed: {{title}} ({{date}})',
  'mail.event-changed.lead': '“{{title}}” has changed.',
  'mail.event-changed.application': 'Your application stays as it is.',
  'mail.event-changed.assignment': 'The times of your shifts below stay as they are.',
  'mail.event-changed.from-to': '{{was}} → {{is}}',
  'mail.event-changed.nothing': 'none',
  'mail.event-changed.cannot-come.participant': 'If it no longer suits you, cancel with “Open your ticket” above. You need not say why.',
  'mail.event-changed.cannot-come.volunteer': 'If it no longer suits you, cancel with “See my plans” above. You need not say why.',
  'mail.event-changed.cannot-come.both': 'If it no longer suits you, cancel with “Open your ticket” and “See my plans” above. You need not say why.',

  'mail.sign-in.subject': '{{code}} is your sign-in number',
  'mail.sign-in.lead':
    'Write the 6-digit number below on the screen you just used. On the same device you can also use the link below.',
  'mail.sign-in.expires': 'It works once, until {{at}}.',
  'mail.sign-in.link': 'Sign in',
  'mail.sign-in.never-tell':
    'Please never tell this number to anyone. No one from the ward office or the neighbourhood association will ask for it.',
  'mail.registration.lead':
    'Thank you for registering. Write the 6-digit number below on the screen you just used, and you are done.',
  'mail.no-account.subject': 'This address is not registered yet',
  'mail.no-account.lead':
    'Someone tried to sign in with this address, but it is not registered yet. If you want to start helping, please register below.',
  'mail.no-account.register': 'Register',
  'mail.no-account.participant': 'To take part in an event you do not need to register.',
  'mail.suspended.subject': 'You cannot sign in with this address now',
  'mail.suspended.lead':
    'The use of this address is stopped at the moment. If you have a question, please phone the ward office.',

  'mail.invitation.subject': 'Will you be {{title}}? (invitation from {{from}})',
  'mail.invitation.subject.ward': 'Will you be {{title}} of {{organisation}}? (invitation from {{from}})',
  'mail.invitation.lead':
    '{{from}} invites you to be {{title}} of {{organisation}}. Open the link below to accept.',
  'mail.invitation.ward': '{{ward}} office',
  'mail.invitation.link': 'Open the invitation',
  'mail.invitation.expires': 'This link works once, until {{at}}.',

  'mail.approval-requested.subject': 'Please check: {{title}} ({{organisation}})',
  'mail.approval-requested.lead': '{{organisation}} sent in an event. Please check it by {{due}}.',
  'mail.approval-requested.open': 'Open it for checking',
  'mail.event-returned.subject': 'Something to fix: {{title}}',
  'mail.event-returned.lead':
    'Thank you for sending it in. There is something to fix, so we are sending it back. Once it is fixed, please send it to the ward again.',
  'mail.event-approved.subject': 'Approved: {{title}}',
  'mail.event-approved.lead': 'Your event is approved. Publish it, and applications open.',
  'mail.event-rejected.subject': 'Not approved: {{title}}',
  'mail.event-rejected.lead':
    'Thank you for sending it in. We could not approve it this time. You can copy the contents and send in a new one.',
  'mail.change-requested.subject': 'Please review a change: {{title}} ({{organisation}})',
  'mail.change-requested.lead': '{{organisation}} has asked to change an approved event. Please decide by {{due}}. Until then the public page stays as it is.',
  'mail.change-returned.subject': 'Your change was sent back: {{title}}',
  'mail.change-returned.lead': 'Please correct something in your change. The public page stays as it is.',
  'mail.change-approved.subject': 'Your change was approved: {{title}}',
  'mail.change-approved.lead': 'Your change was approved. If the event is public, its page is updated and the people who applied are told.',
  'mail.change-rejected.subject': 'Your change was not approved: {{title}}',
  'mail.change-rejected.lead': 'Your change could not be approved. The event goes on as it was approved.',
  'mail.officer-open': 'Open the event',
} as const satisfies Record<keyof typeof ja, string>;
