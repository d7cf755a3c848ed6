import { Injectable } from '@nestjs/common';
import { EventEnds, EventReports } from '@yoriai/events';
import { Clock, Db, DirectRelay, addDays, atJst, rows, type DateOnly } from '@yoriai/platform';
import type { DemoEvent } from './events.js';
import type { Players } from './players.js';
import { SeedClock } from './seed-clock.js';
import { Visitors } from './visitors.js';

/** How long a running worker is waited for, and how often it is looked after. */
const PATIENCE_MS = 60_000;
const STEP_MS = 50;

/** What happens once an event is over. */
@Injectable()
export class Afterwards {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly relay: DirectRelay,
    private readonly ends: EventEnds,
    private readonly reports: EventReports,
    private readonly visitors: Visitors,
  ) {}

  /** Lets the subscribers do what follows from what was announced; where a worker runs, it may have taken some of that, and is waited for. */
  async settle(): Promise<void> {
    await this.relay.run();
    for (let waited = 0; await this.unsettled(); waited += STEP_MS) {
      if (waited >= PATIENCE_MS) throw new Error('The worker has not done what was announced; is it running?');
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  }

  private async unsettled(): Promise<boolean> {
    const [row] = await this.db.read((tx) =>
      rows<{ waits: boolean }>(
        tx,
        `select exists (select 1 from platform.outbox where relayed_at is null)
             or exists (select 1 from platform.inbox where handled_at is null) as waits`,
      ),
    );
    return row?.waits ?? false;
  }

  async finish(id: string, event: DemoEvent, day: DateOnly, { host, staff }: Players): Promise<void> {
    const clock = this.clock as SeedClock;
    await this.visitors.checkIn(id, event, day, host);
    await this.settle();
    clock.set(new Date(atJst(day, event.to).getTime() + 60_000));
    await this.ends.sweep(clock.now());
    if (event.state === 'awaiting-report') return;
    clock.set(atJst(addDays(day, 2), '19:30'));
    await this.reports.report(host, id, {
      note: 'けがもなく、ぶじに終わりました。手伝ってくださった皆さん、ありがとうございました。',
      nextTimeNote: '受付をもう一つ増やすと、列が短くなりそうです。',
    });
    if (event.state === 'reported') return;
    clock.set(atJst(addDays(day, 5), '10:20'));
    await this.reports.close(staff, id);
  }
}
