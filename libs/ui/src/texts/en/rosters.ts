import type { rosters as ja } from '../ja/rosters.js';

/** Texts of `rosters`, en. Flat keys; `{{name}}` is a placeholder. */
export const rosters = {
  'rosters.ended.event-cancelled': 'because the event was cancelled',
  'rosters.ended.event-changed': 'Because the plan of the event changed',
  'rosters.ended.person-joined': 'because there were two shifts at the same time',
  'refusal.assignment.not-active': 'This shift is already cancelled.',
  'refusal.assignment.not-found': 'We cannot find this shift.',
  'refusal.shift.already-taken': 'You already have this shift. Please check “My plans”.',
  'refusal.shift.event-cancelled': 'This event was cancelled. Please have a look at other shifts.',
  'refusal.shift.full': 'This shift has all the helpers it needs. Please have a look at other shifts.',
  'refusal.shift.leaders-only': 'Only officers of the host can put someone else on a shift.',
  'refusal.shift.names-stay-with-host':
    'Only the organising group can see the names of helpers. If you need them, please ask that group.',
  'refusal.shift.not-found': 'We cannot find this shift.',
  'refusal.shift.not-yours-to-see': 'Only officers of the organising group can see the shifts of this event.',
  'refusal.shift.same-name': 'Someone of this name is on “{{duty}}” ({{hours}}). Please choose whether this is the same person.',
  'refusal.shift.overlaps':
    'You have another shift at the same time. Cancel that one first, then you can take this one.',
  'refusal.shift.started':
    'This shift has already started. For a change, please tell the desk on the day or the organising group.',
  'refusal.shift.they-have-it': 'This person already has this shift.',
  'refusal.shift.they-overlap': 'This person has another shift at the same time ({{hours}}).',
  'refusal.shift.they-overlap-on': 'This person is on “{{duty}}” at the same time ({{event}}, {{hours}}).',
  'refusal.shift.which-of-them': 'More than one person of this name helps here. Please write the phone number or e-mail as it was entered before.',
} as const satisfies Record<keyof typeof ja, string>;
