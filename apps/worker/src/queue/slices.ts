import { Injectable, Logger } from '@nestjs/common';
import type { JobsOptions, Queue, Worker } from 'bullmq';
import type { Lane } from '@yoriai/notifications';
import { Config, answerOf, openQueue, openWorker } from '@yoriai/platform';

const LANES: readonly Lane[] = ['urgent', 'bulk'];
/** How many slices of a lane one worker sends at the same time. */
const CONCURRENCY = 2;
/** A lost or failed job is asked for again by the next tick. */
const JOB: JobsOptions = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } };

/** What a job says: which lane to take from. */
export interface SliceJob {
  lane: Lane;
}

/**
 * Jobs that each claim a slice of due letters: never one job per recipient. Which letters a job takes is
 * decided by the rows themselves, so a lost or doubled job is harmless. Each lane has a queue and a worker
 * of its own: however slowly the bulk goes, a sign-in code finds a free hand.
 */
@Injectable()
export class Slices {
  private readonly log = new Logger('Deliveries');
  private readonly queues = new Map<Lane, Queue<SliceJob>>();
  private readonly workers: Worker<SliceJob>[] = [];

  constructor(private readonly config: Config) {}

  async begin(deliver: (job: SliceJob) => Promise<unknown>): Promise<void> {
    for (const lane of LANES) {
      const name = `deliveries-${lane}`;
      const queue = openQueue<SliceJob>(this.config, name);
      queue.on('error', (error) => this.log.warn(`queue: ${error.message}`));
      this.queues.set(lane, queue);
      const worker = openWorker<SliceJob>(this.config, name, async () => deliver({ lane }), CONCURRENCY);
      worker.on('error', (error) => this.log.warn(`queue: ${error.message}`));
      worker.on('failed', (_job, error) => this.log.warn(error.stack ?? error.message));
      this.workers.push(worker);
    }
    await answerOf(Promise.all(this.workers.map((worker) => worker.waitUntilReady())), 'The delivery queue', 10_000);
  }

  /** Asks for what waits: one urgent slice, and so many of bulk. What already waits in a queue is not asked for again. */
  async ask({ urgent, slices }: { urgent: boolean; slices: number }): Promise<void> {
    await answerOf(Promise.all([this.fill('urgent', urgent ? 1 : 0), this.fill('bulk', slices)]), 'The delivery queue');
  }

  private async fill(lane: Lane, wanted: number): Promise<void> {
    const queue = this.queues.get(lane);
    if (!queue || wanted === 0) return;
    const missing = wanted - (await queue.getWaitingCount());
    if (missing > 0) await queue.addBulk(Array.from({ length: missing }, () => ({ name: 'slice', data: { lane }, opts: JOB })));
  }

  /** Lets the running slices come to their end. */
  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}
