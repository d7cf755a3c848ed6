import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { MessageName } from '@yoriai/contracts';
import { Db } from '../database/db.js';
import { rows, type Tx } from '../database/tx.js';
import { subscriptionsOf, type MessageFacts } from './on-message.js';

/** A message on its way to one subscriber, as it travels through the queue: ids and facts only. */
export interface Envelope {
  messageId: string;
  subscriber: string;
  message: MessageName;
  payload: unknown;
  at: string;
}

type Handler = (tx: Tx, payload: unknown, facts: MessageFacts) => Promise<void>;

/**
 * All subscribers of this process, found at start. Refuses to start when two carry the same name:
 * one would silently never run.
 */
@Injectable()
export class MessageHandlers implements OnModuleInit {
  private readonly handlers = new Map<string, { message: MessageName; handle: Handler }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    for (const provider of this.discovery.getProviders()) {
      const instance = provider.instance as Record<string, unknown> | null | undefined;
      if (!instance || typeof instance !== 'object' || provider.isAlias) continue;
      for (const { message, subscriber, method } of subscriptionsOf(instance.constructor)) {
        const known = this.handlers.get(subscriber);
        if (known) throw new Error(`Two subscribers are called ${subscriber}`);
        const act = instance[method] as Handler;
        this.handlers.set(subscriber, { message, handle: act.bind(instance) });
      }
    }
  }

  /** The names of those who want to hear this message. */
  subscribersOf(message: MessageName): string[] {
    return [...this.handlers].filter(([, handler]) => handler.message === message).map(([name]) => name);
  }

  /** Every message somebody in this process listens to. */
  messages(): MessageName[] {
    return [...new Set([...this.handlers.values()].map((handler) => handler.message))];
  }

  /**
   * Hands a message to its subscriber: once, however often it is delivered, because the receipt is
   * written in the transaction of the effect. A second delivery waits for the first and does nothing.
   */
  async handle(envelope: Envelope): Promise<'handled' | 'already' | 'unknown'> {
    if (!this.handlers.has(envelope.subscriber)) return 'unknown';
    return this.db.transaction(async (tx) => {
      const [receipt] = await rows(
        tx,
        'update platform.inbox set handled_at = now() where message_id = $1 and subscriber = $2 and handled_at is null returning 1',
        [envelope.messageId, envelope.subscriber],
      );
      if (!receipt) return 'already';
      await this.act(tx, envelope);
      return 'handled';
    });
  }

  /** What the subscriber does, in the transaction in which the caller has signed its receipt. */
  async act(tx: Tx, { messageId, subscriber, payload, at }: Envelope): Promise<void> {
    await this.handlers.get(subscriber)?.handle(tx, payload, { messageId, at: new Date(at) });
  }
}
