import type { IconName } from '../picture/icon-drawings.js';
import type { TextKey } from '../texts/translate.js';

/** Colour role of a state; never the only sign, a word and an icon go with it. */
export type Tone = 'good' | 'bad' | 'wait' | 'note' | 'info' | 'act' | 'warm' | 'solid-bad' | 'drill' | 'plain';

interface StatusLook {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly word: TextKey;
}

/** Every state the product shows, with its icon, colour role and word. */
export const statusLooks = {
  draft: { icon: 'sheet', tone: 'plain', word: 'ui.status.draft' },
  submitted: { icon: 'send', tone: 'info', word: 'ui.status.submitted' },
  returned: { icon: 'undo', tone: 'bad', word: 'ui.status.returned' },
  rejected: { icon: 'cross', tone: 'bad', word: 'ui.status.rejected' },
  withdrawn: { icon: 'undo', tone: 'plain', word: 'ui.status.withdrawn' },
  approved: { icon: 'tick', tone: 'good', word: 'ui.status.approved' },
  published: { icon: 'megaphone', tone: 'act', word: 'ui.status.published' },
  'change-draft': { icon: 'pencil', tone: 'plain', word: 'ui.status.change-draft' },
  'change-submitted': { icon: 'send', tone: 'info', word: 'ui.status.change-submitted' },
  'change-returned': { icon: 'undo', tone: 'bad', word: 'ui.status.change-returned' },
  'awaiting-report': { icon: 'clock', tone: 'note', word: 'ui.status.awaiting-report' },
  reported: { icon: 'send', tone: 'info', word: 'ui.status.reported' },
  closed: { icon: 'tick', tone: 'plain', word: 'ui.status.closed' },
  cancelled: { icon: 'slash', tone: 'solid-bad', word: 'ui.status.cancelled' },
  postponed: { icon: 'postpone', tone: 'note', word: 'ui.status.postponed' },
  drill: { icon: 'flag', tone: 'drill', word: 'ui.status.drill' },
  open: { icon: 'tick-circle', tone: 'good', word: 'ui.status.open' },
  'not-open': { icon: 'clock', tone: 'plain', word: 'ui.status.not-open' },
  'application-closed': { icon: 'clock', tone: 'plain', word: 'ui.status.application-closed' },
  'no-application': { icon: 'tick', tone: 'act', word: 'ui.status.no-application' },
  today: { icon: 'tick-circle', tone: 'good', word: 'ui.status.today' },
  ended: { icon: 'clock', tone: 'plain', word: 'ui.status.ended' },
  full: { icon: 'people', tone: 'wait', word: 'ui.status.full' },
  'guardian-pending': { icon: 'hourglass', tone: 'wait', word: 'ui.status.guardian-pending' },
  lottery: { icon: 'hourglass', tone: 'wait', word: 'ui.status.lottery' },
  chosen: { icon: 'hourglass', tone: 'wait', word: 'ui.status.chosen' },
  accepted: { icon: 'tick', tone: 'good', word: 'ui.status.accepted' },
  declined: { icon: 'cross', tone: 'plain', word: 'ui.status.declined' },
  waitlisted: { icon: 'hourglass', tone: 'wait', word: 'ui.status.waitlisted' },
  offered: { icon: 'bell', tone: 'note', word: 'ui.status.offered' },
  expired: { icon: 'clock', tone: 'plain', word: 'ui.status.expired' },
  confirmed: { icon: 'tick-circle', tone: 'good', word: 'ui.status.confirmed' },
  'cancelled-by-applicant': { icon: 'cross', tone: 'plain', word: 'ui.status.cancelled-by-applicant' },
  'cancelled-by-volunteer': { icon: 'cross', tone: 'plain', word: 'ui.status.cancelled-by-volunteer' },
  'cancelled-by-host': { icon: 'slash', tone: 'solid-bad', word: 'ui.status.cancelled-by-host' },
  help: { icon: 'hand', tone: 'warm', word: 'ui.status.help' },
  'help-count': { icon: 'hand', tone: 'warm', word: 'ui.status.help-count' },
  'people-short': { icon: 'hand', tone: 'warm', word: 'ui.status.people-short' },
  filled: { icon: 'tick', tone: 'good', word: 'ui.status.filled' },
  taken: { icon: 'tick', tone: 'good', word: 'ui.status.taken' },
  present: { icon: 'tick-circle', tone: 'good', word: 'ui.status.present' },
  absent: { icon: 'clock', tone: 'plain', word: 'ui.status.absent' },
  done: { icon: 'tick', tone: 'good', word: 'ui.status.done' },
  'to-do': { icon: 'sheet', tone: 'plain', word: 'ui.status.to-do' },
  locked: { icon: 'lock', tone: 'plain', word: 'ui.status.locked' },
  changed: { icon: 'pencil', tone: 'note', word: 'ui.status.changed' },
  due: { icon: 'clock', tone: 'note', word: 'ui.status.due' },
  overdue: { icon: 'warning', tone: 'bad', word: 'ui.status.overdue' },
  sent: { icon: 'tick', tone: 'good', word: 'ui.status.sent' },
  sending: { icon: 'send', tone: 'info', word: 'ui.status.sending' },
  bounced: { icon: 'warning', tone: 'bad', word: 'ui.status.bounced' },
  'by-phone': { icon: 'phone', tone: 'note', word: 'ui.status.by-phone' },
} as const satisfies Record<string, StatusLook>;

/** Name of a state in the product's words. */
export type Status = keyof typeof statusLooks;

/** True when a computed name (for instance a state of the API) has a look. */
export function isStatus(name: string): name is Status {
  return Object.hasOwn(statusLooks, name);
}
