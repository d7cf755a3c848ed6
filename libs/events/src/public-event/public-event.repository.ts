import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { Counters } from '../application/application.rules.js';
import { LEAST } from '../application/shared-places.js';
import { seenByEach } from '../application/shared-places.rules.js';
import type { ActivityField } from '../event/event.entity.js';
import type { EventState } from '../event/event.rules.js';
import { HAZARDS, type Hazard } from '../venue/venue.entity.js';
import type { Visibility } from '../invitation/invited-address.rules.js';
import type { EventSnapshot } from '../revision/snapshot.js';
import type { WhenAndWhere } from './earlier.rules.js';
import { countOf, latestOf, pageOf, type PublicFilter } from './public-filter.js';

/** A public event: its approved revision and what changes by the minute. */
export interface PublicRow {
  id: string;
  number: string;
  slug: string;
  short_code: string;
  visibility: Visibility | null;
  invitation_round: number;
  state: EventState;
  series_id: string | null;
  revision: number;
  revised_at: Date;
  snapshot: EventSnapshot;
  co_hosts: { name: string; slug: string }[];
  initiative: { code: string; name: string; kana: string; nameEn: string } | null;
  banner_reason: string | null;
  banner_at: Date | null;
}

/** How many came, and the square metres that were cleaned where they were measured. */
export interface Figures {
  people: number;
  area: number | null;
}

export interface CounterRow {
  id: string;
  places_taken: number;
  waiting: number;
  entered: number;
  drawn_at: Date | null;
  /** What it has together with the event's other frames; `left`: of that, what a newcomer can get. */
  shared: { places: number; left: number } | null;
}

/** An initiative for who looks for events: whether any of it comes. */
export interface NamedInitiative {
  code: string;
  name: string;
  kana: string;
  nameEn: string;
  field: ActivityField;
  coming: boolean;
}

/** A frame and, where it shares places, what is known of them. */
type CountedRow = Omit<CounterRow, 'shared'> & { event_id: string; capacity: number | null; places: number | null; taken: number; least: number | null };

/** Those who hold it together with its host; of a series, each date with those of every date. */
const CO_HOSTS = `(
    select coalesce(json_agg(json_build_object('name', co.name, 'slug', co.slug) order by co.answered_at, co.id), '[]')
    from (
      select distinct on (co.organisation_id) co.*
      from events.co_host co join events.event held on held.id = co.event_id
      where co.state = 'accepted' and (held.id = event.id or held.series_id = event.series_id)
      order by co.organisation_id, co.answered_at, co.id
    ) co
  ) as co_hosts`;

/** Of the ward's plan, as the ward office calls it by now. */
const INITIATIVE = `(
    select json_build_object('code', code, 'name', name, 'kana', kana, 'nameEn', name_en) from events.initiative where code = revision.snapshot->>'initiative'
  ) as initiative`;

export const PUBLIC = `
  select event.id, event.number, event.slug, event.short_code, event.visibility, event.invitation_round, event.state, event.series_id, revision.number as revision, revision.at as revised_at, revision.snapshot, ${CO_HOSTS}, ${INITIATIVE},
    banner.reason as banner_reason, banner.at as banner_at
  from events.event event
  join events.event_revision revision on revision.event_id = event.id and revision.number = event.public_revision
  left join lateral (
    select reason, at from events.event_transition where event_id = event.id and verb = 'cancel' and event.state = 'cancelled' order by at desc limit 1
  ) banner on true`;

const WHEN_AND_WHERE = `
  select revision.snapshot->>'startsAt' as "startsAt", revision.snapshot->>'endsAt' as "endsAt",
    revision.snapshot->>'placeName' as "placeName", revision.snapshot->>'placeAddress' as "placeAddress"
  from events.event event
  join events.event_transition published on published.event_id = event.id and published.verb = 'publish'
  join events.event_revision revision on revision.event_id = event.id and revision.number between published.revision and event.public_revision
  where event.id = $1 and event.state = 'published' and event.ends_at > $2
  order by revision.number desc`;

/** Of events of series that are not over: the public dates after each, by the day that everybody reads. */
const NEXT_DATES = `
  select event.id, revision.snapshot->>'startsAt' as "startsAt"
  from events.event event
  cross join lateral (
    select later.id, later.starts_at, later.public_revision from events.event later
    where later.series_id = event.series_id and later.state = 'published' and later.visibility is null and later.starts_at > event.starts_at
    order by later.starts_at, later.id limit $3
  ) later
  join events.event_revision revision on revision.event_id = later.id and revision.number = later.public_revision
  where event.id = any($1::uuid[]) and event.ends_at > $2
  order by later.starts_at, later.id`;

const INITIATIVES = `
  select code, name, kana, name_en as "nameEn", field,
    exists (select from events.event where initiative = code and state = 'published' and public_revision is not null and visibility is null and ends_at > $1) as coming
  from events.initiative order by sort, code`;

/** SQL of the public pages. */
@Injectable()
export class PublicEventRepository {
  /** `many`: more than MOST_COUNTED are found. */
  async page(tx: Tx, filter: PublicFilter, range: { skip: number; take: number }, many = false): Promise<PublicRow[]> {
    if (many && filter.past && filter.words) {
      const { which, values } = latestOf(filter, range);
      const latest = await rows<PublicRow>(tx, `${PUBLIC} ${which}`, values);
      if (latest.length === range.take) return latest;
    }
    const { which, values } = pageOf(filter, range);
    return rows(tx, `${PUBLIC} ${which}`, values);
  }

  /** Of what a search finds, one more than MOST_COUNTED at most. */
  async count(tx: Tx, filter: PublicFilter): Promise<number> {
    const { sql, values } = countOf(filter);
    return (await rows<{ count: number }>(tx, sql, values))[0]!.count;
  }

  async bySlug(tx: Tx, slug: string): Promise<PublicRow | null> {
    return (await rows<PublicRow>(tx, `${PUBLIC} where event.slug = $1`, [slug]))[0] ?? null;
  }

  /** What opens the page of an event, and how it stands: without a word of the page. */
  async standing(tx: Tx, slug: string): Promise<Pick<PublicRow, 'id' | 'slug' | 'state' | 'visibility' | 'invitation_round'> | null> {
    return (await rows<PublicRow>(tx, 'select id, slug, state, visibility, invitation_round from events.event where slug = $1 and public_revision is not null', [slug]))[0] ?? null;
  }

  async byId(tx: Tx, id: string): Promise<PublicRow | null> {
    return (await rows<PublicRow>(tx, `${PUBLIC} where event.id = $1`, [id]))[0] ?? null;
  }

  async byShortCode(tx: Tx, code: string): Promise<PublicRow | null> {
    return (await rows<PublicRow>(tx, `${PUBLIC} where event.short_code = $1 and event.visibility is null`, [code]))[0] ?? null;
  }

  /** The public dates of a series that end after `from`, soonest first. */
  ofSeries(tx: Tx, seriesId: string, from: Date, most: number): Promise<PublicRow[]> {
    return rows(tx, `${PUBLIC} where event.series_id = $1 and event.visibility is null and event.ends_at > $2 order by event.starts_at, event.id limit $3`, [seriesId, from, most]);
  }

  /** The public dates of their series after events that are not over, `most` of each, soonest first. */
  nextDates(tx: Tx, eventIds: readonly string[], now: Date, most: number): Promise<{ id: string; startsAt: string }[]> {
    return rows(tx, NEXT_DATES, [eventIds, now, most]);
  }

  /** When and where an event that is to come takes place, and what was public of that before, the latest first. */
  whenAndWhere(tx: Tx, eventId: string, now: Date): Promise<WhenAndWhere[]> {
    return rows(tx, WHEN_AND_WHERE, [eventId, now]);
  }

  /** From what the places of an event are no refuge, as the ward's list says now. */
  async unfitFor(tx: Tx, eventId: string): Promise<Hazard[]> {
    const found = await rows<{ hazard: Hazard }>(tx, 'select distinct hazard from events.event join events.venue on venue.name = any(event.venues), unnest(venue.unfit_for) as hazard where event.id = $1 and event.public_revision is not null', [eventId]);
    return HAZARDS.filter((each) => found.some(({ hazard }) => hazard === each));
  }

  /** What was reported of a closed event, as it counts by now; null of every other. */
  async figures(tx: Tx, eventId: string): Promise<Figures | null> {
    const [found] = await rows<Figures>(
      tx,
      `select coalesce(correction.participants + correction.walk_ins, report.participants + report.walk_ins) as people, report.cleaned_area::float8 as area
       from events.event event
       join lateral (select participants, walk_ins, cleaned_area from events.event_report where event_id = event.id order by reported_at desc, id desc limit 1) report on true
       left join lateral (select participants, walk_ins from events.figure_correction where event_id = event.id order by number desc limit 1) correction on true
       where event.id = $1 and event.state = 'closed' and event.visibility is null`,
      [eventId],
    );
    return found ?? null;
  }

  /** The initiatives of the ward's plan, in their order. */
  initiatives(tx: Tx, now: Date): Promise<NamedInitiative[]> {
    return rows(tx, INITIATIVES, [now]);
  }

  /** The frames' counters. */
  async counters(tx: Tx, eventIds: readonly string[]): Promise<CounterRow[]> {
    const found = await rows<CountedRow>(
      tx,
      `select frame.id, frame.event_id, frame.capacity, frame.places_taken, frame.waiting, frame.entered, frame.drawn_at, shared.places, shared.places_taken as taken,
         case when shared.places is not null and frame.waiting > 0 then ${LEAST} end as least
       from events.frame frame left join events.shared_places shared on shared.event_id = frame.event_id and frame.counted where frame.event_id = any($1::uuid[])`,
      [eventIds],
    );
    const together = sharedIn(found);
    return found.map(({ event_id: _event, capacity: _capacity, places: _places, taken: _taken, least: _least, ...row }) => ({ ...row, shared: together.get(row.id) ?? null }));
  }
}

/** What the frames that share places have of them, for somebody who comes now. */
function sharedIn(found: readonly CountedRow[]): Map<string, NonNullable<CounterRow['shared']>> {
  const frames = new Map<string, Counters>();
  for (const { id, event_id: eventId, capacity, places_taken: placesTaken, waiting, places, taken, least } of found) {
    if (places !== null) frames.set(id, { ...{ capacity, placesTaken, waiting, least }, lastWaitlistOrder: 0, undrawn: false, shared: { eventId, places, taken, lastOrder: 0, waitedFor: false } });
  }
  seenByEach(frames);
  return new Map([...frames].flatMap(([id, { shared }]) => (shared ? [[id, { places: shared.places, left: shared.waitedFor ? 0 : Math.max(0, shared.places - shared.taken) }]] : [])));
}
