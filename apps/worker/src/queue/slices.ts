import { Injectable, Logger } from '@nestjs/common';
import type { JobsOptions, Queue, Worker } from 'bullmq';
import { Config, openQueue, openWorker } from '@yoriai/platform';

const QUEUE = 'deliveries';
/** How many slices are sent at the same time by one worker. */
const CONCURRENCY = 2;

interface SliceJob {
  /** True for a job that takes only what somebody waits for in front of a screen. */
  urgentOnly: boolean;
}

/**
 * Jobs that each claim a slice of due letters: never one job per recipient. A job carries nothing;
 * which letters it takes is decided by the rows themselves, so a lost or doubled job is harmless.
 */
@Injectable()
export class Slices {
  private readonly log = new Logger('Deliveries');
  private queue: Queue<SliceJob> | undefined;
  private worker: Worker<SliceJob> | undefined;

  constructor(private readonly config: Config) {}

  async begin(deliver: (job: SliceJob) => Promise<unknown>): Promise<void> {
    this.queue = openQueue<SliceJob>(this.config, QUEUE);
    this.queue.on('error', (error) => this.log.warn(`queue: ${error.message}`));
    this.worker = openWorker<SliceJob>(this.config, QUEUE, async (job) => deliver(job.data), CONCURRENCY);
    this.worker.on('error', (error) => this.log.warn(`queue: ${error.message}`));
    this.worker.on('failed', (_job, error) => this.log.warn(error.stack ?? error.message));
    await this.worker.waitUntilReady();
  }

  /** Asks for so many slices; what already waits in the queue is not asked for again. An urgent one goes first. */
  async ask({ urgent, slices }: { urgent: boolean; slices: number }): Promise<void> {
    if (!this.queue || slices === 0) return;
    const missing = Math.max(0, slices - (await this.queue.getWaitingCount()));
    const opts: JobsOptions = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } };
    const jobs = Array.from({ length: missing }, () => ({ name: 'slice', data: { urgentOnly: false }, opts }));
    const first = urgent ? [{ name: 'urgent', data: { urgentOnly: true }, opts: { ...opts, lifo: true } }] : [];
    if (jobs.length + first.length > 0) await this.queue.addBulk([...first, ...jobs]);
  }

  async end(): Promise<void> {
    await this.worker?.close();
    await this.queue?.close();
  }
}
