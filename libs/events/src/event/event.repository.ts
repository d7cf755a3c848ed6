import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { KeptSealed, addDays, atJst, named, rows, type DateOnly, type Tx } from '@yoriai/platform';
import { FrameEntity } from '../frame/frame.entity.js';
import { EventReportEntity } from './event-report.entity.js';
import { EventTransitionEntity } from './event-transition.entity.js';
import { EventEntity } from './event.entity.js';
import { FigureCorrectionEntity } from './figure-correction.entity.js';
import { SeriesEntity } from '../series/series.entity.js';
import type { EventStalls, EventToAnswer } from './event-standing.dto.js';
import type { SeriesFacts } from './event.mapper.js';
import { HELPED, type EventFilter } from './event-filter.js';
import { incidentAt } from '../sealed/sealed-columns.js';
import type { VenueKind } from '../venue/venue.entity.js';
import type { Asked } from '../venue/venue.repository.js';

/** What began longer ago is not looked for among what is on a day (days). */
const LONGEST_DAYS = 366;

/** SQL of events. Every list starts from what the actor may see (`sees`). */
@Injectable()
export class EventRepository {
  constructor(private readonly sealed: KeptSealed) {}

  byId(tx: Tx, id: string): Promise<EventEntity | null> {
    return tx.findOneBy(EventEntity, { id });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<EventEntity[]> {
    return tx.findBy(EventEntity, { id: In([...ids]) });
  }

  byShortCode(tx: Tx, shortCode: string): Promise<EventEntity | null> {
    return tx.findOneBy(EventEntity, { shortCode });
  }

  async asksPhotos(tx: Tx, eventId: string): Promise<boolean> {
    return (await rows(tx, `select from events.frame where event_id = $1 and asks -> 'photos' = 'true' limit 1`, [eventId])).length > 0;
  }

  /** By which number everybody is told to ask this organisation, on its newest page for everybody that names it alone (`name`); else on one that names somebody of it and is not older than `since`. Null where there is none. */
  async lastContact(tx: Tx, { organisationId, name, since }: { organisationId: string; name: string; since: Date }): Promise<{ contactPhone: string; contactHours: string | null } | null> {
    const [found] = await rows<{ contactPhone: string; contactHours: string | null }>(tx, `select contact_phone as "contactPhone", contact_hours as "contactHours" from events.event where organisation_id = $1 and public_revision is not null and contact_phone is not null and (contact_name = $2 or starts_at > $3) and visibility is null order by contact_name = $2 desc, starts_at desc limit 1`, [organisationId, name, since]);
    return found ?? null;
  }

  /** What these hosts have public and ahead of them. */
  publishedOf(tx: Tx, organisationIds: readonly string[]): Promise<EventEntity[]> {
    return tx.findBy(EventEntity, { organisationId: In([...organisationIds]), state: 'published' });
  }

  /** What these hosts have ahead of them or called off: people know of it, and its beginning has not come. */
  aheadOf(tx: Tx, organisationIds: readonly string[], now: Date): Promise<EventEntity[]> {
    return tx.findBy(EventEntity, { organisationId: In([...organisationIds]), state: In(['published', 'cancelled']), startsAt: MoreThan(now) });
  }

  /**
   * Locks the event row: its state changes one after the other. Taken before any frame. Not `for
   * update`: a sign-up that holds a frame refers to the event, and the two would wait for each other.
   * Of a date of a series the series is locked first: what is done with one date may be done with others.
   */
  async lock(tx: Tx, id: string): Promise<EventEntity | null> {
    await named(tx, 'events.lock-series', 'select id from events.series where id = (select series_id from events.event where id = $1) for no key update', [id]);
    return tx.findOne(EventEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** What these series were approved as, by id. */
  async seriesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, SeriesFacts>> {
    const found = await tx.find(SeriesEntity, { where: { id: In([...ids]) }, select: { id: true, approvedByRule: true, submittedBy: true } });
    return new Map(found.map(({ id, approvedByRule, submittedBy }) => [id, { id, approvedByRule, submittedBy }]));
  }

  /** Dates of a series that is locked, to be changed with it; those that begin or are decided on meanwhile are left out. */
  lockDates(tx: Tx, seriesId: string, dates: readonly DateOnly[]): Promise<EventEntity[]> {
    return tx.find(EventEntity, { where: { seriesId, seriesDate: In([...dates]), state: 'published' }, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
  }

  /** A new round for the link of an event that is locked, of a series for that of every date, where it is for a circle; what was told until now opens nothing. */
  async newRounds(tx: Tx, { id, seriesId }: Pick<EventEntity, 'id' | 'seriesId'>): Promise<void> {
    await rows(tx, `update events.event set invitation_round = invitation_round + 1 where (id = $1 or series_id = $2) and visibility in ('members', 'area')`, [id, seriesId]);
  }

  /** Lets nobody change the row before this transaction ends; for readers whose own rows follow its state. Taken before any of those. */
  hold(tx: Tx, id: string): Promise<EventEntity | null> {
    return tx.findOne(EventEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  async insert(tx: Tx, ...events: EventEntity[]): Promise<void> {
    await tx.insert(EventEntity, events);
  }

  /** New events are public as their first revision says. */
  async publishNew(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.update(EventEntity, { id: In([...ids]) }, { state: 'published', publicRevision: 1 });
  }

  async save(tx: Tx, event: EventEntity): Promise<void> {
    const { id, ...columns } = event;
    await tx.update(EventEntity, { id }, columns);
  }

  /** The next numbers of a fiscal year; unique, and without gaps as long as nothing rolls back. Whoever needs one waits until this transaction ends. */
  async nextNumbers(tx: Tx, fiscalYear: number, count: number): Promise<number[]> {
    const [row] = await rows<{ last_number: number }>(
      tx,
      `insert into events.number_series as series (fiscal_year, last_number) values ($1, $2)
       on conflict (fiscal_year) do update set last_number = series.last_number + $2 returning last_number`,
      [fiscalYear, count],
    );
    return Array.from({ length: count }, (_, index) => row!.last_number - count + 1 + index);
  }

  framesOf(tx: Tx, eventIds: readonly string[]): Promise<FrameEntity[]> {
    return tx.find(FrameEntity, { where: { eventId: In([...eventIds]) }, order: { sort: 'ASC', id: 'ASC' } });
  }

  /** How the stalls of those stand that take some. */
  async stallsOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, EventStalls>> {
    const found = await named<EventStalls & { event_id: string }>(
      tx, 'events.stalls-of',
      `select event_id, count(*) filter (where stall.state = 'applied')::int as waiting, count(*) filter (where stall.state = 'accepted')::int as accepted, call.places, call.closes_on::text as "closesOn"
       from events.stall_call call left join events.stall using (event_id) where event_id = any($1) group by event_id, call.places, call.closes_on`,
      [eventIds],
    );
    return new Map(found.map(({ event_id, ...stalls }) => [event_id, stalls]));
  }

  async anyApplied(tx: Tx, id: string): Promise<boolean> {
    return (await rows(tx, `select 1 from events.application where event_id = $1 limit 1`, [id])).length > 0;
  }

  /** How many applications of each wait for a guardian's consent; those without are absent. */
  async consentsMissing(tx: Tx, eventIds: readonly string[]): Promise<Map<string, number>> {
    const found = await rows<{ event_id: string; missing: number }>(
      tx,
      `select event_id, count(*)::int as missing from events.application
       where event_id = any($1) and consent = 'asked' and status in ('guardian_pending', 'offered', 'waitlisted', 'applied') group by event_id`,
      [eventIds],
    );
    return new Map(found.map(({ event_id, missing }) => [event_id, missing]));
  }

  /** How many of each event wait for an answer; those with none are absent. */
  async toAnswer(tx: Tx, eventIds: readonly string[]): Promise<Map<string, EventToAnswer>> {
    const found = await rows<{ event_id: string; groups: number; by: DateOnly | null }>(
      tx,
      `select frame.event_id, count(*)::int as groups, min(frame.answers_by)::text as by
       from events.frame frame join events.application application on application.frame_id = frame.id and application.status = 'applied'
       where frame.event_id = any($1::uuid[]) and frame.method = 'chosen' and frame.entered > 0 group by frame.event_id`,
      [eventIds],
    );
    return new Map(found.map(({ event_id, ...each }) => [event_id, each]));
  }

  /** The frames as they stand, and stay: nobody gets or gives back a place until this transaction ends. In id order like every lock on frames. */
  async lockFrames(tx: Tx, eventId: string): Promise<FrameEntity[]> {
    const found = await tx.find(FrameEntity, { where: { eventId }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    return found.sort((a, b) => a.sort - b.sort);
  }

  /** The frames of several events, locked as those of one. */
  async lockFramesOf(tx: Tx, eventIds: readonly string[]): Promise<void> {
    await tx.find(FrameEntity, { where: { eventId: In([...eventIds]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  /** Frames of an event that somebody has applied for, whatever became of it, or of which a draw stands, even of nobody. */
  async appliedTo(tx: Tx, eventId: string): Promise<Set<string>> {
    const found = await rows<{ id: string }>(
      tx,
      'select id from events.frame where event_id = $1 and (exists (select from events.application where frame_id = frame.id) or exists (select from events.draw where frame_id = frame.id))',
      [eventId],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Writes edited frames, in id order like every other lock on frames. Counters are never among the columns. */
  async writeFrames(tx: Tx, plan: { frames: FrameEntity[]; added: FrameEntity[]; removed: FrameEntity[] }): Promise<void> {
    if (plan.removed.length > 0) await tx.delete(FrameEntity, { id: In(plan.removed.map((frame) => frame.id)) });
    const added = new Set(plan.added.map((frame) => frame.id));
    const kept = plan.frames.filter((frame) => !added.has(frame.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const frame of kept) {
      const { sort, kind, name, method, capacity, opensAt, closesAt, answersBy, perApplicationMax, companions, queue, outsideTotal, asks } = frame;
      await tx.update(FrameEntity, { id: frame.id }, { sort, kind, name, method, capacity, opensAt, closesAt, answersBy, perApplicationMax, companions, queue, outsideTotal, asks });
    }
    if (plan.added.length > 0) await tx.insert(FrameEntity, plan.added);
  }

  addTransition(tx: Tx, ...transitions: EventTransitionEntity[]): Promise<unknown> {
    return tx.insert(EventTransitionEntity, transitions);
  }

  transitionsOf(tx: Tx, eventId: string): Promise<EventTransitionEntity[]> {
    return tx.find(EventTransitionEntity, { where: { eventId }, order: { at: 'DESC', id: 'DESC' } });
  }

  /**
   * Why it went back, was refused or called off: the newest transition, when it is one of these. Edits of words,
   * and putting it on the Site, do not make it past. Of two at the same moment the one written last.
   */
  async lastReason(tx: Tx, eventIds: readonly string[]): Promise<EventTransitionEntity[]> {
    const last = await tx
      .createQueryBuilder(EventTransitionEntity, 'transition')
      .distinctOn(['transition.eventId'])
      .where('transition.eventId in (:...ids)', { ids: [...eventIds] })
      .andWhere(`transition.verb not in ('edit', 'publish')`)
      .orderBy('transition.eventId')
      .addOrderBy('transition.at', 'DESC')
      .addOrderBy('transition.id', 'DESC')
      .getMany();
    return last.filter(({ verb }) => verb === 'return' || verb === 'reject' || verb === 'cancel' || verb === 'postpone');
  }

  addReport(tx: Tx, report: EventReportEntity): Promise<unknown> {
    return tx.insert(EventReportEntity, { ...report, incident: this.sealed.close(incidentAt(report.id), report.incident) });
  }

  addCorrection(tx: Tx, correction: FigureCorrectionEntity): Promise<unknown> {
    return tx.insert(FigureCorrectionEntity, correction);
  }

  /** What the figures were corrected to, newest first: the first counts. */
  correctionsOf(tx: Tx, eventId: string): Promise<FigureCorrectionEntity[]> {
    return tx.find(FigureCorrectionEntity, { where: { eventId }, order: { number: 'DESC' } });
  }

  async lastReport(tx: Tx, eventId: string): Promise<EventReportEntity | null> {
    const found = await tx.findOne(EventReportEntity, { where: { eventId }, order: { reportedAt: 'DESC', id: 'DESC' } });
    return found && { ...found, incident: this.sealed.open(incidentAt(found.id), found.incident) };
  }

  /** Who reported last, by event. */
  async reportersOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, string>> {
    const last = 'select distinct on (event_id) event_id, reported_by from events.event_report where event_id = any($1::uuid[]) order by event_id, reported_at desc, id desc';
    return new Map((await rows<{ event_id: string; reported_by: string }>(tx, last, [eventIds])).map((row) => [row.event_id, row.reported_by]));
  }

  /** One page: undated drafts, what comes (the nearest first), what is over (the latest first); two queries, whatever the number of events. */
  page(tx: Tx, filter: EventFilter): Promise<[EventEntity[], number]> {
    const query = tx.createQueryBuilder(EventEntity, 'event').where(
      `((event.publicRevision is not null and event.visibility is null) or event.organisationId = any(:mine) or ${HELPED}
        or (:staff and (event.state <> 'draft' or event.createdBy = :me)))`,
      { mine: filter.sees.organisationIds, helped: filter.sees.helpedAreas, staff: filter.sees.staff, me: filter.sees.personId },
    );
    if (filter.organisationIds) query.andWhere('event.organisationId = any(:hosts)', { hosts: filter.organisationIds });
    if (filter.helped) query.andWhere(HELPED);
    if (filter.state) query.andWhere('event.state = :state', { state: filter.state });
    if (filter.areaId) query.andWhere('event.areaId = :areaId', { areaId: filter.areaId });
    if (filter.patterns) query.andWhere('event.searchText like all(:patterns)', { patterns: filter.patterns });
    if (filter.during) {
      const [from, till, early] = [filter.during.from, filter.during.till, addDays(filter.during.from, -LONGEST_DAYS)].map((day) => atJst(day, '00:00'));
      query.andWhere('event.startsAt >= :early and event.startsAt < :till and (event.startsAt >= :from or event.endsAt > :from)', { early, from, till });
    }
    return query
      .addSelect(`case when event.startsAt is null then 0 when coalesce(event.endsAt, event.startsAt) >= :now then 1 else 2 end`, 'part')
      .addSelect(`case when coalesce(event.endsAt, event.startsAt) >= :now then event.startsAt end`, 'coming')
      .setParameter('now', filter.now)
      .orderBy('part')
      .addOrderBy('coming')
      .addOrderBy('event.startsAt', 'DESC')
      .addOrderBy('event.id', 'DESC')
      .skip(filter.skip)
      .take(filter.take)
      .getManyAndCount();
  }

  /** What kind of place those of these are that stand on the ward's list. */
  async venueKinds(tx: Tx, names: readonly string[]): Promise<Map<string, VenueKind>> {
    const found = await rows<{ name: string; kind: VenueKind }>(tx, 'select name, kind from events.venue where name = any($1::text[])', [names]);
    return new Map(found.map(({ name, kind }) => [name, kind]));
  }

  /** Whether an approved event is in one of the places at that time. */
  async isPlaceTaken(tx: Tx, { id, venues, startsAt, endsAt }: Asked): Promise<boolean> {
    if (!venues?.length || !startsAt || !endsAt) return false;
    const found = await rows(tx, 'select from events.venue_use where venue = any(events.with_parts($1::text[])) and event_id <> $2 and during && tstzrange($3, $4) limit 1', [venues, id, startsAt, endsAt]);
    return found.length > 0;
  }

  /** Published events whose end has come; others working on the same are skipped. */
  async lockEnded(tx: Tx, now: Date, limit: number): Promise<EventEntity[]> {
    return tx
      .createQueryBuilder(EventEntity, 'event')
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .where(`event.state = 'published' and event.endsAt <= :now`, { now })
      .orderBy('event.endsAt')
      .take(limit)
      .getMany();
  }

  /** What the reception counted, unless something newer was heard; once the host has reported, the reported figures stand. */
  async setHeadcount(tx: Tx, id: string, count: { participants: number; volunteers: number; walkIns: number; sequence: number }): Promise<void> {
    await rows(
      tx,
      `update events.event set headcount_participants = $2, headcount_volunteers = $3, headcount_walk_ins = $4, headcount_sequence = $5
       where id = $1 and state not in ('reported', 'closed') and headcount_sequence < $5`,
      [id, count.participants, count.volunteers, count.walkIns, count.sequence],
    );
  }
}
