import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import { KEPT_DAYS } from '../asks/asks.rules.js';
import type { maySee } from '../event/event.policy.js';
import { StartRequestEntity } from './start.entity.js';
import type { StartSight } from './start.policy.js';
import { PREPARING_DAYS } from './start.rules.js';

/** The public page of what came of a request. */
export interface AnnouncedStart {
  slug: string;
  startsAt: Date;
  endsAt: Date;
}

const SEEN = '(:all or start.organisation_id = any(:organisations) or start.area_id = any(:areas))';

/** SQL of requests to begin something. */
@Injectable()
export class StartRepository {
  /** Those without an answer first, then those that go on, then what ended within a year, each the newest first. */
  visibleTo(tx: Tx, sight: StartSight, since: Date): Promise<StartRequestEntity[]> {
    return tx
      .createQueryBuilder(StartRequestEntity, 'start')
      .where(SEEN, { ...sight })
      .andWhere(`((start.state in ('waiting', 'talking') and start.forgotten_at is null) or start.updated_at >= :since)`, { since })
      .orderBy(`array_position(array['waiting', 'talking', 'accepted', 'declined', 'withdrawn'], start.state)`)
      .addOrderBy('start.created_at', 'DESC')
      .addOrderBy('start.id')
      .getMany();
  }

  /** What may wait for somebody: without an answer, not telephoned, not begun; the oldest first. */
  openVisibleTo(tx: Tx, sight: StartSight): Promise<StartRequestEntity[]> {
    return tx
      .createQueryBuilder(StartRequestEntity, 'start')
      .where(`/* visibleTo */ ${SEEN}`, { ...sight })
      .andWhere('start.forgotten_at is null')
      .andWhere(`(start.state in ('waiting', 'talking') or (start.state = 'accepted' and start.event_id is null) or (start.state in ('accepted', 'declined') and start.contact_email is null and start.called_at is null))`)
      .orderBy('start.created_at')
      .addOrderBy('start.id')
      .getMany();
  }

  byTicketHash(tx: Tx, ticketHash: Buffer): Promise<StartRequestEntity | null> {
    return tx.findOneBy(StartRequestEntity, { ticketHash });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<StartRequestEntity[]> {
    return tx.createQueryBuilder(StartRequestEntity, 'start').where('start.id = any(:ids)', { ids }).getMany();
  }

  /** Which request an event came of, and who began it. */
  async byEvent(tx: Tx, eventId: string): Promise<{ request: StartRequestEntity; begunBy: string } | null> {
    const request = await tx.findOneBy(StartRequestEntity, { eventId });
    const [event] = request ? await rows<{ begunBy: string }>(tx, 'select created_by as "begunBy" from events.event where id = $1', [eventId]) : [];
    return request && event ? { request, begunBy: event.begunBy } : null;
  }

  /** The page of what came of it, once everybody may see it: of a series the next date that is on. `dropped`: it was not approved, or is off. */
  async announced(tx: Tx, eventId: string, now: Date): Promise<AnnouncedStart | 'dropped' | null> {
    const [found] = await rows<AnnouncedStart>(
      tx,
      `select one.slug, one.starts_at as "startsAt", one.ends_at as "endsAt" from events.event first
       join events.event one on one.id = first.id or one.series_id = first.series_id
       where first.id = $1 and one.public_revision is not null and one.visibility is null and one.state not in ('cancelled', 'rejected')
       order by one.ends_at > $2 desc, case when one.ends_at > $2 then one.starts_at end, one.starts_at desc limit 1`,
      [eventId, now],
    );
    if (found) return found;
    const [over] = await rows(tx, `select from events.event where id = $1 and state in ('rejected', 'cancelled')`, [eventId]);
    return over ? 'dropped' : null;
  }

  lock(tx: Tx, id: string): Promise<StartRequestEntity | null> {
    return tx.findOne(StartRequestEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, request: StartRequestEntity): Promise<void> {
    await tx.insert(StartRequestEntity, request);
  }

  async save(tx: Tx, { id, ...columns }: StartRequestEntity): Promise<void> {
    await tx.update(StartRequestEntity, { id }, columns);
  }

  /** How many stand behind one contact that were asked without a login: open, and asked since then in whatever state. Whoever else asks with its number or its address waits until this transaction ends. */
  async heldBy(tx: Tx, { contactPhone, contactEmail }: Pick<StartRequestEntity, 'contactPhone' | 'contactEmail'>, since: Date): Promise<{ open: number; today: number }> {
    // One after the other, always in the same order: two who share both wait for each other in no circle.
    for (const contact of [contactPhone, contactEmail].filter((each) => each !== null).sort()) await rows(tx, `select pg_advisory_xact_lock(hashtextextended('start ' || $1::text, 0))`, [contact]);
    const [found] = await rows<{ open: number; today: number }>(
      tx,
      `select count(*) filter (where state in ('waiting', 'talking'))::int as open, count(*) filter (where created_at > $3)::int as today
       from events.start_request where asked_by is null and (contact_phone = $1 or contact_email = $2)`,
      [contactPhone, contactEmail, since],
    );
    return found ?? { open: 0, today: 0 };
  }

  /** The series that came of requests, as far as it has to be known who may see them. */
  async eventsOf(tx: Tx, ids: readonly string[]): Promise<(Parameters<typeof maySee>[1] & { id: string })[]> {
    if (ids.length === 0) return [];
    return rows(
      tx,
      `select id, organisation_id as "organisationId", area_id as "areaId", category, state, public_revision as "publicRevision", visibility, created_by as "createdBy" from events.event where id = any($1)`,
      [ids],
    );
  }

  /** Names of the places that people may choose: rooms, of which nothing else is told. */
  async rooms(tx: Tx): Promise<string[]> {
    const found = await rows<{ name: string }>(tx, `select name from events.venue where kind in ('hall', 'condominium') order by kana, name`);
    return found.map(({ name }) => name);
  }

  /** Forgets who asked, thirty days after it ended or its page was there; what is never answered, begun or published, after the time to prepare it. Answers which. */
  async forget(tx: Tx, now: Date): Promise<string[]> {
    const forgotten = await rows<{ id: string }>(
      tx,
      `update events.start_request set contact_name = null, contact_phone = null, contact_email = null, note = null, reply = null, place = null, forgotten_at = $1
       where id in (
         select start.id from events.start_request start
         left join events.event on event.id = start.event_id
         left join lateral (select min(at) as at from events.event_transition where event_id = start.event_id and verb = 'publish') public on true
         where start.forgotten_at is null
           and case
             when start.state in ('declined', 'withdrawn') or event.state in ('rejected', 'cancelled') then greatest(start.updated_at, public.at)
             when public.at is not null then public.at
             else start.updated_at + make_interval(days => $3)
           end < $1::timestamptz - make_interval(days => $2))
       returning id`,
      [now, KEPT_DAYS, PREPARING_DAYS - KEPT_DAYS],
    );
    return forgotten.map(({ id }) => id);
  }
}
