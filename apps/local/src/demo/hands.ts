import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@yoriai/platform';
import { DemoEvents } from './demo-events.js';
import { DemoModule } from './demo.module.js';
import { SeedClock } from './seed-clock.js';
import { Visitors } from './visitors.js';

/** Neighbours that one hand begins after the other. */
const NEIGHBOURS_APART = 100;

/**
 * Several hands load the demo ward: while one waits for the database, the others go on. Each has the whole
 * product with a clock of its own, since each is at another day of the past year.
 */
export class Hands {
  private constructor(private readonly hands: readonly INestApplicationContext[]) {}

  /** All hands; `count` of them. */
  static async open(count: number, config: Config, today: Date): Promise<Hands> {
    const open = async (_: unknown, n: number) => {
      const hand = await NestFactory.createApplicationContext(DemoModule.forRoot(config, new SeedClock(today)), { logger: ['error', 'fatal'], abortOnError: false });
      hand.get(Visitors).beginWith(n * NEIGHBOURS_APART);
      return hand;
    };
    return new Hands(await Promise.all(Array.from({ length: count }, open)));
  }

  /** The hand for what is done alone. */
  get first(): INestApplicationContext {
    return this.hands[0]!;
  }

  /** Takes a step with each of them, in their order; the n-th always by the same hand, of which `hand` is the number. Answers in their order. */
  async each<T, R>(list: readonly T[], step: (events: DemoEvents, one: T, hand: number) => Promise<R>): Promise<R[]> {
    const answers = new Array<R>(list.length);
    const count = this.hands.length;
    const work = async (hand: INestApplicationContext, which: number): Promise<void> => {
      for (let n = which; n < list.length; n += count) answers[n] = await step(hand.get(DemoEvents), list[n]!, which);
    };
    await Promise.all(this.hands.map(work));
    return answers;
  }

  /** What of a list is for this hand alone. */
  share<T>(list: readonly T[], hand: number): readonly T[] {
    const from = (n: number): number => Math.floor((n * list.length) / this.hands.length);
    return list.slice(from(hand), from(hand + 1));
  }

  async close(): Promise<void> {
    await Promise.all(this.hands.map((hand) => hand.close()));
  }
}
