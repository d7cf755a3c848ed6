import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { Visibility } from '../invitation/invited-address.rules.js';
import type { EventState } from '../event/event.rules.js';
import type { ExportWhy } from './export-reason.rules.js';
import { WAITS_MS, type ListName, type RequestFacts } from './list-request.rules.js';

/** A request with what is told of its event, and what its policy asks. */
export interface FoundRequest extends RequestFacts {
  id: string;
  eventId: string;
  list: ListName;
  why: ExportWhy;
  words: string | null;
  decidedBy: string | null;
  reply: string | null;
  number: string;
  title: string | null;
  kana: string | null;
  organisationId: string;
  areaId: string | null;
  category: string | null;
  state: EventState;
  publicRevision: number | null;
  visibility: Visibility | null;
  createdBy: string;
  namesRemovedAt: Date | null;
}

/** A new one. */
export interface NewRequest {
  id: string;
  eventId: string;
  list: ListName;
  why: ExportWhy;
  words: string | null;
  askedBy: string;
  askedAt: Date;
}

const FOUND = `select request.id, request.event_id as "eventId", request.list, request.why, request.words, request.asked_by as "askedBy", request.asked_at as "askedAt",
  request.decided_by as "decidedBy", request.decided_at as "decidedAt", request.verdict, request.reply, request.taken_at as "takenAt",
  event.number, event.title, event.kana, event.organisation_id as "organisationId", event.area_id as "areaId", event.category, event.state, event.public_revision as "publicRevision",
  event.visibility, event.created_by as "createdBy", event.names_removed_at as "namesRemovedAt"
  from events.list_request request join events.event event on event.id = request.event_id`;

const MOST = 100;

/** SQL of requests for lists. */
@Injectable()
export class ListRequestRepository {
  /** Locked, so that of two who decide, or of two takings, the second sees the first. */
  async lock(tx: Tx, id: string): Promise<FoundRequest | undefined> {
    return (await rows<FoundRequest>(tx, `${FOUND} where request.id = $1 for update of request`, [id]))[0];
  }

  /** The newest of one person for a list of an event, locked. */
  async lockNewest(tx: Tx, eventId: string, list: ListName, askedBy: string): Promise<FoundRequest | undefined> {
    const found = await rows<FoundRequest>(tx, `${FOUND} where request.event_id = $1 and request.list = $2 and request.asked_by = $3 order by request.asked_at desc, request.id desc limit 1 for update of request`, [eventId, list, askedBy]);
    return found[0];
  }

  /** One's own for an event, the newest of each list. */
  ofAsker(tx: Tx, eventId: string, askedBy: string): Promise<FoundRequest[]> {
    return rows(tx, `select distinct on (own.list) own.* from (${FOUND} where request.event_id = $1 and request.asked_by = $2) own order by own.list, own."askedAt" desc, own.id desc`, [eventId, askedBy]);
  }

  /** What nobody has looked at yet, and one's own that may be taken; the oldest first. */
  pending(tx: Tx, askedBy: string, now: Date): Promise<FoundRequest[]> {
    return rows(
      tx,
      `${FOUND} where request.closed_at is null and (
         (request.verdict is null and request.asked_at > $2) or (request.verdict = 'allowed' and request.asked_by = $1 and request.decided_at > $3::timestamptz - interval '24 hours'))
       order by request.asked_at, request.id limit ${MOST}`,
      [askedBy, new Date(now.getTime() - WAITS_MS), now],
    );
  }

  async insert(tx: Tx, { id, eventId, list, why, words, askedBy, askedAt }: NewRequest): Promise<void> {
    await rows(tx, 'insert into events.list_request (id, event_id, list, why, words, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7)', [id, eventId, list, why, words, askedBy, askedAt]);
  }

  /** A refused one is over with that. */
  async decide(tx: Tx, id: string, { by, at, verdict, reply }: { by: string; at: Date; verdict: 'allowed' | 'refused'; reply: string | null }): Promise<void> {
    await rows(tx, `update events.list_request set decided_by = $2, decided_at = $3, verdict = $4, reply = $5, closed_at = case when $4 = 'refused' then $3::timestamptz end where id = $1`, [id, by, at, verdict, reply]);
  }

  async take(tx: Tx, id: string, at: Date): Promise<void> {
    await rows(tx, 'update events.list_request set taken_at = $2, closed_at = $2 where id = $1', [id, at]);
  }

  /** Its time has passed. */
  async close(tx: Tx, id: string, at: Date): Promise<void> {
    await rows(tx, 'update events.list_request set closed_at = $2 where id = $1', [id, at]);
  }
}
