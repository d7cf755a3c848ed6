import type { attendance as ja } from '../ja/attendance.js';

/** Texts of `attendance`, en. Flat keys; `{{name}}` is a placeholder. */
export const attendance = {
  'refusal.attendance.assignment-cancelled':
    'This shift is cancelled. To check the person in all the same, press “Check in anyway”.',
  'app.day.board.hint': 'It shows no names: how many came, and which duties lack people.',
  'app.day.board': 'Open the board for a screen in the hall',
  'refusal.attendance.board-unknown': 'This link to a board is not known. Please open it again from the screen “Reception”.',
  'refusal.attendance.event-cancelled': 'This event was cancelled, so there is no check-in.',
  'refusal.attendance.nonce-reused':
    'The number of this check-in is used by another one. Please reload the page and press again.',
  'refusal.attendance.no-hours': 'You have no counted shifts in this fiscal year. Please look at “What you have done”.',
  'refusal.attendance.not-published': 'This event is not published yet, so nobody can be checked in.',
  'refusal.attendance.not-today': 'You can check people in on the day of the event ({{day}}), and 1 day before or after.',
  'refusal.attendance.not-yours': 'Only officers of the organising group can check people in at this event.',
  'refusal.attendance.nothing-to-undo': 'This person is not checked in yet, so there is nothing to undo.',
  'refusal.attendance.number-unknown': 'Nobody at this event has this number. Please check the 6 characters on your ticket or of your shift, or ask at the reception.',
  'refusal.attendance.other-event':
    'This ticket is for another event. To let the person in, count them as a walk-in.',
  'refusal.attendance.report-made':
    'The event report is in, so check-in is over. To correct a number, please ask the ward office.',
  'refusal.attendance.self-not-yet': 'You can check yourself in from the day of the event ({{day}}). Please scan the sheet again that day.',
  'refusal.attendance.self-over': 'Check-in for this event is over. If you came and did not check in, please tell the group that held it.',
  'refusal.attendance.review-not-found': 'This check is not there. Please load the page again.',
  'refusal.attendance.review-settled': 'Somebody has decided this already. Please load the page again.',
  'refusal.attendance.subject-needed': 'Whose check-in is it? Choose by ticket or by name.',
  'refusal.attendance.subject-not-found':
    'This person is not on the list of this event. You can count them as a walk-in.',
  'refusal.attendance.ticket-cancelled':
    'This application is cancelled. To check the person in all the same, press “Check in anyway”.',
  'refusal.attendance.ticket-unknown':
    'We cannot find this ticket. Search by name, or count the person as a walk-in.',
  'refusal.attendance.ticket-waitlisted':
    'This person is on the waiting list. To check them in all the same, press “Check in anyway”.',
  'refusal.attendance.too-few-walk-ins':
    'You cannot take away more walk-ins than there are. Please check the number.',
  'refusal.attendance.undone-since':
    'This check-in was undone afterwards. If the person is here, press “Check in anyway”.',
  'refusal.attendance.venue-unknown': 'We cannot find this check-in code. Please scan the sheet at the entrance again.',
} as const satisfies Record<keyof typeof ja, string>;
