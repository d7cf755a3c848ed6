import { Injectable } from '@nestjs/common';
import type { MessageName, Messages } from '@yoriai/contracts';
import { Clock } from '../clock/clock.js';
import { newId } from '../secrets/ids.js';
import { rows, type Tx } from '../database/tx.js';
import { afterCommit } from '../database/db.js';
import { RelayCall } from './relay-call.js';

/** Announces what happened: the message is written in the transaction that made it true. */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly relayCall: RelayCall,
  ) {}

  /** Writes the message; it reaches every subscriber at least once after the commit, and never after a rollback. */
  async add<M extends MessageName>(tx: Tx, message: M, payload: Messages[M]): Promise<void> {
    await rows(tx, 'insert into platform.outbox (id, message, payload, at) values ($1, $2, $3, $4)', [
      newId(),
      message,
      JSON.stringify(payload),
      this.clock.now(),
    ]);
    afterCommit(tx, () => this.relayCall.wake());
  }
}
