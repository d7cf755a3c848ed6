import { Injectable } from '@nestjs/common';
import { ERASED_EMAIL, FORGOTTEN_KANA, FORGOTTEN_NAME } from '@yoriai/identity';
import { rows, type Tx } from '@yoriai/platform';

/** An application whose name is to go. */
export interface NamedApplication {
  id: string;
  personId: string;
  heads: number;
}

/** What still knows somebody, of the events of a fiscal year. */
export interface NamesDue {
  fiscalYear: number;
  eventIds: string[];
  applications: number;
  heads: number;
  companions: number;
  consents: number;
  stalls: number;
  judges: number;
  starts: number;
}

/** Nobody's mark: a link that was handed out leads nowhere any more. */
const NO_LINK = 'sha256(gen_random_uuid()::text::bytea)';
/** The same of an application, and known again: 32 bytes of which nobody knows a text that they are the SHA-256 of. */
const ENDED_LINK = `decode(repeat('0', 32) || replace(id::text, '-', ''), 'hex')`;
const WITH_NAME = `contact_email is distinct from '${ERASED_EMAIL}'`;
const COMPANION = `'{"name": "${FORGOTTEN_NAME}", "kana": "${FORGOTTEN_KANA}"}'::jsonb`;

/**
 * SQL of the end of names: ALL columns of this context in which somebody who applied, came along, consented, judged or asked
 * for a stall can be read. A new one belongs here and in docs/operating.md; apps/worker/src/retention.job-spec.ts finds it.
 */
@Injectable()
export class RetentionRepository {
  /** One event that ended before then and still has names, and is none of these; locked, and passed over by whoever comes at the same time. */
  async claim(tx: Tx, before: Date, besides: readonly string[]): Promise<string | undefined> {
    const [found] = await rows<{ id: string }>(
      tx,
      'select id from events.event where names_removed_at is null and ends_at < $1 and id <> all($2::uuid[]) order by ends_at limit 1 for update skip locked',
      [before, besides],
    );
    return found?.id;
  }

  /** Some of its applications that still have a name. */
  named(tx: Tx, eventId: string, limit: number): Promise<NamedApplication[]> {
    return rows(tx, `select id, person_id as "personId", heads from events.application where event_id = $1 and ${WITH_NAME} order by created_at limit $2`, [eventId, limit]);
  }

  /** Those of these people who applied for another event that still has names. */
  async elsewhere(tx: Tx, eventId: string, personIds: readonly string[]): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select distinct a.person_id as id from events.application a join events.event e on e.id = a.event_id
       where a.person_id = any($1::uuid[]) and a.event_id <> $2 and e.names_removed_at is null and a.${WITH_NAME}`,
      [personIds, eventId],
    );
    return found.map(({ id }) => id);
  }

  /** Those of these people who applied for an event that still has names. */
  elsewhereThanOnDuty(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    return this.elsewhere(tx, '00000000-0000-0000-0000-000000000000', personIds);
  }

  /** Somebody else stands for these people in their applications for the event. */
  async repoint(tx: Tx, eventId: string, to: ReadonlyMap<string, string>): Promise<void> {
    await rows(
      tx,
      `update events.application a set person_id = nobody.id from unnest($2::uuid[], $3::uuid[]) as nobody (was, id)
       where a.event_id = $1 and a.person_id = nobody.was`,
      [eventId, [...to.keys()], [...to.values()]],
    );
  }

  /** What these applications say of people, and what was written beside them. */
  async erase(tx: Tx, ids: readonly string[]): Promise<void> {
    await rows(
      tx,
      `update events.application set contact_phone = null, contact_email = '${ERASED_EMAIL}', search_key = id::text, ticket_hash = ${ENDED_LINK},
         born = null, answers = null, photos = null, host_words = null, group_name = null,
         companions = (select jsonb_agg(${COMPANION}) from jsonb_array_elements(companions)) where id = any($1::uuid[])`,
      [ids],
    );
    await this.eraseBeside(tx, ids);
  }

  /** What was written beside these applications. */
  private async eraseBeside(tx: Tx, ids: readonly string[]): Promise<void> {
    await rows(tx, 'update events.application_amendment set was = null, now = null where application_id = any($1::uuid[]) and (was is not null or now is not null)', [ids]);
    await rows(tx, 'select events.forget_reasons($1::uuid[])', [ids]);
    await rows(tx, 'delete from events.email_change where application_id = any($1::uuid[])', [ids]);
    await rows(tx, 'delete from events.email_asked where application_id = any($1::uuid[])', [ids]);
    await rows(tx, 'delete from events.guardian_consent where application_id = any($1::uuid[])', [ids]);
    await rows(tx, 'update events.contest_entry set named = false where application_id = any($1::uuid[]) and named', [ids]);
  }

  /** Some of its applications for a stall: what they said of themselves goes, what they needed and where they stood stays. Answers how many. */
  async eraseStalls(tx: Tx, eventId: string, limit: number): Promise<number> {
    const erased = await rows(
      tx,
      `update events.stall set contact_name = '${FORGOTTEN_NAME}', contact_phone = null, contact_email = '${ERASED_EMAIL}', name = '${FORGOTTEN_NAME}', sells = '${FORGOTTEN_NAME}',
         reply = null, ticket_hash = ${NO_LINK} where id in (select id from events.stall where event_id = $1 and ${WITH_NAME} limit $2) returning id`,
      [eventId, limit],
    );
    return erased.length;
  }

  /** Some of its applications that were erased by hand before (docs/operating.md), which had no name to go: their links end, and what was written beside them goes. Answers how many. */
  async unlink(tx: Tx, eventId: string, limit: number): Promise<number> {
    const found = await rows<{ id: string }>(
      tx,
      `update events.application set ticket_hash = ${ENDED_LINK} where id in (select id from events.application where event_id = $1 and ticket_hash <> ${ENDED_LINK} limit $2) returning id`,
      [eventId, limit],
    );
    if (found.length > 0) await this.eraseBeside(tx, found.map(({ id }) => id));
    return found.length;
  }

  /** Its names are gone: who judged, who asked to begin it, what was said when a list of them was asked for; and the event says so from now on. */
  async finish(tx: Tx, eventId: string, at: Date): Promise<void> {
    await rows(tx, `update events.contest_judge set name = '${FORGOTTEN_NAME}', token_hash = ${NO_LINK} where event_id = $1 and name <> '${FORGOTTEN_NAME}'`, [eventId]);
    await rows(
      tx,
      `update events.start_request set contact_name = null, contact_phone = null, contact_email = null, note = null, reply = null, place = null, forgotten_at = $2
       where event_id = $1 and forgotten_at is null`,
      [eventId, at],
    );
    // What hosts wrote to people may name them.
    await rows(tx, 'delete from events.message where event_id = $1', [eventId]);
    await rows(tx, 'update events.list_request set words = null, reply = null where event_id = $1 and num_nonnulls(words, reply) > 0', [eventId]);
    await rows(tx, 'update events.event set names_removed_at = $2 where id = $1', [eventId, at]);
  }

  /** What would go now, by the fiscal year in which the events ended. */
  due(tx: Tx, before: Date): Promise<NamesDue[]> {
    const count = (of: string): string => `coalesce(sum((select count(*) from ${of} and ${WITH_NAME})), 0)::int`;
    const plain = (of: string): string => `coalesce(sum((select count(*) from ${of})), 0)::int`;
    return rows(
      tx,
      `with over as (
         select id, extract(year from (ends_at at time zone 'Asia/Tokyo') - interval '3 months')::int as year from events.event where names_removed_at is null and ends_at < $1)
       select year as "fiscalYear", array_agg(id) as "eventIds",
         ${count('events.application a where a.event_id = over.id')} as applications,
         coalesce(sum((select sum(heads) from events.application a where a.event_id = over.id and ${WITH_NAME})), 0)::int as heads,
         coalesce(sum((select sum(jsonb_array_length(companions)) from events.application a where a.event_id = over.id and ${WITH_NAME})), 0)::int as companions,
         ${plain('events.guardian_consent c where c.event_id = over.id')} as consents,
         ${count('events.stall s where s.event_id = over.id')} as stalls,
         ${plain(`events.contest_judge j where j.event_id = over.id and j.name <> '${FORGOTTEN_NAME}'`)} as judges,
         ${plain('events.start_request r where r.event_id = over.id and r.forgotten_at is null')} as starts
       from over group by year order by year`,
      [before],
    );
  }
}
