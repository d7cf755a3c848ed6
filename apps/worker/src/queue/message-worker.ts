import { Injectable, Logger } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { Config, MESSAGE_QUEUE, MessageHandlers, answerOf, openWorker, type Envelope } from '@yoriai/platform';

const CONCURRENCY = 8;

/** Takes messages from the queue and hands each to its subscriber. */
@Injectable()
export class MessageWorker {
  private readonly log = new Logger('Messages');
  private worker: Worker<Envelope> | undefined;

  constructor(
    private readonly config: Config,
    private readonly handlers: MessageHandlers,
  ) {}

  async begin(): Promise<void> {
    this.worker = openWorker<Envelope>(this.config, MESSAGE_QUEUE, async (job) => this.handlers.handle(job.data), CONCURRENCY);
    this.worker.on('error', (error) => this.log.warn(`queue: ${error.message}`));
    this.worker.on('failed', (job, error) =>
      this.log.warn(`${job?.name ?? 'job'} ${job?.data.messageId ?? ''} (try ${job?.attemptsMade ?? 0}): ${error.stack ?? error.message}`),
    );
    await answerOf(this.worker.waitUntilReady(), 'The message queue', 10_000);
  }

  /** Lets the running handlers finish. */
  async end(): Promise<void> {
    await this.worker?.close();
  }
}
