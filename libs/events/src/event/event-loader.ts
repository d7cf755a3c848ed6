import { isDeepStrictEqual } from 'node:util';
import { asksOf } from '../asks/asks.rules.js';
import { Injectable } from '@nestjs/common';
import { Approvals } from '@yoriai/approvals';
import { Organisations, type Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { refuse, type Tx } from '@yoriai/platform';
import { usesAt } from './checklist-flags.rules.js';
import { venuesAfter } from './venues-after.rules.js';
import type { EventFields } from './event-draft.dto.js';
import { EventPapers } from './event-papers.service.js';
import { EVENT_SUBJECT } from './event-subject.js';
import { appliedWhenCalledOff, type AppliedWhenCalledOff } from '../application/called-off.js';
import type { EventToAnswer } from './event-standing.dto.js';
import type { EventEntity } from './event.entity.js';
import { NOTHING_TO_DO, councilLooking, councilOf, snapshotOrganisation, type EventFacts, type SeriesFacts, type WholeFacts } from './event.mapper.js';
import { submittedOf } from '../revision/submitted.js';
import type { EventSnapshot, SnapshotOrganisation } from '../revision/snapshot.js';
import type { Asked } from '../venue/venue.repository.js';
import { helpGiven, type DraftHelp } from '../help/draft-help.js';
import { UNDECIDED, maySee } from './event.policy.js';
import { Alerts } from '../weather/alerts/alerts.service.js';
import { heldOf, timesHeld } from '../weather/held.js';
import { EventRepository } from './event.repository.js';
import type { EventState } from './event.rules.js';

/** Where there may be a report: it may have been sent back. */
const REPORTED: ReadonlySet<EventState> = new Set(['awaiting-report', 'reported', 'closed']);

/** Loads events together with what every answer and every decision about them needs. */
@Injectable()
export class EventLoader {
  constructor(
    private readonly events: EventRepository,
    private readonly organisations: Organisations,
    private readonly approvals: Approvals,
    private readonly people: People,
    private readonly papers: EventPapers,
    private readonly alerts: Alerts,
  ) {}

  /** For changing: the row is locked. Refuses `event.not-found` (404) for those who may not see it; a council whose look is over may hear that it is. */
  async lock(tx: Tx, actor: Actor, id: string): Promise<EventFacts> {
    return this.visible(tx, actor, await this.events.lock(tx, id), councilOf);
  }

  /** For reading. Refuses `event.not-found` (404) for those who may not see it. */
  async read(tx: Tx, actor: Actor, id: string): Promise<EventFacts> {
    return this.visible(tx, actor, await this.events.byId(tx, id), councilLooking);
  }

  /** What an act came to, for whoever was let do it: also for a council, whose look it ended. Refuses `event.not-found` (404). */
  async after(tx: Tx, id: string): Promise<EventFacts> {
    const event = await this.events.byId(tx, id);
    return event ? (await this.factsOf(tx, [event]))[0]! : refuse('event.not-found', { status: 404 });
  }

  /** Many at once: at most sixteen queries, however many events. */
  async factsOf(tx: Tx, events: readonly EventEntity[]): Promise<EventFacts[]> {
    if (events.length === 0) return [];
    const ids = events.map((event) => event.id);
    const frames = await this.events.framesOf(tx, ids);
    const cases = await this.approvals.casesOf(tx, EVENT_SUBJECT, ids);
    const councils = [...cases.values()].flatMap(({ check }) => check?.councilId ?? []);
    const hosts = await this.organisations.byIds(tx, [...new Set([...events.map((event) => event.organisationId), ...councils])]);
    const repeated = [...new Set(events.flatMap(({ seriesId }) => seriesId ?? []))];
    const series = repeated.length > 0 ? await this.events.seriesOf(tx, repeated) : new Map<string, SeriesFacts>();
    const stalls = await this.events.stallsOf(tx, ids);
    // Before it is public nobody has applied.
    const guarded = events.filter(({ id, publicRevision }) => publicRevision !== null && frames.some((frame) => frame.eventId === id && asksOf(frame).guardian)).map(({ id }) => id);
    const consents = guarded.length > 0 ? await this.events.consentsMissing(tx, guarded) : new Map<string, number>();
    const chosen = events.filter(({ id }) => frames.some(({ eventId, method, entered }) => eventId === id && method === 'chosen' && entered > 0)).map(({ id }) => id);
    const toAnswer = chosen.length > 0 ? await this.events.toAnswer(tx, chosen) : new Map<string, EventToAnswer>();
    const off = events.filter(({ state }) => state === 'cancelled').map(({ id }) => id);
    const calledOff = off.length > 0 ? await appliedWhenCalledOff(tx, off) : new Map<string, AppliedWhenCalledOff>();
    const toWithdraw = off.length > 0 ? await this.papers.toWithdraw(tx, off) : new Map<string, number>();
    const open = events.filter(({ state }) => state === 'published');
    // What was said before a danger of the gravest kind began is to be said anew.
    const danger = open.length > 0 ? await this.alerts.gravestSince(tx) : null;
    const undecided = open.filter(({ rainDecisionAt }) => danger !== null || rainDecisionAt !== null).map(({ id }) => id);
    const held = undecided.length > 0 ? await heldOf(tx, undecided, danger) : new Set<string>();
    const reported = events.filter((event) => event.state === 'reported').map((event) => event.id);
    const reporters = reported.length > 0 ? await this.events.reportersOf(tx, reported) : new Map<string, string>();
    const changing = events.filter((event) => event.change !== null).map((event) => event.id);
    const decidedOn = changing.length > 0 ? await submittedOf(tx, changing) : new Map<string, EventSnapshot>();
    const help = await this.helpWith(tx, events);
    const asking = events.map((event) => ({
      event,
      frames: frames.filter((frame) => frame.eventId === event.id),
      organisation: snapshotOrganisation(event.organisationId, hosts.get(event.organisationId)),
      approval: cases.get(event.id) ?? null,
    }));
    const standing = await this.papers.standingOf(tx, asking);
    return asking.map(({ event, ...asks }) => ({
      event,
      ...asks,
      councilName: hosts.get(cases.get(event.id)?.check?.councilId ?? '')?.name ?? null,
      procedures: standing.get(event.id) ?? NOTHING_TO_DO,
      reportedBy: reporters.get(event.id) ?? null,
      consentsMissing: guarded.includes(event.id) ? (consents.get(event.id) ?? 0) : null,
      stalls: stalls.get(event.id) ?? null,
      toAnswer: toAnswer.get(event.id) ?? null,
      calledOff: calledOff.get(event.id) ?? null,
      toWithdraw: toWithdraw.get(event.id) ?? 0,
      held: held.has(event.id),
      inDanger: danger !== null,
      series: series.get(event.seriesId ?? '') ?? null,
      decidedOn: decidedOn.get(event.id) ?? null,
      help: help.get(event.id) ?? [],
    }));
  }

  /** Who of a community centre wrote at these while they are not decided on, by event, the first to begin first. */
  async helpWith(tx: Tx, events: readonly EventEntity[]): Promise<Map<string, DraftHelp[]>> {
    const ids = events.filter(({ state }) => UNDECIDED.has(state)).map(({ id }) => id);
    const given = ids.length === 0 ? [] : await helpGiven(tx, ids);
    const people = given.length === 0 ? undefined : await this.people.summaries(tx, [...new Set(given.map(({ personId }) => personId))]);
    const centres = await this.organisations.byIds(tx, given.map(({ centreId }) => centreId));
    const named = given.map((each) => ({ ...each, name: people?.get(each.personId)?.name ?? '', centreName: centres.get(each.centreId)?.name ?? '' }));
    return new Map(ids.map((id) => [id, named.filter(({ eventId }) => eventId === id)]));
  }

  /** With what only a single event's answer says: why it went back, whether it was said to take place, its report and the corrections of it, what it needs besides and the files about that. */
  async whole(tx: Tx, facts: EventFacts): Promise<WholeFacts> {
    const { id, state } = facts.event;
    // Of what was never handed in nobody said anything.
    const [reason] = state === 'draft' && facts.approval === null ? [] : await this.events.lastReason(tx, [id]);
    const held = state === 'published' ? (await timesHeld(tx, id)).find(({ stands }) => stands) : undefined;
    const report = REPORTED.has(state) ? await this.events.lastReport(tx, id) : null;
    const corrections = state === 'closed' ? await this.events.correctionsOf(tx, id) : [];
    const names = await this.people.summaries(tx, [...new Set(corrections.map(({ correctedBy }) => correctedBy))]);
    const papers = await this.papers.of(tx, facts);
    return { ...facts, ...papers, reason: reason ?? null, heldAt: held?.kind === 'held' ? held.at : null, reduction: held?.kind === 'reduced' ? held : null, report, corrections: corrections.map((each) => ({ ...each, correctedByName: names.get(each.correctedBy)?.name ?? '' })) };
  }

  /** A host by its id. Refuses `event.organisation-unknown` (422). */
  async host(tx: Tx, organisationId: string): Promise<SnapshotOrganisation> {
    const found = (await this.organisations.byIds(tx, [organisationId])).get(organisationId);
    if (found) return snapshotOrganisation(organisationId, found);
    const code = 'event.organisation-unknown';
    return refuse(code, { status: 422, fields: [{ field: 'organisationId', code }] });
  }

  /** What was asked of a content (`now`) with what its places say of it themselves ({@link usesAt}). Places are named as the ward's list has them: refuses `event.venue-unknown` (422). */
  async atVenues<Asked extends Pick<EventFields, 'placeName' | 'venues' | 'uses'>>(tx: Tx, given: Asked, now: Pick<EventSnapshot, 'placeName' | 'venues' | 'uses'>): Promise<Asked> {
    const asked = await this.alongWithTheName(tx, given, now);
    // Null takes them away; who says nothing of them leaves them.
    const names = (asked.venues === undefined ? now.venues : asked.venues) ?? [];
    if ((asked.venues === undefined && asked.uses === undefined) || names.length === 0) return asked;
    const kinds = await this.events.venueKinds(tx, names);
    const code = 'event.venue-unknown';
    if (kinds.size < new Set(names).size) return refuse(code, { status: 422, fields: [{ field: 'venues', code }] });
    return { ...asked, uses: usesAt([...kinds.values()], asked.uses === undefined ? now.uses : asked.uses) };
  }

  /** Who writes another place and says nothing of the list leaves the places of the list that the old name told ({@link venuesAfter}). */
  private async alongWithTheName<Asked extends Pick<EventFields, 'placeName' | 'venues'>>(tx: Tx, asked: Asked, now: Pick<EventSnapshot, 'placeName' | 'venues'>): Promise<Asked> {
    const { placeName } = asked;
    if (placeName === undefined || placeName === now.placeName || asked.venues !== undefined || !now.venues?.length) return asked;
    const isListed = placeName !== null && (await this.events.venueKinds(tx, [placeName])).has(placeName);
    const venues = venuesAfter(now.venues, { before: now.placeName, after: placeName, isListed });
    return isDeepStrictEqual(venues, now.venues) ? asked : { ...asked, venues };
  }

  /** Whether no approved event is at the places at that time. */
  async isFree(tx: Tx, asked: Asked): Promise<boolean> {
    return !(await this.events.isPlaceTaken(tx, asked));
  }

  private async visible(tx: Tx, actor: Actor, event: EventEntity | null, council: (facts: EventFacts) => string | null): Promise<EventFacts> {
    if (!event) return refuse('event.not-found', { status: 404 });
    const [facts] = await this.factsOf(tx, [event]);
    return maySee(actor, event, council(facts!)) ? facts! : refuse('event.not-found', { status: 404 });
  }
}
