import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, constraintRefusals, refuse, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import type { EventEntity } from '../event/event.entity.js';
import { maySee } from '../event/event.policy.js';
import { EventRepository } from '../event/event.repository.js';
import { withSnapshot } from '../revision/snapshot.js';
import type { RainClash, VenueAnswer, VenueChangeRequest, VenueClash, VenueClashes, VenueRequest } from './venue.dto.js';
import { HAZARDS, type VenueEntity } from './venue.entity.js';
import { VenueRepository, type RefugePlace } from './venue.repository.js';

constraintRefusals({ venue_use_one_at_a_time: 'event.venue-taken', venue_use_venue: 'event.venue-unknown', venue_pkey: 'venue.is-known', venue_area: { code: 'venue.area-unknown', status: 422 }, venue_part_of: { code: 'venue.part-unknown', status: 422 } });

type Content = Omit<VenueEntity, 'name' | 'version' | 'updatedAt'>;

/** The ward's list of places, and who is where at the same time. */
@Injectable()
export class Venues {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly venues: VenueRepository,
    private readonly events: EventRepository,
    private readonly loader: EventLoader,
  ) {}

  /** All places, in kana order; anybody may know them. */
  list(): Promise<VenueAnswer[]> {
    return this.db.read(async (tx) => (await this.venues.all(tx)).map(toAnswer));
  }

  /** Places of refuge (避難所・避難場所), in kana order: of the ward, or of an area with those that are for the whole ward. Anybody may know them. */
  async refuges(areaId?: string): Promise<RefugePlace[]> {
    const found = await this.db.read((tx) => this.venues.refuges(tx));
    return found.filter((each) => areaId === undefined || each.areaId === null || each.areaId === areaId);
  }

  /** Adds a place. Refuses `venue.staff-only` (403), `venue.is-known` (409), `venue.part-unknown`, `venue.part-of-part` and `venue.area-unknown` (422). */
  add(actor: Actor, { name, ...request }: VenueRequest): Promise<VenueAnswer> {
    return this.db.transaction(async (tx) => {
      insistOnStaff(actor);
      await this.insistOnWhole(tx, name, request.partOf);
      const venue = { name, ...contentOf(request), version: 1, updatedAt: this.clock.now() };
      await this.venues.insert(tx, venue);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'venue.added', subject: `venue:${name}` });
      return toAnswer(venue);
    });
  }

  /** Changes what is known of a place; what is not named stays, null is none. Refuses `venue.staff-only` (403), `venue.not-found` (404), `venue.changed-meanwhile` and `venue.parts-meet` (409), and what {@link add} refuses of parts. */
  change(actor: Actor, name: string, { version, ...request }: VenueChangeRequest): Promise<VenueAnswer> {
    return this.db.transaction(async (tx) => {
      insistOnStaff(actor);
      // The whole it leaves as well: who is approved there meanwhile has this part, or has it not.
      const left = await this.venues.wholeOf(tx, name);
      const found = (await this.venues.lock(tx, [name, request.partOf, left].filter((each) => each !== null && each !== undefined))).get(name);
      if (!found) return refuse('venue.not-found', { status: 404 });
      // Who writes what stands there already loses nothing.
      const content = contentOf(request, found);
      if (isDeepStrictEqual(content, contentOf(found))) return toAnswer(found);
      if (found.version !== version) return refuse('venue.changed-meanwhile');
      await this.insistOnWhole(tx, name, request.partOf);
      if (request.partOf && request.partOf !== found.partOf && (await this.venues.wouldMeet(tx, name, request.partOf))) refuse('venue.parts-meet');
      const venue = { name, ...content, version: version + 1, updatedAt: this.clock.now() };
      await this.venues.save(tx, venue);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'venue.changed', subject: `venue:${name}` });
      return toAnswer(venue);
    });
  }

  /** What else is where the event wants to be, by the change of it where one is being written. Refuses `event.not-found` (404). */
  clashes(actor: Actor, eventId: string): Promise<VenueClashes> {
    return this.db.read(async (tx) => {
      const { event } = await this.loader.read(tx, actor, eventId);
      const wanted = event.change ? withSnapshot(event, event.change) : event;
      const there = new Map((await this.venues.othersThere(tx, wanted)).map(({ id, venues }) => [id, venues]));
      const others = await this.events.byIds(tx, [...there.keys()]);
      const items = others.sort((a, b) => a.startsAt!.getTime() - b.startsAt!.getTime()).map((other) => toClash(actor, there.get(other.id) ?? [], other));
      return { items, ifItRains: await this.meetingsInRain(tx, actor, wanted), besideReason: event.besideReason };
    });
  }

  /** A part is of a whole that is on the list, and has no parts itself. */
  private async insistOnWhole(tx: Tx, name: string, partOf: string | null | undefined): Promise<void> {
    if (!partOf) return;
    const whole = (await this.venues.lock(tx, [partOf])).get(partOf);
    const code = !whole ? 'venue.part-unknown' : partOf === name || whole.partOf !== null || (await this.venues.hasParts(tx, name)) ? 'venue.part-of-part' : null;
    if (code) refuse(code, { status: 422, fields: [{ field: 'partOf', code }] });
  }

  /** What would meet if it rained: it is told, and refused only once it is so. */
  private async meetingsInRain(tx: Tx, actor: Actor, wanted: EventEntity): Promise<RainClash[]> {
    const found = await this.venues.othersInRain(tx, wanted);
    const others = new Map((await this.events.byIds(tx, [...new Set(found.map(({ id }) => id))])).map((other) => [other.id, other]));
    return found.flatMap(({ id, venues, startsAt, endsAt, theirs }) => {
      const other = others.get(id);
      return other ? [{ ...toClash(actor, venues, other), startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), theirs }] : [];
    });
  }
}

function insistOnStaff(actor: Actor): void {
  if (!actor.isStaff()) refuse('venue.staff-only', { status: 403 });
}

/** What is not named stays as it `stands`. */
function contentOf(request: Omit<VenueRequest, 'name'>, stands?: VenueEntity): Content {
  const { kana, kind, unfitFor, partOf = stands?.partOf ?? null, address = stands?.address ?? null, capacity = stands?.capacity ?? null, refuge = stands?.refuge ?? null, areaId = stands?.areaId ?? null, note = stands?.note ?? null } = request;
  const hazards = unfitFor === undefined ? stands?.unfitFor : unfitFor;
  return { kana, kind, partOf, address, capacity, unfitFor: HAZARDS.filter((each) => hazards?.includes(each)), refuge, areaId, note };
}

function toAnswer({ name, kana, kind, partOf, address, capacity, unfitFor, refuge, areaId, note, version }: VenueEntity): VenueAnswer {
  return { name, kana, kind, partOf, address, capacity, unfitFor, refuge, areaId, note, version };
}

function toClash(actor: Actor, venues: string[], other: EventEntity): VenueClash {
  const seen = maySee(actor, other);
  return {
    venues,
    startsAt: other.startsAt!.toISOString(),
    endsAt: other.endsAt!.toISOString(),
    isApproved: other.state !== 'submitted',
    title: seen ? other.title : null,
    eventId: seen ? other.id : null,
  };
}
