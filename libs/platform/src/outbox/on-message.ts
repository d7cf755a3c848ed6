import 'reflect-metadata';
import type { MessageName, Messages } from '@yoriai/contracts';
import type { Tx } from '../database/tx.js';

/** Facts about the message itself. */
export interface MessageFacts {
  messageId: string;
  /** When it was announced. */
  at: Date;
}

/** What a subscriber method looks like: everything it writes belongs to `tx`, together with the receipt. */
export type MessageHandler<M extends MessageName> = (tx: Tx, payload: Messages[M], facts: MessageFacts) => Promise<void>;

const SUBSCRIPTIONS = Symbol('yoriai:subscriptions');

export interface Subscription {
  message: MessageName;
  subscriber: string;
  method: string;
}

/**
 * Marks a method of an injectable class as subscriber. `subscriber` is its name for ever, since the
 * receipts of what it has handled are kept under it. It runs once per message.
 */
export function OnMessage<M extends MessageName>(message: M, subscriber: string) {
  return <H extends MessageHandler<M>>(target: object, method: string, _descriptor: TypedPropertyDescriptor<H>): void => {
    const list: Subscription[] = (Reflect.getMetadata(SUBSCRIPTIONS, target.constructor) as Subscription[] | undefined) ?? [];
    Reflect.defineMetadata(SUBSCRIPTIONS, [...list, { message, subscriber, method }], target.constructor);
  };
}

/** The subscriptions declared on a class. */
export function subscriptionsOf(type: object): Subscription[] {
  return (Reflect.getMetadata(SUBSCRIPTIONS, type) as Subscription[] | undefined) ?? [];
}
