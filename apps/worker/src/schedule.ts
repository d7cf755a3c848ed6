import { Injectable } from '@nestjs/common';
import { EventEnds } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { Clock, Db, Idempotency, Relay } from '@yoriai/platform';
import { DueReminders } from '@yoriai/reminders';
import { Slices } from './queue/slices.js';

/** One piece of timed work. `run` answers true when more of it waits, and is then run again at once. */
export interface TimedWork {
  name: string;
  everyMs: number;
  run(): Promise<boolean>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** ALL timed work of the product, on this one page. Each entry may run in any number of workers at once. */
@Injectable()
export class Schedule {
  readonly work: readonly TimedWork[];

  constructor(outbox: OutboxWork, letters: LetterWork, days: DayWork) {
    this.work = [
      { name: 'outbox.relay', everyMs: 250, run: () => outbox.relay() },
      { name: 'outbox.rescue', everyMs: 5 * SECOND, run: () => outbox.rescue() },
      { name: 'outbox.tidy', everyMs: HOUR, run: () => outbox.tidy() },
      { name: 'reminders.sweep', everyMs: 2 * SECOND, run: () => letters.remind() },
      { name: 'deliveries.tick', everyMs: SECOND, run: () => letters.tick() },
      { name: 'events.end', everyMs: 30 * SECOND, run: () => days.endEvents() },
    ];
  }
}

/** Carrying messages. */
@Injectable()
export class OutboxWork {
  constructor(
    private readonly carrier: Relay,
    private readonly idempotency: Idempotency,
  ) {}

  async relay(): Promise<boolean> {
    return (await this.carrier.run()) > 0;
  }

  async rescue(): Promise<boolean> {
    return (await this.carrier.rescue()) > 0;
  }

  async tidy(): Promise<boolean> {
    await this.carrier.tidy();
    await this.idempotency.tidy();
    return false;
  }
}

/** Reminders fall due; letters are sent in slices. */
@Injectable()
export class LetterWork {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reminders: DueReminders,
    private readonly deliveries: Deliveries,
    private readonly slices: Slices,
  ) {}

  async remind(): Promise<boolean> {
    return (await this.reminders.sweep(this.clock.now())) > 0;
  }

  async tick(): Promise<boolean> {
    const waiting = await this.db.read((tx) => this.deliveries.waitingSlices(tx));
    await this.slices.ask(waiting);
    return false;
  }
}

/** What a new day or hour brings. */
@Injectable()
export class DayWork {
  constructor(
    private readonly clock: Clock,
    private readonly ends: EventEnds,
  ) {}

  async endEvents(): Promise<boolean> {
    return (await this.ends.sweep(this.clock.now())) > 0;
  }
}

/** What the schedule needs to be built; for the module. */
export const SCHEDULED = [Schedule, OutboxWork, LetterWork, DayWork];
