import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Deliverer } from '@yoriai/notifications';
import { Refusal } from '@yoriai/platform';
import { MessageWorker } from './queue/message-worker.js';
import { RelayEar } from './queue/relay-ear.js';
import { Slices } from './queue/slices.js';
import { Schedule, type TimedWork } from './schedule.js';

/** After a failure the next try waits at most this long (milliseconds). */
const LONGEST_PAUSE_MS = 10_000;

/**
 * Runs the timed work of schedule.ts, each entry one at a time. Several workers may run at once:
 * every entry claims its rows, so what one takes the others skip.
 */
@Injectable()
export class Timetable implements OnApplicationShutdown {
  private readonly log = new Logger('Timetable');
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly schedule: Schedule,
    private readonly messages: MessageWorker,
    private readonly ear: RelayEar,
    private readonly slices: Slices,
    private readonly deliverer: Deliverer,
  ) {}

  /** Starts everything; throws when the queue can't be opened, so that a worker that is not ready exits instead of looping. */
  async begin(): Promise<void> {
    await this.messages.begin();
    await this.slices.begin((job) => this.deliverer.deliverSlice(job));
    for (const work of this.schedule.work) this.plan(work, 0, 0);
    await this.ear.begin(() => this.hurry('outbox.relay'));
  }

  /** Runs an entry now instead of at its next turn. */
  hurry(name: string): void {
    const work = this.schedule.work.find((entry) => entry.name === name);
    if (work && this.timers.has(name)) this.plan(work, 0, 0);
  }

  private plan(work: TimedWork, pauseMs: number, failures: number): void {
    if (this.stopping) return;
    clearTimeout(this.timers.get(work.name));
    this.timers.set(
      work.name,
      setTimeout(() => {
        this.timers.delete(work.name);
        const run = this.run(work, failures).finally(() => this.running.delete(run));
        this.running.add(run);
      }, pauseMs),
    );
  }

  private async run(work: TimedWork, failures: number): Promise<void> {
    try {
      const more = await work.run();
      this.plan(work, more ? 0 : work.everyMs, 0);
    } catch (error) {
      const words = error instanceof Refusal ? error.code : error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.log.warn(`${work.name} failed (${failures + 1}): ${words}`);
      this.plan(work, Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures), failures + 1);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.deliverer.leave();
    for (const timer of this.timers.values()) clearTimeout(timer);
    await this.ear.end();
    await Promise.allSettled(this.running);
    await Promise.all([this.messages.end(), this.slices.end()]);
  }
}
