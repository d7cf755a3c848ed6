import { Injectable } from '@nestjs/common';
import { EventCorrections, EventEnds, EventReports } from '@yoriai/events';
import { Clock, Db, DirectRelay, addDays, atJst } from '@yoriai/platform';
import { SeedClock } from './seed-clock.js';
import type { StagedEvent } from './staged-event.js';

/** How long a running worker is waited for, and how often it is looked after. */
const PATIENCE_MS = 60_000;
const STEP_MS = 50;

/** What happens once an event is over, and once something was announced. */
@Injectable()
export class Afterwards {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly relay: DirectRelay,
    private readonly ends: EventEnds,
    private readonly reports: EventReports,
    private readonly corrections: EventCorrections,
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
    const [row] = await this.db.alone<{ waits: boolean }>(
      `select exists (select 1 from platform.outbox where relayed_at is null)
           or exists (select 1 from platform.inbox where handled_at is null) as waits`,
    );
    return row?.waits ?? false;
  }

  /** The clock's part, a minute after its end. It ends whatever else is over by then, so the earliest comes first. */
  async end({ event, day }: StagedEvent): Promise<void> {
    const clock = this.clock as SeedClock;
    clock.set(new Date(atJst(day, event.to).getTime() + 60_000));
    await this.ends.sweep(clock.now());
  }

  /** The host's report two days later, and the ward office's closing. */
  async report({ id, event, day, players: { host, staff } }: StagedEvent): Promise<void> {
    if (event.state === 'awaiting-report') return;
    const clock = this.clock as SeedClock;
    clock.set(atJst(addDays(day, 2), '19:30'));
    await this.reports.report(host, id, {
      ...(event.uses?.includes('owner') ? { cleanedArea: 8 + (Math.abs(event.day) % 19) + 0.5 } : {}),
      handedOut: event.handedOut ?? null,
      ...event.told,
      note: event.told ? 'よく晴れて、たくさんの方が来ました。手伝ってくださった皆さん、ありがとうございました。' : 'けがもなく、ぶじに終わりました。手伝ってくださった皆さん、ありがとうございました。',
      nextTimeNote: '受付をもう一つ増やすと、列が短くなりそうです。',
    });
    if (event.state === 'reported') return;
    clock.set(atJst(addDays(day, 5), '10:20'));
    const closed = await this.reports.close(staff, id);
    if (!event.foundLater || !closed.headcount) return;
    const [more, reason] = event.foundLater;
    clock.set(atJst(addDays(day, 9), '15:40'));
    await this.corrections.correct(staff, id, { ...closed.headcount, walkIns: closed.headcount.walkIns + more, reason, after: 0 });
  }
}
