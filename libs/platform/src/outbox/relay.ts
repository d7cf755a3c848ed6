import { Injectable } from '@nestjs/common';
import type { MessageName } from '@yoriai/contracts';
import { Db } from '../database/db.js';
import { rows } from '../database/tx.js';
import { MessageQueue, type QueuedEnvelope } from '../queue/message-queue.js';
import { MessageHandlers } from './message-handlers.js';

const BATCH = 500;
/** A message without a receipt after this time is handed to the queue again: the queue may have been emptied (seconds, doubled each round). */
const FIRST_PATIENCE_S = 10;
const PATIENCE = `make_interval(secs => ${FIRST_PATIENCE_S} * power(2, least(i.round, 5)))`;

interface OutboxRow {
  id: string;
  message: MessageName;
  payload: unknown;
  at: Date;
}

interface WaitingRow extends OutboxRow {
  subscriber: string;
  round: number;
}

/**
 * Carries messages from the outbox to the queue. PostgreSQL stays the record: a message is done when
 * each subscriber's receipt is written, so an emptied or replaced queue loses nothing.
 */
@Injectable()
export class Relay {
  constructor(
    private readonly db: Db,
    private readonly handlers: MessageHandlers,
    private readonly queue: MessageQueue,
  ) {}

  /** Relays what was announced since the last run; answers how many jobs that made. Safe in any number of processes at once. */
  async run(): Promise<number> {
    const envelopes = await this.take();
    // After the commit: a job that ran before it would find no receipt to sign. A crash right here
    // leaves receipts that nobody signed, and rescue() finds them.
    await this.handOver(envelopes);
    return envelopes.length;
  }

  private async take(): Promise<QueuedEnvelope[]> {
    return this.db.transaction(async (tx) => {
      const announced = await rows<OutboxRow>(
        tx,
        `select id, message, payload, at from platform.outbox where relayed_at is null
         order by id limit ${BATCH} for update skip locked`,
      );
      if (announced.length === 0) return [];
      const envelopes = announced.flatMap((row) =>
        this.handlers.subscribersOf(row.message).map((subscriber): QueuedEnvelope => ({ ...toEnvelope(row, subscriber), round: 0 })),
      );
      await rows(
        tx,
        `insert into platform.inbox (message_id, subscriber, enqueued_at)
         select m, s, now() from unnest($1::uuid[], $2::text[]) as wanted(m, s) on conflict do nothing`,
        [envelopes.map((envelope) => envelope.messageId), envelopes.map((envelope) => envelope.subscriber)],
      );
      await rows(tx, 'update platform.outbox set relayed_at = now() where id = any($1::uuid[])', [announced.map((row) => row.id)]);
      return envelopes;
    });
  }

  /** Hands messages whose receipt is overdue to the queue again; answers how many. */
  async rescue(): Promise<number> {
    const envelopes = await this.overdue();
    await this.handOver(envelopes);
    return envelopes.length;
  }

  /** What the queue did not take is overdue at once, so that it need not wait for a round that never began. */
  private async handOver(envelopes: QueuedEnvelope[]): Promise<void> {
    try {
      await this.queue.add(envelopes);
    } catch (error) {
      await this.db.transaction((tx) =>
        rows(
          tx,
          `update platform.inbox i set enqueued_at = now() - ${PATIENCE}, round = greatest(i.round - 1, 0)
           from unnest($1::uuid[], $2::text[]) as untaken(m, s) where i.message_id = untaken.m and i.subscriber = untaken.s and i.handled_at is null`,
          [envelopes.map((one) => one.messageId), envelopes.map((one) => one.subscriber)],
        ),
      );
      throw error;
    }
  }

  private async overdue(): Promise<QueuedEnvelope[]> {
    return this.db.transaction(async (tx) => {
      const overdue = await rows<WaitingRow>(
        tx,
        `select o.id, o.message, o.payload, o.at, i.subscriber, i.round
         from platform.inbox i join platform.outbox o on o.id = i.message_id
         where i.handled_at is null
           and i.enqueued_at <= now() - ${PATIENCE}
         order by i.enqueued_at limit ${BATCH} for update of i skip locked`,
      );
      if (overdue.length === 0) return [];
      await rows(
        tx,
        `update platform.inbox i set enqueued_at = now(), round = i.round + 1
         from unnest($1::uuid[], $2::text[]) as late(m, s) where i.message_id = late.m and i.subscriber = late.s`,
        [overdue.map((row) => row.id), overdue.map((row) => row.subscriber)],
      );
      return overdue.map((row) => ({ ...toEnvelope(row, row.subscriber), round: row.round + 1 }));
    });
  }

  /** Forgets messages that every subscriber handled more than `days` ago. */
  async tidy(days = 30): Promise<void> {
    await this.db.transaction(async (tx) => {
      await rows(
        tx,
        `delete from platform.outbox o where o.relayed_at < now() - make_interval(days => $1)
         and not exists (select 1 from platform.inbox i where i.message_id = o.id and i.handled_at is null)`,
        [days],
      );
    });
  }
}

function toEnvelope(row: OutboxRow, subscriber: string) {
  return { messageId: row.id, subscriber, message: row.message, payload: row.payload, at: row.at.toISOString() };
}
