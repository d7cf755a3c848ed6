import type { Actor, OrganisationSummary } from '@yoriai/associations';
import { reviewTerm, stepVerdict, type CaseFacts, type ChecklistStanding, type ConditionStepKind, type ConditionStory, type EvidenceRow } from '@yoriai/approvals';
import { jstDate, type FieldError } from '@yoriai/platform';
import { asksOf } from '../asks/asks.rules.js';
import type { EventFrame } from '../frame/frame.dto.js';
import type { FrameEntity } from '../frame/frame.entity.js';
import { filesAbout, toChecklist } from './checklist.mapper.js';
import { beginsOn } from './event-day.rules.js';
import type { EventPapersFound } from './event-papers.service.js';
import { closedAlready, editKind, missingForSubmission, missingOnceApproved, type EditKind } from './event-content.rules.js';
import { countedIn, toCorrection, toReport } from './figures.mapper.js';
import type { EventReportEntity } from './event-report.entity.js';
import type { FigureCorrectionEntity } from './figure-correction.entity.js';
import { reasonOf } from './event-reason.js';
import type { EventTransitionEntity } from './event-transition.entity.js';
import type { EventCondition } from './event-condition.dto.js';
import type { AppliedWhenCalledOff } from '../application/called-off.js';
import type { EventCan, EventDetail, EventLine, Headcount } from './event.dto.js';
import type { EventStalls, EventToAnswer } from './event-standing.dto.js';
import { inDraw } from '../frame/in-draw.rules.js';
import { headsInAll } from '../frame/total.rules.js';
import type { EventEntity } from './event.entity.js';
import { needsOfDecision } from './notification-only.rules.js';
import { nextToDo } from './next-to-do.js';
import { doerOf, helpsWith, leadsEvent, mayHost, maySeeInside, mayEnterApplications } from './event.policy.js';
import { mayTakeAlong } from '../list-request/list-request.policy.js';
import { EVENT_VERBS, lifecycleVerdict, type CheckFacts, type EventVerb } from './event.rules.js';
import type { SeriesBeginning } from '../series/series-dates.service.js';
import type { SeriesEntity } from '../series/series.entity.js';
import { missingInRepeats } from '../series/series-content.rules.js';
import { SERIES_RULE } from '../series/series-spread.rules.js';
import { decideBy } from '../weather/decide-by.rules.js';
import type { Held } from '../weather/held.js';
import { putOffVerdict } from '../weather/postponement.rules.js';
import { helpShown, helpersIn, type DraftHelp } from '../help/draft-help.js';
import { toReduction } from '../weather/reduction/reduction.dto.js';
import { wholeFrame, snapshotOf, type EventSnapshot, type SnapshotOrganisation } from '../revision/snapshot.js';

/** One event with what is needed to answer about it. */
export interface EventFacts {
  event: EventEntity;
  frames: FrameEntity[];
  organisation: SnapshotOrganisation;
  approval: CaseFacts | null;
  /** The council that was asked to look at what was handed in last; null where none was. */
  councilName: string | null;
  /** How the procedures stand that were written down when it was handed in and decided on; of a single event, what keeps it from the public is that of the catalogue now. */
  procedures: ChecklistStanding;
  /** Who reported, while the report waits to be accepted; null otherwise. */
  reportedBy: string | null;
  /** Applications without the consent that is asked for; null where none is. */
  consentsMissing: number | null;
  /** How its stalls stand; null where it takes none. */
  stalls: EventStalls | null;
  /** Who waits for the host's answer; null where nobody does. */
  toAnswer: EventToAnswer | null;
  /** Who had applied when it was called off; null where nobody had, or it was not. */
  calledOff: AppliedWhenCalledOff | null;
  /** Procedures of it, called off as it is, of which others are still to be told. */
  toWithdraw: number;
  /** Somebody said that it takes place on the day that it has. */
  held: boolean;
  /** Something of the gravest kind stands: whoever said it before has to say it anew. */
  inDanger: boolean;
  /** The series it is a date of; null where it is none. */
  series: SeriesFacts | null;
  /** What was decided on last, while a change of it is open; null otherwise. */
  decidedOn: EventSnapshot | null;
  /** Who of a community centre wrote at it, while it is not decided on; the first to begin first. */
  help: readonly DraftHelp[];
}

/** What of a series counts for its dates: they were approved with it. */
export type SeriesFacts = Pick<SeriesEntity, 'id' | 'approvedByRule' | 'submittedBy'>;
/** Of an event that was never handed in. */
export const NOTHING_TO_DO: ChecklistStanding = { dueOn: null, next: null, blocking: 0 };

/** With what only a single event's answer says. */
export interface WholeFacts extends EventFacts, EventPapersFound {
  reason: EventTransitionEntity | null;
  heldAt: Date | null;
  /** In what smaller form it takes place on the day that it has. */
  reduction: Held | null;
  report: EventReportEntity | null;
  /** Newest first. */
  corrections: readonly (FigureCorrectionEntity & { correctedByName: string })[];
}

/** Who handed in what waits for a decision, the event or a change of it; null when nothing does. */
export function submitterOf({ event, approval }: EventFacts): string | null {
  return event.state === 'submitted' || event.changeState === 'pending' ? (approval?.submittedBy ?? null) : null;
}

/** The looks of councils at what waits; null where there is no case. */
export function checkOf({ approval }: Pick<EventFacts, 'approval'>): CheckFacts | null {
  return approval && { open: approval.check !== null && approval.check.outcome === null, writers: approval.check?.writers ?? [], confirmedBy: approval.confirmedBy };
}

/** The council that was asked, for whoever acts: it hears that its look is over. */
export const councilOf = ({ approval }: Pick<EventFacts, 'approval'>): string | null => approval?.check?.councilId ?? null;

/** The council that has it now, for whoever reads: it sees while it waits, and not afterwards. */
export const councilLooking = ({ approval }: Pick<EventFacts, 'approval'>): string | null => (approval?.status === 'pending' && approval.check?.outcome === null ? approval.check.councilId : null);

/** How many conditions of its approval keep the event from being published. */
export function unmetIn({ approval }: Pick<EventFacts, 'approval'>): number {
  return (approval?.conditions ?? []).filter(({ blocking, state }) => blocking && (state === 'open' || state === 'reported')).length;
}

/** Whether the event, or the change of it, needs no decision as it is written (docs/adr/0028). */
export function isNotificationOnly({ event, frames, organisation, approval, series }: Pick<EventFacts, 'event' | 'frames' | 'organisation' | 'approval' | 'series'>): boolean {
  const content = event.change ? { ...event.change, organisation } : snapshotOf(event, frames, organisation);
  return needsOfDecision(content, approval?.decidedByPeople || series?.approvedByRule === null).length === 0;
}

/** What the change of it is, compared with what stands and with what was decided on. */
export function kindOfChange({ event, frames, organisation, decidedOn, approval, series }: EventFacts, change: EventSnapshot): EditKind {
  return editKind(snapshotOf(event, frames, organisation), change, decidedOn ?? undefined, isByRule(approval, series));
}

/** Whether a rule, and nobody, approved what stands. */
export function isByRule(approval: CaseFacts | null, series: SeriesFacts | null): boolean {
  const rule = approval?.rule ?? null;
  return rule === null || rule === SERIES_RULE ? (series?.approvedByRule ?? null) !== null : true;
}

/** What keeps the event, or the change of it, from being handed in. A change need not move what has not moved into the future. */
export function missingIn({ event, frames, organisation }: EventFacts, now: Date): FieldError[] {
  const { change } = event;
  const content = change ?? snapshotOf(event, frames, organisation);
  const stays = change !== null && change.startsAt === event.startsAt?.toISOString();
  return [...(stays ? missingOnceApproved(content, now) : missingForSubmission(content, now)), ...closedAlready(event.state, content, now), ...missingInRepeats(event, content, now)];
}

/** The beginning of a series with the publication of its first date. */
export function beginningOf({ event, approval }: EventFacts, content: EventSnapshot): SeriesBeginning {
  return { content, approvedByRule: approval?.rule ?? null, submittedBy: approval?.submittedBy ?? event.createdBy, wasPublic: false };
}

/** The host as a snapshot keeps it. */
export function snapshotOrganisation(id: string, found: OrganisationSummary | undefined): SnapshotOrganisation {
  return {
    id,
    name: found?.name ?? '',
    kana: found?.kana ?? '',
    slug: found?.slug ?? '',
    areaId: found?.areaId ?? null,
    areaName: found?.areaName ?? null,
    areaSlug: found?.areaSlug ?? null,
  };
}

/** What the actor can do with the event, and why not. */
export function canOf(actor: Actor, facts: EventFacts, now: Date): EventCan {
  const { event } = facts;
  const doer = doerOf(actor, event, councilOf(facts));
  const about = { state: event.state, change: event.changeState, submittedBy: submitterOf(facts), check: checkOf(facts), reportedBy: facts.reportedBy, helpers: helpersIn(facts), missing: missingIn(facts, now), unmet: unmetIn(facts), unready: facts.procedures.blocking };
  const verbs = EVENT_VERBS.filter((verb) => verb !== 'end' && verb !== 'pass').map((verb) => [verb, lifecycleVerdict(verb, doer, about)]);
  const leads = leadsEvent(actor, event);
  return {
    ...(Object.fromEntries(verbs) as Record<Exclude<EventVerb, 'end' | 'pass'>, true | string>),
    putOff: putOffVerdict(lifecycleVerdict('postpone', doer, about), { rainPolicy: event.rainPolicy, isStaff: doer.isStaff, byRule: isByRule(facts.approval, facts.series) }),
    seeApplications: leads ? true : 'application.leaders-only',
    takeAlong: mayTakeAlong(actor, event) ? true : 'list-request.leaders-only',
    enterApplications: !mayEnterApplications(actor, event) ? 'application.leaders-only' : event.state === 'published' ? true : `event.is-${event.state}`,
  };
}

/** Adults that are stated for those who have a place; null where none are. */
function adultsFor(frames: readonly FrameEntity[]): number | null {
  const stated = frames.flatMap((frame) => asksOf(frame).perAdult ?? []).length > 0;
  return stated ? frames.reduce((sum, frame) => sum + Math.ceil(frame.placesTaken / (asksOf(frame).perAdult ?? Infinity)), 0) : null;
}

const finite = (heads: number): number | null => (Number.isFinite(heads) ? heads : null);

/** One line of a list. */
export function toEventLine(actor: Actor, facts: EventFacts, now: Date): EventLine {
  const { event, frames } = facts;
  const counted = frames.filter((frame) => frame.kind !== 'volunteer');
  const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
  const { id, number, slug, title, kana, state, visibility, field, category, placeName, version } = event;
  return {
    ...{ id, number, slug, title, kana, state, visibility, field, category, placeName, version },
    organisation: organisationOf(facts.organisation),
    changeState: maySeeInside(actor, event) ? event.changeState : null,
    ...nextToDo(facts, maySeeInside(actor, event)),
    publishAt: maySeeInside(actor, event) ? (event.publishAt?.toISOString() ?? null) : null,
    startsAt: event.startsAt?.toISOString() ?? null,
    endsAt: event.endsAt?.toISOString() ?? null,
    capacity: finite(headsInAll(counted, event.totalPlaces)),
    seriesId: event.seriesId,
    unreadComments: actor.leads(event.organisationId) ? (facts.approval?.unread ?? 0) : 0,
    help: maySeeInside(actor, event) || helpsWith(actor, event) ? helpShown(event, facts.help) : null,
    ...{ placesTaken: sum(counted.map((frame) => frame.placesTaken)), waiting: sum(counted.map((frame) => frame.waiting)), inDraw: inDraw(counted) },
    consentsMissing: facts.consentsMissing,
    adultsNeeded: adultsFor(counted),
    stalls: facts.stalls,
    toAnswer: facts.toAnswer,
    calledOff: maySeeInside(actor, event) ? facts.calledOff : null,
    toWithdraw: maySeeInside(actor, event) ? facts.toWithdraw : 0,
    decideBy: leadsEvent(actor, event) ? decideBy(event, facts, now) : null,
    peopleWanted: sum(event.duties.map((duty) => duty.people)),
    can: canOf(actor, facts, now),
  };
}

/** The whole event; what is not public only for those who work on it. */
export function toEventDetail(actor: Actor, facts: WholeFacts, now: Date): EventDetail {
  const { event, frames, approval } = facts;
  const inside = maySeeInside(actor, event) || helpsWith(actor, event) || asksCouncil(actor, facts);
  const corrections = inside ? facts.corrections.map(toCorrection) : [];
  const snapshot = snapshotOf(event, frames, facts.organisation);
  // Files are for the host and the ward.
  const files = maySeeInside(actor, event) ? facts.files : [];
  const writable = event.state === 'draft' || event.state === 'returned';
  return {
    ...snapshot,
    ...toEventLine(actor, facts, now),
    ...(inside ? {} : { rainDecider: null, materials: null, insurance: null, budget: null }),
    shortCode: event.shortCode,
    frames: frames.map(toEventFrame),
    publicRevision: event.publicRevision,
    headcount: inside ? countedIn(corrections[0]?.now ?? headcountOf(event)) : null,
    updatedAt: event.updatedAt.toISOString(),
    namesRemovedAt: inside ? (event.namesRemovedAt?.toISOString() ?? null) : null,
    missing: inside && writable ? missingIn(facts, now) : [],
    series: seriesOf(event),
    change: inside ? changeOf(facts, now) : null,
    notificationOnly: inside && (writable || event.change !== null) && isNotificationOnly(facts),
    approval: inside && approval ? toApproval(actor, event, approval, { files, councilName: facts.councilName }) : null,
    checklist: inside ? toChecklist(actor, { ...facts, files }) : [],
    review: inside && (writable || event.change) && event.changeState !== 'pending' ? reviewTerm(jstDate(now), beginsOn(event)) : null,
    reason: reasonOf(event, facts.reason, inside),
    heldAt: facts.heldAt && facts.heldAt.toISOString(),
    reduction: toReduction(facts.reduction),
    report: inside && facts.report ? toReport(facts.report, mayHost(actor, event)) : null,
    corrections,
  };
}

/** Has the actor's council what waits? Then it sees what the ward sees. */
const asksCouncil = (actor: Actor, facts: EventFacts): boolean => doerOf(actor, facts.event, councilLooking(facts)).isCouncil;

function seriesOf({ seriesId, seriesDate, overridden, changeScope }: EventEntity): EventDetail['series'] {
  return seriesId === null ? null : { id: seriesId, date: seriesDate, overridden, scope: changeScope };
}

/** The change that is open, and what would happen with it. */
function changeOf(facts: EventFacts, now: Date): EventDetail['change'] {
  const { change, changeState: state } = facts.event;
  if (!change || !state) return null;
  const { kind, material } = kindOfChange(facts, change);
  return { state, kind, material: material.map(({ field }) => field), missing: missingIn(facts, now), content: withoutHost(change) };
}

function withoutHost({ organisation: _host, frames, ...content }: EventSnapshot): NonNullable<EventDetail['change']>['content'] {
  return { ...content, frames: frames.map(wholeFrame) };
}

const organisationOf = ({ id, name, areaId, areaName }: SnapshotOrganisation): EventLine['organisation'] => ({ id, name, areaId, areaName });

function toEventFrame(frame: FrameEntity): EventFrame {
  const { id, kind, name, method, capacity, placesTaken, waiting, entered, answersBy, perApplicationMax, companions, queue, outsideTotal } = frame;
  const asks = asksOf(frame);
  const opensAt = frame.opensAt?.toISOString() ?? null;
  return { id, kind, name, method, capacity, placesTaken, waiting, entered, answersBy, perApplicationMax, companions, queue, outsideTotal, asks, opensAt, drawnAt: frame.drawnAt?.toISOString() ?? null, closesAt: frame.closesAt?.toISOString() ?? null };
}

/** The headcount so far; null while nobody was counted. */
export function headcountOf(event: EventEntity): Headcount | null {
  const { headcountParticipants: participants, headcountVolunteers: volunteers, headcountWalkIns: walkIns } = event;
  return participants === null && volunteers === null && walkIns === null
    ? null
    : { participants: participants ?? 0, volunteers: volunteers ?? 0, walkIns: walkIns ?? 0 };
}

function toApproval(actor: Actor, event: EventEntity, approval: CaseFacts, { files, councilName }: { files: readonly EvidenceRow[]; councilName: string | null }): EventDetail['approval'] {
  const { caseId, status, revision, dueOn, remarks, rule } = approval;
  const check = approval.check && { councilName: councilName ?? '', dueOn: approval.check.dueOn, outcome: approval.check.outcome, words: approval.check.words };
  return { caseId, status, revision, dueOn, remarks, rule, check, submittedAt: approval.submittedAt.toISOString(), decidedAt: approval.decidedAt?.toISOString() ?? null, conditions: approval.conditions.map((each) => toCondition(actor, event, each, files)) };
}

/** A condition with what was said last, and what the actor can say. */
function toCondition(actor: Actor, event: EventEntity, { id, text, dueOn, blocking, itemCode = null, state, parties, steps }: ConditionStory, files: readonly EvidenceRow[]): EventCondition {
  const { personId, isHost, isStaff } = doerOf(actor, event);
  const judged = (kind: ConditionStepKind): true | string => stepVerdict(kind, { state, parties, by: personId ?? '' });
  const last = steps.at(-1);
  return {
    ...{ id, text, dueOn, blocking, itemCode, state },
    files: filesAbout(actor, { event, files }, { aboutKind: 'condition', aboutId: id }),
    last: last ? { kind: last.kind, words: last.words, at: last.at.toISOString() } : null,
    can: {
      report: isHost ? judged('reported') : 'event.host-only',
      confirm: isStaff ? judged('confirmed') : 'event.staff-only',
      sendBack: isStaff ? judged('sent-back') : 'event.staff-only',
      attach: !isHost ? 'event.host-only' : state === 'open' || state === 'reported' ? true : `approval.condition-${state}`,
    },
  };
}
