import { Injectable } from '@nestjs/common';
import type { MessageName } from '@yoriai/contracts';
import { Db } from '../database/db.js';
import { rows } from '../database/tx.js';
import { MessageHandlers } from './message-handlers.js';

interface WaitingRow {
  id: string;
  message: MessageName;
  payload: unknown;
  at: Date;
}

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

  /** Answers how many messages were handled; what a subscriber throws comes through. */
  async run(): Promise<number> {
    let handled = 0;
    for (;;) {
      const waiting = await this.db.transaction((tx) =>
        rows<WaitingRow>(tx, 'update platform.outbox set relayed_at = now() where relayed_at is null returning id, message, payload, at'),
      );
      if (waiting.length === 0) return handled;
      waiting.sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const row of waiting) handled += await this.hand(row);
    }
  }

  private async hand(row: WaitingRow): Promise<number> {
    let handled = 0;
    for (const subscriber of this.handlers.subscribersOf(row.message)) {
      await this.db.transaction((tx) =>
        rows(tx, 'insert into platform.inbox (message_id, subscriber, enqueued_at) values ($1, $2, now()) on conflict do nothing', [row.id, subscriber]),
      );
      const result = await this.handlers.handle({ messageId: row.id, subscriber, message: row.message, payload: row.payload, at: row.at.toISOString() });
      if (result === 'handled') handled += 1;
    }
    return handled;
  }
}
