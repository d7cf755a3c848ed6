import type { DeliveryList, EventDetail, EventFrame, EventShiftList } from '@yoriai/api-client';
import type { Status } from '@yoriai/ui';
import { addDays, dayDifference, jstOf } from '../../app/jst.js';
import { paths } from '../../app/paths.js';
import { resumeStep } from './steps.js';

/** Where the page on the Site is reached: by its address, or where the link for invited people is given out. */
export const pageOf = ({ id, slug, visibility }: Pick<EventDetail, 'id' | 'slug' | 'visibility'>): string => (visibility === null ? `/events/${slug}` : paths.publication(id));

/** A report is due two weeks after the event. */
export const REPORT_DAYS = 14;

/** People still wanted over all open shifts, and those wanted in all. */
export interface Hands {
  readonly taken: number;
  readonly wanted: number;
  readonly short: number;
}

/** Adds up the shifts of an event. */
export function handsOf(shifts: Pick<EventShiftList, 'items'> | undefined): Hands | undefined {
  if (!shifts) return undefined;
  const open = shifts.items.filter((shift) => shift.state === 'open');
  const wanted = open.reduce((sum, shift) => sum + shift.capacity, 0);
  const short = open.reduce((sum, shift) => sum + Math.max(0, shift.free), 0);
  return { wanted, short, taken: wanted - short };
}

/** What the hub says is next. `none`: somebody else's turn, or nothing left. */
export type NextKind =
  | 'write'
  | 'submit'
  | 'hand-over'
  | 'wait'
  | 'decide'
  | 'repair'
  | 'repair-change'
  | 'finish-change'
  | 'decide-change'
  | 'rejected'
  | 'publish'
  | 'publish-planned'
  | 'call'
  | 'meet-conditions'
  | 'do-procedures'
  | 'find-hands'
  | 'ready'
  | 'eve'
  | 'look-on'
  | 'look-on-today'
  | 'receive'
  | 'report'
  | 'close'
  | 'reported'
  | 'closed'
  | 'cancelled';

export interface Next {
  readonly kind: NextKind;
  /** Where the one filled button leads; without one there is nothing to press. */
  readonly href?: string;
  readonly tone: 'act' | 'warm' | 'quiet' | 'bad' | 'good';
}

/** Days until the event in Japan; negative once it is over; nothing without a date. */
export function daysUntil(startsAt: string | null, now: Date): number | undefined {
  return startsAt === null ? undefined : dayDifference(jstOf(now).date, jstOf(startsAt).date);
}

/** The day a report is due. */
export function reportDueOn(endsAt: string): string {
  return addDays(jstOf(endsAt).date, REPORT_DAYS);
}

/** People still to be telephoned about an event that has not begun; after that nobody comes in vain any more. */
export function callsOf(event: Pick<EventDetail, 'startsAt'>, deliveries: Pick<DeliveryList, 'callsLeft'> | undefined, now: Date): number {
  const ahead = event.startsAt !== null && new Date(event.startsAt) > now;
  return ahead ? (deliveries?.callsLeft ?? 0) : 0;
}

/** The one next step of an event for somebody with these rights. `calls`: people still to be telephoned, see `callsOf`. */
export function nextOf(event: EventDetail, hands: Hands | undefined, now: Date, calls = 0): Next {
  const { id, state, can, approval } = event;
  switch (state) {
    case 'draft':
      if (can.edit !== true) return { kind: 'wait', tone: 'quiet' };
      return event.missing.length > 0
        ? { kind: 'write', href: paths.resume(id, resumeStep(event.missing)), tone: 'act' }
        : // Who helps with the draft does not hand it in.
          { kind: can.submit === 'event.host-only' ? 'hand-over' : 'submit', href: paths.edit(id, 'check'), tone: 'act' };
    case 'submitted':
      return approval && (can.approve === true || can.return === true)
        ? { kind: 'decide', href: paths.approval(approval.caseId), tone: 'act' }
        : { kind: 'wait', tone: 'quiet' };
    case 'returned':
      return can.edit === true ? { kind: 'repair', href: paths.edit(id, 'check'), tone: 'act' } : { kind: 'wait', tone: 'quiet' };
    case 'rejected':
      return { kind: 'rejected', tone: 'bad' };
    case 'approved':
      if (can.publish === 'event.condition-unmet') return changeNext(event) ?? { kind: 'meet-conditions', href: paths.approvalOf(id), tone: 'act' };
      if (can.publish === 'event.checklist-unmet') return changeNext(event) ?? { kind: 'do-procedures', href: `${paths.approvalOf(id)}#checklist`, tone: 'act' };
      if (event.publishAt !== null) return changeNext(event) ?? { kind: 'publish-planned', href: paths.publication(id), tone: 'good' };
      return changeNext(event) ?? { kind: 'publish', tone: 'act', ...(can.publish === true ? { href: paths.publication(id) } : {}) };
    case 'published':
      return publishedNext(event, hands, now, calls);
    case 'awaiting-report':
      return { kind: 'report', href: paths.report(id), tone: 'act' };
    case 'reported':
      return can.close === true ? { kind: 'close', href: paths.report(id), tone: 'act' } : { kind: 'reported', tone: 'good' };
    case 'closed':
      return { kind: 'closed', tone: 'good' };
    case 'cancelled':
      return calls > 0 ? callNext(event) : { kind: 'cancelled', tone: 'bad' };
  }
}

function publishedNext(event: EventDetail, hands: Hands | undefined, now: Date, calls: number): Next {
  const days = daysUntil(event.startsAt, now);
  if (event.changeState === 'pending' && event.can.seeApplications !== true) return changeNext(event) ?? lookOn(event, days);
  // The ward office looks on: names and the door are the host's.
  if (event.can.seeApplications !== true) return lookOn(event, days);
  if (days !== undefined && days <= 0) return { kind: 'receive', href: paths.day(event.id), tone: 'act' };
  if (calls > 0) return callNext(event);
  const change = changeNext(event);
  if (change) return change;
  if (hands && hands.short > 0) return { kind: 'find-hands', href: paths.shifts(event.id), tone: 'warm' };
  if (days === 1) return { kind: 'eve', href: paths.day(event.id), tone: 'good' };
  return { kind: 'ready', href: paths.people(event.id), tone: 'good' };
}

const callNext = ({ id }: EventDetail): Next => ({ kind: 'call', href: paths.messages(id), tone: 'act' });

const lookOn = (event: EventDetail, days: number | undefined): Next => ({
  kind: days !== undefined && days <= 0 ? 'look-on-today' : 'look-on',
  href: paths.publication(event.id),
  tone: 'quiet',
});

/** What there is to do with a change of what was approved; nothing while it is the others' turn. */
function changeNext({ id, changeState, can, approval }: EventDetail): Next | undefined {
  if (changeState === 'pending' && approval && (can.approve === true || can.return === true)) {
    return { kind: 'decide-change', href: paths.approval(approval.caseId), tone: 'act' };
  }
  if (changeState === 'returned' && can.change === true) return { kind: 'repair-change', href: paths.edit(id, 'check'), tone: 'act' };
  if (changeState === 'draft' && can.change === true) return { kind: 'finish-change', href: paths.edit(id, 'check'), tone: 'act' };
  return undefined;
}

/** True until its page is public: nobody can apply or ask for a stall yet. */
export const notPublicYet = (state: EventDetail['state']): boolean => !isApproved(state) || state === 'approved';

const APPROVED: ReadonlySet<EventDetail['state']> = new Set(['approved', 'published', 'awaiting-report', 'reported', 'closed']);

/** True once the ward has approved it. */
export function isApproved(state: EventDetail['state']): boolean {
  return APPROVED.has(state);
}

/** The word of each row of the hub that is a plain state. */
export function approvalStatus(event: Pick<EventDetail, 'state' | 'approval' | 'changeState'>): Status {
  if (event.changeState === 'pending') return 'change-submitted';
  if (event.changeState === 'returned') return 'returned';
  if (isApproved(event.state)) return 'approved';
  if (event.state === 'submitted' || event.state === 'returned' || event.state === 'rejected') return event.state;
  if (event.state === 'cancelled') return event.approval?.status === 'approved' ? 'approved' : 'cancelled';
  return 'to-do';
}

/** Whether people can apply, in one word. */
export function applicationStatus(event: Pick<EventDetail, 'state' | 'capacity' | 'placesTaken' | 'waiting' | 'frames' | 'startsAt'>, now: Date): Status {
  if (event.state === 'cancelled') return 'cancelled';
  if (notPublicYet(event.state)) return 'locked';
  if (event.state !== 'published') return 'ended';
  if (event.capacity === null || event.capacity === 0) return 'no-application';
  if (closed(event, now)) return 'application-closed';
  return event.placesTaken >= event.capacity || event.waiting > 0 ? 'full' : 'open';
}

/** Whether the last moment to apply has passed for all seats; one without a deadline closes when the event starts. */
function closed({ frames, startsAt }: Pick<EventDetail, 'frames' | 'startsAt'>, now: Date): boolean {
  const ends = frames.filter((frame) => frame.kind !== 'volunteer').map((frame) => frame.closesAt ?? startsAt);
  return ends.length > 0 && ends.every((end) => end !== null && new Date(end) <= now);
}

/** Heads that have entered draws still to come, and the places that are drawn; null where none is ahead. */
export function drawAhead(frames: ReadonlyArray<Pick<EventFrame, 'kind' | 'method' | 'drawnAt' | 'entered' | 'capacity'>>): { heads: number; places: number } | null {
  const ahead = frames.filter(({ kind, method, drawnAt }) => kind !== 'volunteer' && method === 'lottery' && drawnAt === null);
  if (ahead.length === 0) return null;
  return { heads: ahead.reduce((sum, { entered }) => sum + entered, 0), places: ahead.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0) };
}
