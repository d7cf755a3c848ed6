import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { rows, type Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import { PUBLIC, type PublicRow } from '../public-event/public-event.repository.js';
import type { Addressed } from './event-addresses.js';

/** By what one looks for an event: its slug, or the code on a poster. */
export type Known = { readonly slug: string } | { readonly shortCode: string };

/** What leads somebody to an event that they may see; its slug is told to everybody in its circle. */
export type ShownTo = Pick<EventEntity, 'id' | 'slug' | 'visibility' | 'placeName' | 'seriesId' | 'areaId'>;

/** What an event is shown to somebody for: the organisations that they belong to (`$1`), and the areas of these (`$2`). */
const belongings = (actor: Actor | null): [string[], string[]] => [
  [...new Set(actor?.grants.map(({ organisationId }) => organisationId))],
  [...new Set(actor?.grants.flatMap(({ areaId }) => areaId ?? []))],
];

/** Held by one of their organisations, alone or together with others; of a series, each date by those of every date. */
const HELD_BY_THEIRS = `(event.organisation_id = any($1::uuid[]) or exists (
    select from events.co_host co join events.event held on held.id = co.event_id
    where co.organisation_id = any($1::uuid[]) and co.state = 'accepted' and (held.id = event.id or held.series_id = event.series_id)))`;

/** The one condition of who is in the circle of an event. */
const IN_THE_CIRCLE = `event.public_revision is not null and event.visibility in ('members', 'area')
  and (${HELD_BY_THEIRS} or (event.visibility = 'area' and event.area_id = any($2::uuid[])))`;

/** What is not over, and none of the organisations that are left out (`$4`); of a series the next date that stands, and those that were called off. */
const TO_COME = `${IN_THE_CIRCLE} and event.ends_at > $3 and event.organisation_id <> all($4::uuid[]) and (event.series_id is null or not exists (select from events.event sooner
    where sooner.series_id = event.series_id and sooner.state = 'published' and sooner.visibility = event.visibility and sooner.ends_at > $3 and sooner.starts_at < event.starts_at))`;

/** Which of them: all, or those alone that are not theirs to run (of organisations where they are a member, or hold nothing). */
export type CircleScope = 'all' | 'others';

/** What they ask with. */
const asked = (actor: Actor, now: Date, scope: CircleScope): [string[], string[], Date, string[]] => [...belongings(actor), now, scope === 'all' ? [] : actor.grants.flatMap(({ role, organisationId }) => (role === 'member' ? [] : organisationId))];

/** SQL of events that are shown to the people of their associations, or of their area. */
@Injectable()
export class CircleRepository {
  /** An event, if this person is in its circle. */
  async addressedTo(tx: Tx, actor: Actor, known: Known): Promise<Addressed | null> {
    const [column, value] = 'slug' in known ? ['slug', known.slug] : ['short_code', known.shortCode];
    const text = `select event.id, event.slug, event.visibility, event.invitation_round as "invitationRound" from events.event event where event.${column} = $3 and ${IN_THE_CIRCLE}`;
    return (await rows<Addressed>(tx, text, [...belongings(actor), value]))[0] ?? null;
  }

  /** Those in whose circle this person is, the soonest first. */
  toCome(tx: Tx, actor: Actor, now: Date, scope: CircleScope, { skip, take }: { skip: number; take: number }): Promise<PublicRow[]> {
    return rows(tx, `${PUBLIC} where ${TO_COME} order by event.starts_at, event.id offset $5 limit $6`, [...asked(actor, now, scope), skip, take]);
  }

  /** Those of these that are on and not over, and that everybody sees or in whose circle this person is. */
  standing(tx: Tx, actor: Actor | null, ids: readonly string[], now: Date): Promise<ShownTo[]> {
    const text = `select event.id, event.slug, event.visibility, event.place_name as "placeName", event.series_id as "seriesId", event.area_id as "areaId"
      from events.event event where event.id = any($3::uuid[]) and event.state = 'published' and event.ends_at > $4 and (event.visibility is null or (${IN_THE_CIRCLE}))`;
    return rows(tx, text, [...belongings(actor), ids, now]);
  }

  async count(tx: Tx, actor: Actor, now: Date, scope: CircleScope): Promise<number> {
    const [row] = await rows<{ count: number }>(tx, `select count(*)::int as count from events.event event where ${TO_COME}`, asked(actor, now, scope));
    return row!.count;
  }
}
