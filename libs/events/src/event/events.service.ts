import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { refuse, type Tx } from '@yoriai/platform';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { CircleRepository } from '../invitation/circle.repository.js';
import { EventAddresses } from '../invitation/event-addresses.js';
import type { Visibility } from '../invitation/invited-address.rules.js';
import type { EventSnapshot } from '../revision/snapshot.js';
import { plannedDuties, type ActivityField, type EventCategory, type EventEntity, type PlannedDuty } from './event.entity.js';
import { SeriesRepository, type BegunRow } from '../series/series.repository.js';
import { reasonStands } from './event-reason.js';
import { headcountOf } from './event.mapper.js';
import { leadsEvent, maySee, organisationsOf, type EventOfHost } from './event.policy.js';
import { EventRepository } from './event.repository.js';
import type { EventState } from './event.rules.js';

/** An event as other contexts may see it. */
export interface EventSummary {
  id: string;
  number: string;
  slug: string;
  shortCode: string;
  organisationId: string;
  areaId: string | null;
  title: string | null;
  kana: string | null;
  field: ActivityField | null;
  category: EventCategory | null;
  placeName: string | null;
  /** What has to be there to hold it, a thing a line; told to the host and the ward alone. */
  materials: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  state: EventState;
  /** Null: for everybody; otherwise its page is opened by the token in `slug` alone. */
  visibility: Visibility | null;
  /** Null as long as it was never public. */
  publicRevision: number | null;
  /** The series it is a date of. */
  seriesId: string | null;
  /** Since when nobody who applied is named any more (docs/adr/0066). */
  namesRemovedAt: Date | null;
  /** Heads, as counted so far; null while nobody was counted. */
  headcount: { participants: number; volunteers: number; walkIns: number } | null;
}

/** What was handed in or is public, with how the event stands now. */
export interface EventTold {
  slug: string;
  state: EventState;
  /** Of the public revision, or of the newest one while nothing is public. */
  revision: number;
  /** Why it was returned, rejected or called off; null when it stands otherwise. */
  reason: string | null;
  snapshot: EventSnapshot;
}

/** An event that was called off: why, as everybody reads it; null where that is not known. */
export interface CalledOff {
  because: string | null;
}

/** The door to events for other contexts. */
@Injectable()
export class Events {
  constructor(
    private readonly events: EventRepository,
    private readonly revisions: EventRevisionRepository,
    private readonly series: SeriesRepository,
    private readonly addresses: EventAddresses,
    private readonly circles: CircleRepository,
  ) {}

  /** One event in any state; null when there is none. */
  async byId(tx: Tx, id: string): Promise<EventSummary | null> {
    const event = await this.events.byId(tx, id);
    return event ? this.summary(event) : null;
  }

  /** One event by the code on its papers; null for a code nobody knows. No rights are asked here; the caller knows why it may be told. */
  async byShortCode(tx: Tx, shortCode: string): Promise<EventSummary | null> {
    const event = await this.events.byShortCode(tx, shortCode);
    return event ? this.summary(event) : null;
  }

  /** One event, for those who may see it at all: the first question of every route about an event. Refuses `event.not-found` (404) to everybody else. */
  async seen(tx: Tx, actor: Actor, id: string): Promise<EventSummary> {
    const event = await this.events.byId(tx, id);
    return event && maySee(actor, event) ? this.summary(event) : refuse('event.not-found', { status: 404 });
  }

  /**
   * One event that stays as it is until the transaction ends: who cancels or edits it waits, or was first
   * and is seen. For what may only happen while the event stands; null when there is none. Several hold at once.
   */
  async hold(tx: Tx, id: string): Promise<EventSummary | null> {
    const event = await this.events.hold(tx, id);
    return event ? this.summary(event) : null;
  }

  /** {@link hold} for somebody who came by its page, or from a list of what is free for them: null also where it is not for everybody, this is not the token of its link, and they are not in its circle. */
  async holdOpened(tx: Tx, actor: Actor, id: string, invitation: string | null | undefined): Promise<EventSummary | null> {
    const event = await this.events.hold(tx, id);
    if (!event) return null;
    const opened = this.addresses.opens(event, invitation) || (await this.circles.addressedTo(tx, actor, { slug: event.slug })) !== null;
    return opened ? this.summary(event) : null;
  }

  /** Somebody has a part in an event that is held: as a date of a series it is never taken away as an empty one from now on. */
  async notePeople(tx: Tx, { id, seriesId }: Pick<EventSummary, 'id' | 'seriesId'>): Promise<void> {
    if (seriesId !== null) await this.series.notePeople(tx, id);
  }

  /** Who holds a series; null where there is none. */
  async seriesHost(tx: Tx, seriesId: string): Promise<EventOfHost | null> {
    const series = await this.series.byId(tx, seriesId);
    return series && { organisationId: series.organisationId, category: series.template.category };
  }

  /** The dates of series that have begun and were public, the newest first, as far back as two years of weeks, by series; `off`: called off. One statement for any number. */
  async begunOf(tx: Tx, seriesIds: readonly string[], now: Date): Promise<Map<string, Omit<BegunRow, 'seriesId'>[]>> {
    const found = new Map<string, Omit<BegunRow, 'seriesId'>[]>();
    if (seriesIds.length === 0) return found;
    for (const { seriesId, ...date } of await this.series.begunOf(tx, seriesIds, now)) found.set(seriesId, [...(found.get(seriesId) ?? []), date]);
    return found;
  }

  /** Of a date of a series: the public dates that follow it, soonest first; of any other event none. */
  async datesAfter(tx: Tx, { seriesId, startsAt }: Pick<EventSummary, 'seriesId' | 'startsAt'>): Promise<string[]> {
    return seriesId === null || startsAt === null ? [] : this.series.publicAfter(tx, seriesId, startsAt);
  }

  /** Events by id; an unknown id is absent. One statement for any number. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, EventSummary>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.events.byIds(tx, ids)).map((event) => [event.id, this.summary(event)]));
  }

  /** The published events that the actor leads. One statement. */
  async publishedLedBy(tx: Tx, actor: Actor): Promise<EventSummary[]> {
    const events = await this.events.publishedOf(tx, organisationsOf(actor));
    return events.filter((event) => leadsEvent(actor, event)).map((event) => this.summary(event));
  }

  /** What the actor leads that is public or called off, and begins after `now`. One statement. */
  async aheadLedBy(tx: Tx, actor: Actor, now: Date): Promise<EventSummary[]> {
    const events = await this.events.aheadOf(tx, organisationsOf(actor), now);
    return events.filter((event) => leadsEvent(actor, event)).map((event) => this.summary(event));
  }

  /** The duties of the public revision; none while it is not public. */
  async duties(tx: Tx, eventId: string): Promise<PlannedDuty[]> {
    const event = await this.events.byId(tx, eventId);
    if (!event || event.publicRevision === null) return [];
    const revision = await this.revisions.byNumber(tx, eventId, event.publicRevision);
    return plannedDuties(revision?.snapshot.duties ?? []);
  }

  /** Did anybody ever apply, and so have a number? */
  anyApplied(tx: Tx, eventId: string): Promise<boolean> {
    return this.events.anyApplied(tx, eventId);
  }

  /** Does any frame of the event ask whether pictures may be shown? */
  async asksPhotos(tx: Tx, eventId: string): Promise<boolean> {
    return this.events.asksPhotos(tx, eventId);
  }

  /** What is public and the change of it that is written or waits for the ward; null where there is none, or nobody knows of the event yet. */
  async changeAsked(tx: Tx, eventId: string): Promise<{ before: EventSnapshot; after: EventSnapshot } | null> {
    const event = await this.events.byId(tx, eventId);
    if (!event?.change || event.publicRevision === null) return null;
    const before = await this.revision(tx, eventId, event.publicRevision);
    return before && { before, after: event.change };
  }

  /** How these events would read once the change that waits for the ward is approved; those without one are absent. One statement for any number. */
  async pendingChanges(tx: Tx, ids: readonly string[]): Promise<Map<string, EventSnapshot>> {
    const found = ids.length === 0 ? [] : await this.events.byIds(tx, ids);
    return new Map(found.flatMap(({ id, change, changeState }) => (change && changeState === 'pending' ? [[id, change] as const] : [])));
  }

  /** What stood in a revision; null where there is none of that number. */
  async revision(tx: Tx, eventId: string, number: number): Promise<EventSnapshot | null> {
    return (await this.revisions.byNumber(tx, eventId, number))?.snapshot ?? null;
  }

  /** What can be told about these events: the public revision, else the newest one handed in. Drafts are absent. Three statements for any number. */
  async snapshots(tx: Tx, ids: readonly string[]): Promise<Map<string, EventTold>> {
    if (ids.length === 0) return new Map();
    const events = await this.events.byIds(tx, ids);
    const revisions = new Map((await this.revisions.told(tx, ids)).map((each) => [each.eventId, each]));
    const reasons = new Map((await this.events.lastReason(tx, ids)).map((each) => [each.eventId, each]));
    return new Map(
      events.flatMap((event): [string, EventTold][] => {
        const revision = revisions.get(event.id);
        if (!revision) return [];
        const last = reasons.get(event.id);
        const reason = last && reasonStands(event, last) ? last.reason : null;
        return [[event.id, { slug: this.addresses.of(event), state: event.state, revision: revision.number, reason, snapshot: revision.snapshot }]];
      }),
    );
  }

  /** Why it was called off; null where it was not. Asks the database about what is off alone. */
  async calledOff(tx: Tx, { id, state }: Pick<EventSummary, 'id' | 'state'>): Promise<CalledOff | null> {
    return state === 'cancelled' ? { because: (await this.snapshots(tx, [id])).get(id)?.reason ?? null } : null;
  }

  /** Told to who runs it or takes part in it, and of what everybody sees: `slug` is the address that opens its page. */
  private summary(event: EventEntity): EventSummary {
    const { id, number, shortCode, organisationId, areaId, title, kana, field, category, placeName, materials, startsAt, endsAt, state, visibility, publicRevision, seriesId, namesRemovedAt } = event;
    const summary = { id, number, shortCode, organisationId, areaId, title, kana, field, category, placeName, materials, startsAt, endsAt, state, visibility, publicRevision, seriesId, namesRemovedAt };
    return { ...summary, slug: this.addresses.of(event), headcount: headcountOf(event) };
  }
}
