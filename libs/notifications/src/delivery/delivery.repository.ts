import { Injectable } from '@nestjs/common';
import { ERASED_EMAIL } from '@yoriai/identity';
import { named, rows, type Tx } from '@yoriai/platform';
import type { DeliveryState, Purpose } from './delivery.rules.js';
import type { ClaimedDelivery } from './letter.js';

/** A new row as it is written. */
export interface NewDelivery {
  id: string;
  dedupe_key: string;
  person_id: string | null;
  event_id: string | null;
  kind: string;
  scheduled_for: string | null;
  valid_until: string | null;
  purpose: Purpose;
  address: string | null;
  last_error: string | null;
  template: string;
  params: Record<string, unknown>;
  priority: number;
  any_hour: boolean;
}

/** What became of a claimed row. `attempts` is corrected by `give_back` when nothing was tried. */
export interface Settlement {
  id: string;
  state: Extract<DeliveryState, 'due' | 'accepted' | 'bounced' | 'opted-out' | 'withdrawn'>;
  next_attempt_at?: string;
  accepted_at?: string;
  error?: string;
  give_back?: number;
  /** 1: this try ran into the limit. */
  held_up?: number;
  /** 1: in this try the letter was handed over whole, and no answer came. */
  handed_over?: number;
}

interface ClaimedRow {
  id: string;
  person_id: string | null;
  event_id: string | null;
  kind: string;
  purpose: Purpose;
  address: string;
  template: string;
  params: Record<string, unknown>;
  scheduled_for: Date | null;
  valid_until: Date | null;
  any_hour: boolean;
  attempts: number;
  held_up: number;
  handed_over: number;
  message_id: string;
  created_at: Date;
  claimed_until: Date;
}

const INSERT = `
  insert into notifications.delivery
    (id, dedupe_key, person_id, event_id, kind, scheduled_for, valid_until, purpose, channel, address,
     template, params, priority, any_hour, state, attempts, next_attempt_at, last_error, created_at)
  select d.id, d.dedupe_key, d.person_id, d.event_id, d.kind, d.scheduled_for, d.valid_until, d.purpose,
         case when d.address is null then 'none' else 'mail' end, d.address,
         d.template, d.params, d.priority, d.any_hour,
         case when o.person_id is not null then 'opted-out' when d.address is null then 'no-channel' else 'due' end,
         0, $2, d.last_error, $2
  from jsonb_to_recordset($1::jsonb) as d(id uuid, dedupe_key text, person_id uuid, event_id uuid, kind text,
       scheduled_for timestamptz, valid_until timestamptz, purpose text, address text, last_error text,
       template text, params jsonb, priority smallint, any_hour boolean)
  left join notifications.opt_out o on o.person_id = d.person_id and o.purpose = d.purpose
  on conflict do nothing
  returning id`;

/**
 * Takes a slice. In the order of the partial index delivery_waiting, so a claim reads no more rows than it takes.
 * $1 now · $2 night · $3 first and $4 last priority · $5 how many · $6 end of the lease · $7 host of the Message-ID.
 */
export const CLAIM = `
  with slice as (
    select id from notifications.delivery
    where state in ('due', 'sending') and coalesce(claimed_until, next_attempt_at) <= $1
      and (any_hour or not $2) and priority between $3 and $4
    order by priority, coalesce(claimed_until, next_attempt_at), id
    limit $5
    for update skip locked)
  update notifications.delivery d
  set state = 'sending', claimed_until = $6, attempts = d.attempts + 1,
      message_id = coalesce(d.message_id, '<' || d.id || '@' || $7::text || '>')
  from slice where d.id = slice.id
  returning d.id, d.person_id, d.event_id, d.kind, d.purpose, d.address, d.template, d.params, d.scheduled_for,
            d.valid_until, d.any_hour, d.attempts, d.held_up, d.handed_over, d.message_id, d.created_at, d.claimed_until`;

// A refusal or a retry counts only while the lease is ours; an acceptance is a fact whoever holds the row now.
// Who declined while the letter was tried is not tried again.
const SETTLE = `
  update notifications.delivery d
  set state = case when s.state = 'due' and exists (
        select 1 from notifications.opt_out o where o.person_id = d.person_id and o.purpose = d.purpose) then 'opted-out' else s.state end,
      claimed_until = null, last_error = s.error, accepted_at = s.accepted_at,
      next_attempt_at = coalesce(s.next_attempt_at, d.next_attempt_at),
      attempts = d.attempts - coalesce(s.give_back, 0),
      held_up = d.held_up + coalesce(s.held_up, 0), handed_over = d.handed_over + coalesce(s.handed_over, 0)
  from jsonb_to_recordset($1::jsonb) as s(id uuid, state text, next_attempt_at timestamptz,
       accepted_at timestamptz, error text, give_back int, held_up int, handed_over int)
  where d.id = s.id
    and ((d.state = 'sending' and d.claimed_until = $2) or (s.state = 'accepted' and d.state in ('due', 'sending')))
  returning d.id`;

/** SQL on notifications.delivery. */
@Injectable()
export class DeliveryRepository {
  async insert(tx: Tx, deliveries: readonly NewDelivery[], now: Date): Promise<string[]> {
    const added = await rows<{ id: string }>(tx, INSERT, [JSON.stringify(deliveries), now]);
    return added.map((row) => row.id);
  }

  async claim(
    tx: Tx,
    o: { now: Date; quiet: boolean; priorities: readonly [number, number]; limit: number; until: Date; host: string },
  ): Promise<ClaimedDelivery[]> {
    const values = [o.now, o.quiet, ...o.priorities, o.limit, o.until, o.host];
    const claimed = await named<ClaimedRow>(tx, 'notifications.claim-slice', CLAIM, values);
    return claimed.map(toClaimed);
  }

  async settle(tx: Tx, settlements: readonly Settlement[], lease: Date): Promise<number> {
    const settled = await named(tx, 'notifications.settle', SETTLE, [JSON.stringify(settlements), lease]);
    return settled.length;
  }

  /** Rows that wait now, counted up to `limit`, by whether somebody waits in front of a screen. */
  async waiting(tx: Tx, now: Date, quiet: boolean, limit: number): Promise<{ urgent: number; all: number }> {
    const [row] = await named<{ urgent: number; all: number }>(
      tx,
      'notifications.waiting',
      `select (count(*) filter (where priority = 0))::int as urgent, count(*)::int as "all"
       from (select priority from notifications.delivery
             where state in ('due', 'sending') and coalesce(claimed_until, next_attempt_at) <= $1
               and (any_hour or not $2)
             order by priority limit $3) w`,
      [now, quiet, limit],
    );
    return row ?? { urgent: 0, all: 0 };
  }

  /** Takes back what has not gone out yet. A row that is being sent at this moment is judged again by the letter writer. */
  async withdraw(tx: Tx, o: { eventId: string; purposes: readonly Purpose[] }): Promise<number> {
    const withdrawn = await rows(
      tx,
      `update notifications.delivery set state = 'withdrawn'
       where event_id = $1 and purpose = any($2) and state = 'due' returning id`,
      [o.eventId, o.purposes],
    );
    return withdrawn.length;
  }

  async supersede(tx: Tx, eventId: string, kind: string): Promise<void> {
    await rows(
      tx,
      `update notifications.delivery set state = 'withdrawn' where event_id = $1 and kind = $2 and state in ('no-channel', 'bounced')
         and not exists (select from notifications.call where call.delivery_id = delivery.id)`,
      [eventId, kind],
    );
  }

  async unsay(tx: Tx, eventId: string, purposes: readonly Purpose[]): Promise<void> {
    await rows(
      tx,
      `update notifications.delivery set state = 'withdrawn' where event_id = $1 and purpose = any($2::text[]) and state in ('no-channel', 'bounced')
         and not exists (select from notifications.call where call.delivery_id = delivery.id)`,
      [eventId, purposes],
    );
  }

  async supersedeElsewhere(tx: Tx, o: { eventId: string; kinds: readonly string[]; applicationId: string; address: string | null }): Promise<void> {
    await rows(
      tx,
      `update notifications.delivery set state = 'withdrawn' where event_id = $1 and kind = any($2::text[]) and params ->> 'applicationId' = $3 and address is distinct from $4
         and state in ('due', 'no-channel', 'bounced') and not exists (select from notifications.call where call.delivery_id = delivery.id)`,
      [o.eventId, o.kinds, o.applicationId, o.address],
    );
  }

  async readdress(tx: Tx, o: { eventId: string; personId: string; from: string; to: string; besides: readonly string[] }): Promise<void> {
    await rows(
      tx,
      `update notifications.delivery set address = $4 where event_id = $1 and person_id = $2 and address = $3 and state = 'due' and kind <> all($5::text[])
         and (params ? 'applicationId' or jsonb_array_length(coalesce(params -> 'applicationIds', '[]')) > 0)`,
      [o.eventId, o.personId, o.from, o.to, o.besides],
    );
  }

  async forgetAddresses(tx: Tx, eventId: string, kinds: readonly string[]): Promise<void> {
    await rows(
      tx,
      `update notifications.delivery set state = case when state in ('due', 'sending') then 'withdrawn' else state end, claimed_until = null, address = '${ERASED_EMAIL}', last_error = null
       where event_id = $1 and kind = any($2::text[]) and channel = 'mail'`,
      [eventId, kinds],
    );
  }

  /** Answers how many. */
  async forgetOfEvent(tx: Tx, eventId: string, limit: number): Promise<number> {
    const forgotten = await rows(
      tx,
      `update notifications.delivery set state = case when state in ('due', 'sending') then 'withdrawn' else state end, claimed_until = null,
         address = case channel when 'mail' then $3 end, last_error = null
       where id in (select id from notifications.delivery where event_id = $1 and ((channel = 'mail' and address <> $3) or last_error is not null) order by id limit $2) returning id`,
      [eventId, limit, ERASED_EMAIL],
    );
    return forgotten.length;
  }

  async standIn(tx: Tx, eventId: string, standIns: ReadonlyMap<string, string>): Promise<void> {
    await rows(
      tx,
      `update notifications.delivery d set person_id = nobody.id from unnest($2::uuid[], $3::uuid[]) as nobody (was, id) where d.event_id = $1 and d.person_id = nobody.was`,
      [eventId, [...standIns.keys()], [...standIns.values()]],
    );
  }

  async addressedOf(tx: Tx, eventIds: readonly string[]): Promise<number> {
    const [found] = await rows<{ letters: number }>(tx, `select count(*)::int as letters from notifications.delivery where event_id = any($1::uuid[]) and channel = 'mail' and address <> $2`, [eventIds, ERASED_EMAIL]);
    return found?.letters ?? 0;
  }

  async forgetAskers(tx: Tx, about: 'startId' | 'membershipId', ids: readonly string[]): Promise<void> {
    await rows(
      tx,
      `update notifications.delivery set state = case when state in ('due', 'sending') then 'withdrawn' else state end, claimed_until = null, address = '${ERASED_EMAIL}', last_error = null
       where params ? '${about}' and params ->> '${about}' = any($1::text[]) and person_id is null and channel = 'mail'`,
      [ids],
    );
  }

  /** Everything of the joined person becomes the kept person's, except a letter that the kept person has already. */
  async repoint(tx: Tx, o: { keptPersonId: string; joinedPersonId: string }): Promise<void> {
    await rows(
      tx,
      `update notifications.delivery d set person_id = $1 where d.person_id = $2 and not exists (
         select 1 from notifications.delivery k where k.person_id = $1 and k.event_id = d.event_id
           and k.kind = d.kind and k.scheduled_for = d.scheduled_for) returning id`,
      [o.keptPersonId, o.joinedPersonId],
    );
  }
}

function toClaimed(row: ClaimedRow): ClaimedDelivery {
  return {
    id: row.id,
    personId: row.person_id,
    eventId: row.event_id,
    kind: row.kind,
    purpose: row.purpose,
    address: row.address,
    template: row.template,
    params: row.params,
    scheduledFor: row.scheduled_for,
    validUntil: row.valid_until,
    anyHour: row.any_hour,
    attempts: row.attempts,
    heldUp: row.held_up,
    handedOver: row.handed_over,
    messageId: row.message_id,
    createdAt: row.created_at,
    claimedUntil: row.claimed_until,
  };
}
