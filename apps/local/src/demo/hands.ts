import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@yoriai/platform';
import { DemoModule } from './demo.module.js';
import type { Cast } from './demo-ward.js';
import { EVENTS } from './events.js';
import { OwnHand, type Begun, type Hand, type Step } from './hand.js';
import type { HandsBeside } from './hands-beside.js';
import { SeedClock } from './seed-clock.js';
import { Visitors } from './visitors.js';

/** Neighbours that one hand begins after the other. */
const NEIGHBOURS_APART = 100;

/** The n-th hand: the whole product, with a clock and neighbours of its own. */
export async function openHand(nth: number, config: Config, today: Date): Promise<INestApplicationContext> {
  const demo = await NestFactory.createApplicationContext(DemoModule.forRoot(config, new SeedClock(today)), { logger: ['error', 'fatal'], abortOnError: false });
  demo.get(Visitors).beginWith(nth * NEIGHBOURS_APART);
  return demo;
}

/**
 * Several hands load the demo ward: while one waits for the database, the others go on, and some of them may be in a
 * thread of their own. Each has a clock of its own, since each is at another day of the past year.
 */
export class Hands {
  private constructor(
    private readonly demos: readonly INestApplicationContext[],
    private readonly hands: readonly Hand[],
    private readonly beside?: HandsBeside,
  ) {}

  /** All hands; with a thread half of them are there. Which of them does what is the same with and without. */
  static async open(count: number, config: Config, today: Date, beside?: HandsBeside): Promise<Hands> {
    const all = Array.from({ length: count }, (_, n) => n);
    const here = beside ? Math.ceil(count / 2) : count;
    const [demos, others] = await Promise.all([Promise.all(all.slice(0, here).map((n) => openHand(n, config, today))), beside?.open(config, today, all.slice(here)) ?? []]);
    return new Hands(demos, [...demos.map((demo) => new OwnHand(demo)), ...others], beside);
  }

  /** The hand for what is done alone. */
  get first(): INestApplicationContext {
    return this.demos[0]!;
  }

  /** Tells all of them who there is; each has volunteers of its own, so that nobody is asked by two at once. */
  async meet(cast: Cast): Promise<void> {
    await Promise.all(this.hands.map((hand, n) => hand.meet({ ...cast, volunteers: this.share(cast.volunteers, n) })));
  }

  /** Takes a step with each event of the table; the n-th always by the same hand. Answers in the order of the table. */
  async each(step: Step): Promise<Begun[]> {
    const answers = new Array<Begun>(EVENTS.length);
    const count = this.hands.length;
    const work = async (hand: Hand, which: number): Promise<void> => {
      const numbers = [...EVENTS.keys()].filter((n) => n % count === which);
      for (const [index, begun] of (await hand.take(step, numbers)).entries()) answers[numbers[index]!] = begun;
    };
    await Promise.all(this.hands.map(work));
    return answers;
  }

  /** What of a list is for this hand alone. */
  private share<T>(list: readonly T[], hand: number): T[] {
    const from = (n: number): number => Math.floor((n * list.length) / this.hands.length);
    return list.slice(from(hand), from(hand + 1));
  }

  async close(): Promise<void> {
    await Promise.all([...this.demos.map((demo) => demo.close()), this.beside?.close()]);
  }
}
