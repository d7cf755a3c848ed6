import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';
import type { Envelope } from '../outbox/message-handlers.js';
import { answerOf, openQueue } from './queue-backend.js';

/** The queue through which messages travel to their subscribers. */
export const MESSAGE_QUEUE = 'messages';

/** An envelope and how often it has been handed to the queue. */
export type QueuedEnvelope = Envelope & { round: number };

/** The sending end of the message queue, opened on first use: only the worker ever needs it. */
@Injectable()
export class MessageQueue implements OnApplicationShutdown {
  private readonly log = new Logger(MessageQueue.name);
  private queue: Queue<Envelope> | undefined;

  constructor(private readonly config: Config) {}

  /** One job per message and subscriber. The same round of the same message is queued once. Throws when the queue has not taken them within 5 s. */
  async add(envelopes: QueuedEnvelope[]): Promise<void> {
    if (envelopes.length === 0) return;
    this.queue ??= this.open();
    const added = this.queue.addBulk(
      envelopes.map(({ round, ...envelope }) => ({
        name: envelope.subscriber,
        data: envelope,
        opts: { jobId: `${envelope.messageId}-${envelope.subscriber}-r${round}` },
      })),
    );
    await answerOf(added, 'The message queue');
  }

  private open(): Queue<Envelope> {
    const queue = openQueue<Envelope>(this.config, MESSAGE_QUEUE);
    queue.on('error', (error) => this.log.warn(`queue: ${error.message}`));
    return queue;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.queue) await answerOf(this.queue.close(), 'The message queue').catch((error: Error) => this.log.warn(error.message));
  }
}
