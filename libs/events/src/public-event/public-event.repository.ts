import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import type { EventSnapshot } from '../revision/snapshot.js';

/** A public event: its approved revision and what changes by the minute. */
export interface PublicRow {
  id: string;
  number: string;
  slug: string;
  short_code: string;
  state: EventState;
  revision: number;
  revised_at: Date;
  snapshot: EventSnapshot;
  banner_reason: string | null;
  banner_at: Date | null;
}

export interface CounterRow {
  id: string;
  places_taken: number;
  waiting: number;
}

/** Which public events, by facts of the approved revision. */
export interface PublicFilter {
  from: Date;
  to: Date | null;
  areaId: string | null;
  field: string | null;
  pattern: string | null;
  skip: number;
  take: number;
}

const PUBLIC = `
  select event.id, event.number, event.slug, event.short_code, event.state, revision.number as revision, revision.at as revised_at, revision.snapshot,
    banner.reason as banner_reason, banner.at as banner_at
  from events.event event
  join events.event_revision revision on revision.event_id = event.id and revision.number = event.public_revision
  left join lateral (
    select reason, at from events.event_transition where event_id = event.id and verb = 'cancel' and event.state = 'cancelled' order by at desc limit 1
  ) banner on true`;

// The columns of the row may be used to find an event: what was approved can't differ from them. What is
// shown comes from the revision alone.
const WHERE = `
  event.public_revision is not null and event.ends_at > $1 and ($2::timestamptz is null or event.starts_at < $2)
  and ($3::uuid is null or event.area_id = $3) and ($4::text is null or event.field = $4) and ($5::text is null or revision.search_text like $5)`;

/** SQL of the public pages. */
@Injectable()
export class PublicEventRepository {
  page(tx: Tx, filter: PublicFilter): Promise<PublicRow[]> {
    return rows(tx, `${PUBLIC} where ${WHERE} order by event.starts_at, event.id offset $6 limit $7`, [...conditions(filter), filter.skip, filter.take]);
  }

  async count(tx: Tx, filter: PublicFilter): Promise<number> {
    const [row] = await rows<{ count: number }>(
      tx,
      `select count(*)::int as count from events.event event
       join events.event_revision revision on revision.event_id = event.id and revision.number = event.public_revision where ${WHERE}`,
      conditions(filter),
    );
    return row!.count;
  }

  async bySlug(tx: Tx, slug: string): Promise<PublicRow | null> {
    return (await rows<PublicRow>(tx, `${PUBLIC} where event.slug = $1`, [slug]))[0] ?? null;
  }

  async byId(tx: Tx, id: string): Promise<PublicRow | null> {
    return (await rows<PublicRow>(tx, `${PUBLIC} where event.id = $1`, [id]))[0] ?? null;
  }

  async byShortCode(tx: Tx, code: string): Promise<PublicRow | null> {
    return (await rows<PublicRow>(tx, `${PUBLIC} where event.short_code = $1`, [code]))[0] ?? null;
  }

  counters(tx: Tx, eventIds: readonly string[]): Promise<CounterRow[]> {
    return rows(tx, 'select id, places_taken, waiting from events.frame where event_id = any($1::uuid[])', [eventIds]);
  }
}

function conditions(filter: PublicFilter): unknown[] {
  return [filter.from, filter.to, filter.areaId, filter.field, filter.pattern];
}
