import { Injectable, Logger } from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import { Config, openQueue, openWorker } from '@yoriai/platform';

const QUEUE = 'deliveries';
/** How many slices are sent at the same time by one worker. */
const CONCURRENCY = 2;

interface SliceJob {
  tick: number;
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

  async begin(deliver: () => Promise<unknown>): Promise<void> {
    this.queue = openQueue<SliceJob>(this.config, QUEUE);
    this.queue.on('error', (error) => this.log.warn(`queue: ${error.message}`));
    this.worker = openWorker<SliceJob>(this.config, QUEUE, deliver, CONCURRENCY);
    this.worker.on('error', (error) => this.log.warn(`queue: ${error.message}`));
    this.worker.on('failed', (_job, error) => this.log.warn(error.stack ?? error.message));
    await this.worker.waitUntilReady();
  }

  /** Asks for so many slices; more than are still waiting in the queue are not added. */
  async ask(slices: number): Promise<void> {
    if (!this.queue || slices === 0) return;
    const waiting = await this.queue.getWaitingCount();
    const missing = Math.max(0, slices - waiting);
    await this.queue.addBulk(
      Array.from({ length: missing }, () => ({ name: 'slice', data: { tick: 0 }, opts: { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } } })),
    );
  }

  async end(): Promise<void> {
    await this.worker?.close();
    await this.queue?.close();
  }
}
