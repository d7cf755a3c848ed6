import type { CaseLine, CoHosting, DeskCondition, EventCalls, EventLine, MembershipTask, StartTask } from '@yoriai/api-client';
import { addDays, jstOf } from '../../app/jst.js';
import { paths } from '../../app/paths.js';
import { eventTitle } from './event-title.js';
import { daysUntil, reportDueOn, type Hands } from './hub.js';

/** Why something waits for a person. */
export type TaskKind = 'repair' | 'overdue-report' | 'check' | 'co-host' | 'decide' | 'decide-day' | 'confirm' | 'publish' | 'condition' | 'procedure' | 'receive' | 'call' | 'withdraw' | 'answer-applicants' | 'answer-stalls' | 'answer-start' | 'call-start' | 'begin-start' | 'answer-join' | 'ask-consents' | 'find-hands' | 'find-adults' | 'report' | 'close' | 'look' | 'word' | 'write';

/** One thing to do, the most pressing first. */
export interface TaskToDo {
  readonly id: string;
  readonly kind: TaskKind;
  readonly href: string;
  /** When a community centre asked to have it looked at. */
  readonly askedAt?: string;
  /** As its reader sees it. */
  readonly title: string;
  readonly field: string | null;
  /** Of an event of mine that not everybody sees: whom it shows itself to. */
  readonly visibility?: EventLine['visibility'];
  /** When it happens or is due, as an instant or a day; sorts within a kind. */
  readonly at: string | null;
  /** People to telephone, for `call`; people short, for `find-hands` and `find-adults`; applications without a consent, for `ask-consents`; groups without an answer, for `answer-applicants`; stalls that wait, for `answer-stalls`; procedures, for `withdraw`; business days left, for `decide`. */
  readonly count?: number;
  /** Which condition, in the words of the ward, or which procedure: one event may have a row for each. */
  readonly condition?: string;
  readonly procedure?: NonNullable<EventLine['checklistNext']>;
  readonly organisation?: string;
  /** `at` is a day that was promised, not that of the event. */
  readonly promised?: boolean;
  /** Its day is over. */
  readonly late?: boolean;
  /** It has time: nothing is kept back by it, and it stands behind what is. */
  readonly later?: boolean;
  /** Until when a place is kept for somebody who is to be telephoned; null: for nobody. */
  readonly offeredUntil?: string | null;
  /** When it ended, for reports. */
  readonly endedAt?: string | null;
}

/** Pressing first: whether it takes place, the door on the day itself, who else would come in vain, what went back, what is late, what others wait for. */
const ORDER: readonly TaskKind[] = ['decide-day', 'receive', 'call', 'withdraw', 'repair', 'overdue-report', 'check', 'co-host', 'decide', 'call-start', 'answer-start', 'answer-join', 'confirm', 'condition', 'procedure', 'publish', 'look', 'word', 'begin-start', 'answer-applicants', 'answer-stalls', 'ask-consents', 'find-hands', 'find-adults', 'report', 'close', 'write'];

/** Days before its day from which something is pressing though it keeps nothing back. */
const SOON = 3;

/** Ward staff who approve nothing still read what comes in, and hand it back. */
const MAY_RETURN = 'approval.approver-only';

/** Writes and does not hand in. */
const NOT_THE_HOST = 'event.host-only';

export interface TaskFacts {
  /** Events of my organisations. */
  readonly events: readonly EventLine[];
  /** Cases on the desk; empty for those without one. */
  readonly cases: readonly CaseLine[];
  /** What waits for the councils that I lead. */
  readonly checks: readonly CaseLine[];
  /** What my associations are asked to hold together. */
  readonly together: readonly CoHosting[];
  /** Who would like to begin something, as far as it waits for me. */
  readonly starts: readonly StartTask[];
  /** Who would like to join what I lead. */
  readonly joining: readonly MembershipTask[];
  /** Conditions on the desk; empty for those without one. */
  readonly conditions: readonly DeskCondition[];
  /** Hands of my published events, by event. */
  readonly hands: ReadonlyMap<string, Hands>;
  /** My events ahead of which people are still to be telephoned. */
  readonly calls: readonly EventCalls[];
  readonly now: Date;
}

/** All that waits for me, computed from the states of things: nobody keeps this list. */
export function tasksOf({ events, cases, checks, together, starts, joining, conditions, hands, calls, now }: TaskFacts): TaskToDo[] {
  const today = now.toISOString();
  const ofEvents = events.flatMap((event) => [...conditionOf(event, now), ...procedureOf(event, now), ...withdrawOf(event, now), ...applicantsOf(event, now), ...stallsOf(event), ...dayOf(event, now), ...consentsOf(event, now), ...adultsOf(event, hands.get(event.id), now), ...taskOfEvent(event, hands.get(event.id), now)].map((task) => ({ ...task, ...(event.visibility !== null && { visibility: event.visibility }) })));
  const ofDesk = cases.filter((each) => each.check?.outcome !== null).filter((each) => each.can.decide === true || each.can.decide === MAY_RETURN).map((each) => taskOfCase(each, now));
  const reported = conditions.filter(({ state, can }) => state === 'reported' && can.confirm === true).map(taskOfCondition);
  const asked = together.filter(({ can }) => can.accept === true).map(taskOfCoHosting);
  return [...ofEvents, ...ofDesk, ...checks.map((each) => taskOfCheck(each, now)), ...asked, ...starts.map(taskOfStart), ...joining.map(taskOfJoining), ...reported, ...calls.map(taskOfCalls)].sort(
    (a, b) => rankOf(a, now) - rankOf(b, now) || (a.at ?? today).localeCompare(b.at ?? today) || a.id.localeCompare(b.id),
  );
}

/** What people wait for, of an event with a day. */
const BEFORE_ITS_DAY: readonly TaskKind[] = ['publish', 'answer-applicants', 'answer-stalls', 'ask-consents', 'find-hands', 'find-adults'];

/** What has time comes after all that waits for somebody now; what its day itself waits for, before all but the door and the telephone. */
function rankOf({ kind, later, at }: TaskToDo, now: Date): number {
  const rank = ORDER.indexOf(kind);
  if (BEFORE_ITS_DAY.includes(kind) && at !== null && jstDay(at) <= jstOf(now).date) return ORDER.indexOf('repair') - 1 + rank / ORDER.length;
  return rank + (later ? ORDER.length : 0);
}

const jstDay = (at: string): string => (at.length === 10 ? at : jstOf(new Date(at)).date);

function taskOfCondition({ id, caseId, dueOn, organisation, ...named }: DeskCondition): TaskToDo {
  return { id: `confirm-${id}`, kind: 'confirm', href: paths.approval(caseId), title: eventTitle(named), field: null, at: dueOn, organisation: organisation.name };
}

function taskOfCase(each: CaseLine, now: Date): TaskToDo {
  const { id, dueOn, businessDaysLeft, organisation } = each;
  return {
    id: `case-${id}`,
    kind: 'decide',
    href: paths.approval(id),
    title: eventTitle(each),
    field: each.field,
    at: dueOn,
    count: businessDaysLeft,
    late: isLate(dueOn, now),
    organisation: organisation.name,
  };
}

function taskOfCheck(each: CaseLine, now: Date): TaskToDo {
  const at = each.check?.dueOn ?? each.dueOn;
  return { id: `check-${each.id}`, kind: 'check', href: paths.approval(each.id), title: eventTitle(each), field: each.field, at, late: isLate(at, now), organisation: each.organisation.name };
}

function taskOfCoHosting({ id, event }: CoHosting): TaskToDo {
  return { id: `co-host-${id}`, kind: 'co-host', href: paths.coHosting, title: event.title, field: null, at: event.startsAt, organisation: event.hostName };
}

/** What is talked about already has time. */
function taskOfStart({ id, kind, place, state, createdAt: at }: StartTask): TaskToDo {
  const href = kind === 'begin' ? paths.newEvent({ start: id }) : `${paths.starts}#${id}`;
  return { id: `start-${kind}-${id}`, kind: `${kind}-start`, href, title: place, field: 'kenkou', at, later: state === 'talking' };
}

function taskOfJoining({ id, organisationName: title, createdAt: at }: MembershipTask): TaskToDo {
  return { id: `joining-${id}`, kind: 'answer-join', href: `${paths.joining}#${id}`, title, field: null, at };
}

function taskOfCalls({ eventId, people, field, startsAt, offeredUntil, ...named }: EventCalls): TaskToDo {
  return { id: `calls-${eventId}`, kind: 'call', href: paths.messages(eventId), title: eventTitle(named), field, at: startsAt, count: people, offeredUntil };
}

/** What the approval asks the host for next; pressing where it keeps the event back or its day is close. */
function conditionOf(event: EventLine, now: Date): TaskToDo[] {
  const { id, field, conditionDueOn: at, conditionNext } = event;
  if (at === null || event.can.seeApplications !== true) return [];
  return [{ id: `${id} condition`, kind: 'condition', href: paths.approvalOf(id), title: eventTitle(event), field, at, ...(conditionNext && { condition: conditionNext }), late: isLate(at, now), later: event.can.publish !== 'event.condition-unmet' && at > addDays(jstOf(now).date, SOON) }];
}

/** The next procedure that the event needs; pressing like a condition. */
function procedureOf(event: EventLine, now: Date): TaskToDo[] {
  const { id, field, state, checklistDueOn: at, checklistNext } = event;
  if (at === null || state === 'draft' || event.can.seeApplications !== true || OVER.includes(state)) return [];
  return [{ id: `${id} procedure`, kind: 'procedure', href: `${paths.approvalOf(id)}#checklist`, title: eventTitle(event), field, at, ...(checklistNext && { procedure: checklistNext }), late: isLate(at, now), later: event.can.publish !== 'event.checklist-unmet' && at > addDays(jstOf(now).date, SOON) }];
}

/** Days after its own for which an event that is off still says who was not told. */
const AFTERWARDS = 7;

/** Who agreed to something about an event that is off, and is to be told. */
function withdrawOf(event: EventLine, now: Date): TaskToDo[] {
  const { id, field, startsAt: at, toWithdraw: count } = event;
  if (count === 0 || event.can.seeApplications !== true || (daysUntil(at, now) ?? 0) < -AFTERWARDS) return [];
  return [{ id: `${id} withdraw`, kind: 'withdraw', href: `${paths.event(id)}#to-withdraw`, title: eventTitle(event), field, at, count }];
}

/** Groups that applied where the host says who gets a place; by the day that they were promised, else before the event. */
function applicantsOf(event: EventLine, now: Date): TaskToDo[] {
  const { id, field, state, startsAt, toAnswer } = event;
  if (!toAnswer || event.can.seeApplications !== true || state !== 'published') return [];
  const { groups: count, by } = toAnswer;
  return [{ id: `${id} applicants`, kind: 'answer-applicants', href: paths.people(id), title: eventTitle(event), field, at: by ?? startsAt, promised: by !== null, count, late: by !== null && isLate(by, now) }];
}

/** Whether it takes place, once that is to be said; those who come want to know it before they leave home. */
function dayOf(event: EventLine, now: Date): TaskToDo[] {
  const { id, field, decideBy: at } = event;
  return at === null ? [] : [{ id: `${id} day`, kind: 'decide-day', href: paths.cancel(id), title: eventTitle(event), field, at, late: at < now.toISOString() }];
}

/** Shops and groups that wait for an answer about their stall. */
function stallsOf(event: EventLine): TaskToDo[] {
  const { id, field, state, startsAt, stalls } = event;
  if (!stalls || stalls.waiting === 0 || event.can.seeApplications !== true || state === 'draft' || OVER.includes(state)) return [];
  return [{ id: `${id} stalls`, kind: 'answer-stalls', href: paths.stalls(id), title: eventTitle(event), field, at: startsAt, count: stalls.waiting }];
}

/** Days before the event from which a consent that is missing is pressing: letters go out by themselves before that. */
const WEEK = 7;

/** Children to whom no guardian has said yes. */
function consentsOf(event: EventLine, now: Date): TaskToDo[] {
  const { id, field, state, startsAt, consentsMissing: count } = event;
  const days = daysUntil(startsAt, now) ?? 0;
  if (!count || state !== 'published' || days < 0 || event.can.seeApplications !== true) return [];
  return [{ id: `${id} consents`, kind: 'ask-consents', href: paths.people(id), title: eventTitle(event), field, at: startsAt, count, later: days > WEEK }];
}

/** Fewer who help than the host stated for the children who come; where duties are short anyway, that says it. */
function adultsOf(event: EventLine, hands: Hands | undefined, now: Date): TaskToDo[] {
  const { id, field, state, startsAt, adultsNeeded: needed } = event;
  const count = (needed ?? 0) - (hands?.taken ?? 0);
  if (count <= 0 || state !== 'published' || (daysUntil(startsAt, now) ?? 0) <= 0 || (hands && hands.short > 0) || event.can.seeApplications !== true) return [];
  return [{ id: `${id} adults`, kind: 'find-adults', href: paths.shifts(id), title: eventTitle(event), field, at: startsAt, count }];
}

/** What a centre began for the association, or asked to have looked at, is to be looked at by whoever hands it in. */
function draftTask(base: Omit<TaskToDo, 'kind'>, { help, can }: EventLine): TaskToDo {
  if (can.submit === NOT_THE_HOST || !(help?.began || help?.askedAt)) return { ...base, kind: 'write' };
  return { ...base, kind: 'look', ...(help.askedAt === null ? {} : { askedAt: help.askedAt }) };
}

/** Nothing is done about it any more. */
const OVER: readonly EventLine['state'][] = ['rejected', 'awaiting-report', 'reported', 'closed', 'cancelled'];

function taskOfEvent(event: EventLine, hands: Hands | undefined, now: Date): TaskToDo[] {
  const { id, field, startsAt, endsAt, can, state } = event;
  const base = { id, title: eventTitle(event), field, at: startsAt };
  switch (state) {
    case 'draft':
      return can.edit === true ? [draftTask({ ...base, href: paths.event(id) }, event)] : [];
    case 'submitted':
      return event.unreadComments > 0 ? [{ ...base, kind: 'word', href: paths.approvalOf(id) }] : [];
    case 'returned':
      return can.edit === true ? [{ ...base, kind: 'repair', href: paths.event(id) }] : [];
    case 'approved':
      if (event.changeState === 'returned' && can.change === true) return [{ ...base, kind: 'repair', href: paths.event(id) }];
      return can.publish === true && event.publishAt === null ? [{ ...base, kind: 'publish', href: paths.publication(id) }] : [];
    case 'published':
      if (can.seeApplications !== true) return [];
      if ((daysUntil(startsAt, now) ?? 1) <= 0) return [{ ...base, kind: 'receive', href: paths.day(id) }];
      if (event.changeState === 'returned' && can.change === true) return [{ ...base, kind: 'repair', href: paths.event(id) }];
      return hands && hands.short > 0 ? [{ ...base, kind: 'find-hands', href: paths.shifts(id), count: hands.short }] : [];
    case 'awaiting-report': {
      if (can.report !== true && can.report !== 'event.headcount-missing') return [];
      const due = endsAt === null ? null : reportDueOn(endsAt);
      const late = due !== null && isLate(due, now);
      return [{ ...base, kind: late ? 'overdue-report' : 'report', href: paths.report(id), at: due, endedAt: endsAt }];
    }
    case 'reported':
      return can.close === true ? [{ ...base, kind: 'close', href: paths.report(id) }] : [];
    default:
      return [];
  }
}

/** True when the day it was due is over; a holiday in between does not make it earlier. */
export function isLate(dueOn: string, now: Date): boolean {
  return dueOn < jstOf(now).date;
}

/** The next event that takes place, for the card beside the list. */
export function nextEvent(events: readonly EventLine[], now: Date): EventLine | undefined {
  const coming = events.filter(({ state, startsAt, endsAt }) => state === 'published' && startsAt !== null && (endsAt ?? startsAt) > now.toISOString());
  return coming.sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))[0];
}

/** Each event once: those of the ward and those of my organisations overlap. */
export function withoutTwins(events: readonly EventLine[]): EventLine[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}
