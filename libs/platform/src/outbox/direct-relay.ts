import { Injectable } from '@nestjs/common';
import type { MessageName } from '@yoriai/contracts';
import { Db } from '../database/db.js';
import { rows, type Tx } from '../database/tx.js';
import { MessageHandlers, type Envelope } from './message-handlers.js';

interface WaitingRow {
  id: string;
  message: MessageName;
  payload: unknown;
  at: Date;
}

const TAKE = `
  with alone as materialized (select pg_advisory_xact_lock(hashtextextended('platform.direct-relay', 0)))
  update platform.outbox set relayed_at = now() from alone where relayed_at is null returning id, message, payload, at`;

const RECEIPTS = `
  insert into platform.inbox (message_id, subscriber, enqueued_at, handled_at)
  select m, s, now(), now() from unnest($1::uuid[], $2::text[]) as wanted (m, s) on conflict do nothing
  returning message_id || ' ' || subscriber as signed`;

/**
 * The relay of a process that has no queue: hands every waiting message to the subscribers of this
 * very process, in order, until nothing is left. For tests and for loading a demo ward; where a worker
 * runs, it would take messages away from it.
 */
@Injectable()
export class DirectRelay {
  constructor(
    private readonly db: Db,
    private readonly handlers: MessageHandlers,
  ) {}

  /** Answers how many messages were handled; what a subscriber throws comes through, and nothing of that round has happened. */
  async run(): Promise<number> {
    let handled = 0;
    for (;;) {
      const round = await this.db.transaction((tx) => this.round(tx));
      if (round === null) return handled;
      handled += round;
    }
  }

  /** All that waits, in one transaction; null when nothing did. One at a time: two would wait for each other's rows. */
  private async round(tx: Tx): Promise<number | null> {
    const waiting = await rows<WaitingRow>(tx, TAKE);
    if (waiting.length === 0) return null;
    waiting.sort((a, b) => (a.id < b.id ? -1 : 1));
    const envelopes = waiting.flatMap(({ id, at, ...row }) =>
      this.handlers.subscribersOf(row.message).map((subscriber): Envelope => ({ ...row, messageId: id, at: at.toISOString(), subscriber })),
    );
    if (envelopes.length === 0) return 0;
    const receipts = await rows<{ signed: string }>(tx, RECEIPTS, [envelopes.map(({ messageId }) => messageId), envelopes.map(({ subscriber }) => subscriber)]);
    const signed = new Set(receipts.map((row) => row.signed));
    const fresh = envelopes.filter(({ messageId, subscriber }) => signed.has(`${messageId} ${subscriber}`));
    for (const envelope of fresh) await this.handlers.act(tx, envelope);
    return fresh.length;
  }
}
