import { Injectable } from '@nestjs/common';
import { People } from '@yoriai/identity';
import { rows, type Tx } from '@yoriai/platform';
import { maskAddress, withoutAddresses, type DeliveryState, type Purpose } from './delivery.rules.js';

/** One line of the ledger as an organiser sees it. */
export interface LedgerLine {
  id: string;
  personId: string | null;
  /** Masked; null without an address. */
  recipient: string | null;
  kind: string;
  purpose: Purpose;
  status: DeliveryState;
  scheduledFor: Date | null;
  /** `<delivery id@host>`; null until the first try. The same for every try. */
  messageId: string | null;
  attempts: number;
  acceptedAt: Date | null;
  /** The server's words, without any address. */
  lastError: string | null;
  createdAt: Date;
}

/** How the letters of one kind and time stand: audience = accepted + callSheet + optedOut + waiting, always. */
export interface Balance {
  kind: string;
  scheduledFor: Date | null;
  audience: number;
  accepted: number;
  /** Nobody could be written to: no channel, or the address bounced. */
  callSheet: number;
  optedOut: number;
  /** Due or being sent. */
  waiting: number;
  /** Of those that wait: not before the morning. */
  held: number;
  /** No longer concerned (cancelled, called off) before the letter went: not of the audience any more. */
  withdrawn: number;
}

/** A person to be telephoned, with what the newest letter would have said first. */
export interface CallSheetLine {
  personId: string;
  name: string;
  kana: string;
  phone: string | null;
  /** What did not reach the person and is still to be said; where all of it was said, all of it. Newest first. */
  letters: { id: string; kind: string; why: 'no-channel' | 'bounced'; params: Record<string, unknown>; at: Date }[];
  /** Who last telephoned about all of `letters`; null while one of them is still to be said. */
  called: { at: Date; by: string } | null;
}

/** How the letters of one message stand. */
export type MessageSums = Pick<Balance, 'audience' | 'accepted' | 'callSheet' | 'optedOut' | 'waiting'>;

interface LedgerRow {
  id: string;
  person_id: string | null;
  address: string | null;
  kind: string;
  purpose: Purpose;
  state: DeliveryState;
  scheduled_for: Date | null;
  message_id: string | null;
  attempts: number;
  accepted_at: Date | null;
  last_error: string | null;
  created_at: Date;
}

interface CallRow {
  id: string;
  person_id: string;
  kind: string;
  why: 'no-channel' | 'bounced';
  params: Record<string, unknown>;
  at: Date;
  called_at: Date | null;
  called_by: string | null;
}

/** The most lines one answer holds. */
const PAGE = 500;

/** Reading the ledger: who was written to, who was not, and whether the sums match. */
@Injectable()
export class Ledger {
  constructor(private readonly people: People) {}

  /** The deliveries of an event, oldest first, at most 500 after the id `after`. Addresses are masked. */
  async ofEvent(tx: Tx, eventId: string, after?: string): Promise<LedgerLine[]> {
    const lines = await rows<LedgerRow>(
      tx,
      `select id, person_id, address, kind, purpose, state, scheduled_for, message_id, attempts, accepted_at, last_error, created_at
       from notifications.delivery
       where event_id = $1 and ($2::uuid is null or id > $2) order by id limit ${PAGE}`,
      [eventId, after ?? null],
    );
    return lines.map(toLine);
  }

  /** The sums per kind and time of an event: audience = accepted + call sheet + opted out + waiting. */
  async balance(tx: Tx, eventId: string): Promise<Balance[]> {
    return rows<Balance>(
      tx,
      `select kind, scheduled_for as "scheduledFor", (count(*) filter (where state <> 'withdrawn'))::int as audience,
         (count(*) filter (where state = 'accepted'))::int as accepted,
         (count(*) filter (where state in ('no-channel', 'bounced')))::int as "callSheet",
         (count(*) filter (where state = 'opted-out'))::int as "optedOut",
         (count(*) filter (where state in ('due', 'sending')))::int as waiting,
         (count(*) filter (where state in ('due', 'sending') and not any_hour))::int as held,
         (count(*) filter (where state = 'withdrawn'))::int as withdrawn
       from notifications.delivery where event_id = $1
       group by kind, scheduled_for order by scheduled_for nulls first, kind`,
      [eventId],
    );
  }

  /** The same sums of the letters that carry a host's messages, by the message. */
  async ofMessages(tx: Tx, eventId: string): Promise<Map<string, MessageSums>> {
    const found = await rows<MessageSums & { messageId: string }>(
      tx,
      `select params ->> 'messageId' as "messageId", (count(*) filter (where state <> 'withdrawn'))::int as audience,
         (count(*) filter (where state = 'accepted'))::int as accepted,
         (count(*) filter (where state in ('no-channel', 'bounced')))::int as "callSheet",
         (count(*) filter (where state = 'opted-out'))::int as "optedOut",
         (count(*) filter (where state in ('due', 'sending')))::int as waiting
       from notifications.delivery where event_id = $1 and kind in ('event-message', 'guardian-message') group by 1`,
      [eventId],
    );
    return new Map(found.map(({ messageId, ...sums }) => [messageId, sums]));
  }

  /** Everybody who has to be telephoned for an event, in kana order. L3 data: for the organiser, logged by the caller. */
  async callSheet(tx: Tx, eventId: string): Promise<CallSheetLine[]> {
    const calls = await rows<CallRow>(
      tx,
      `select id, person_id, kind, state as why, params, coalesce(scheduled_for, created_at) as at, call.called_at, call.called_by
       from notifications.delivery left join notifications.call on call.delivery_id = delivery.id
       where event_id = $1 and state in ('no-channel', 'bounced') and person_id is not null
       order by coalesce(scheduled_for, created_at) desc, id desc`,
      [eventId],
    );
    const lettersOf = new Map<string, CallRow[]>();
    for (const call of calls) {
      const letters = lettersOf.get(call.person_id);
      if (letters) letters.push(call);
      else lettersOf.set(call.person_id, [call]);
    }
    const callers = calls.flatMap(({ called_by }) => called_by ?? []);
    const names = await this.people.summaries(tx, [...new Set(callers)]);
    const people = await this.people.summaries(tx, [...lettersOf.keys()]);
    const known = [...people.values()].sort((a, b) => (a.kanaKey < b.kanaKey ? -1 : 1));
    return known.map(({ id, name, kana, phone }) => {
      const all = lettersOf.get(id) ?? [];
      const unsaid = all.filter(({ called_at }) => called_at === null);
      const letters = unsaid.length > 0 ? unsaid : all;
      const by = (personId: string): string => names.get(personId)?.name ?? '';
      return { personId: id, name, kana, phone, letters: letters.map(toMissed), called: lastCall(letters, by) };
    });
  }
}

const toMissed = ({ id, kind, why, params, at }: CallRow): CallSheetLine['letters'][number] => ({ id, kind, why, params, at });

function lastCall(letters: readonly CallRow[], nameOf: (personId: string) => string): CallSheetLine['called'] {
  const made = letters.flatMap(({ called_at: at, called_by: by }) => (at && by ? [{ at, by: nameOf(by) }] : []));
  if (made.length < letters.length) return null;
  return made.reduce<CallSheetLine['called']>((last, each) => (last && last.at >= each.at ? last : each), null);
}

function toLine(row: LedgerRow): LedgerLine {
  return {
    id: row.id,
    personId: row.person_id,
    recipient: row.address === null ? null : maskAddress(row.address),
    kind: row.kind,
    purpose: row.purpose,
    status: row.state,
    scheduledFor: row.scheduled_for,
    messageId: row.message_id,
    attempts: row.attempts,
    acceptedAt: row.accepted_at,
    lastError: row.last_error === null ? null : withoutAddresses(row.last_error, row.address),
    createdAt: row.created_at,
  };
}
