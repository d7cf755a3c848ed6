import { Injectable } from '@nestjs/common';
import { Db, jstDate, Outbox } from '@yoriai/platform';
import { isAwake, isBusinessDay } from '../approval-case/due.rules.js';
import { WaitingRepository } from './waiting.repository.js';
import { REMIND_AFTER, waitingSince } from './waiting.rules.js';

/** Written down in one transaction of the sweep. */
const BATCH = 100;

/** 決裁をお願いします: approvers are reminded of what waits for three business days, and for five, once each. */
@Injectable()
export class WaitingDecisions {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly waiting: WaitingRepository,
  ) {}

  /** Announces `approvals.decision-waiting`; answers how many. On business days between nine and nine: what was held up goes on the next. Any number of workers at once. */
  async sweep(now: Date): Promise<number> {
    const today = jstDate(now);
    if (!isAwake(now) || !isBusinessDay(today)) return 0;
    const [three, five] = [waitingSince(today, REMIND_AFTER[0]), waitingSince(today, REMIND_AFTER[1])];
    return this.db.transaction(async (tx) => {
      const due = await this.waiting.claimToRemind(tx, { three, five }, now, BATCH);
      for (const payload of due) await this.outbox.add(tx, 'approvals.decision-waiting', payload);
      return due.length;
    });
  }
}
