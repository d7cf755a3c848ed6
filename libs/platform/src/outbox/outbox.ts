import { Injectable } from '@nestjs/common';
import type { MessageName, Messages } from '@yoriai/contracts';
import { Clock } from '../clock/clock.js';
import { newId } from '../secrets/ids.js';
import { named, type Tx } from '../database/tx.js';
import { afterCommit } from '../database/db.js';
import { RelayCall } from './relay-call.js';

const ADD = `
  insert into platform.outbox (id, message, payload, at)
  select id, message, payload, $4 from unnest($1::uuid[], $2::text[], $3::jsonb[]) as item (id, message, payload)`;

/** Announces what happened: the message is written in the transaction that made it true. */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly relayCall: RelayCall,
  ) {}

  /** Writes the message; it reaches every subscriber at least once after the commit, and never after a rollback. */
  async add<M extends MessageName>(tx: Tx, message: M, payload: Messages[M]): Promise<void> {
    await this.addAll(tx, [{ message, payload }]);
  }

  /** The same for many, in their order. One statement for any number. */
  async addAll<M extends MessageName>(tx: Tx, messages: readonly { message: M; payload: Messages[M] }[]): Promise<void> {
    if (messages.length === 0) return;
    await named(tx, 'platform.outbox-add', ADD, [
      messages.map(() => newId()),
      messages.map(({ message }) => message),
      messages.map(({ payload }) => JSON.stringify(payload)),
      this.clock.now(),
    ]);
    afterCommit(tx, () => this.relayCall.wake());
  }
}
