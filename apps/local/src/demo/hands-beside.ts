import { Worker } from 'node:worker_threads';
import type { Config } from '@yoriai/platform';
import type { Cast } from './demo-ward.js';
import type { Begun, Hand, Step } from './hand.js';

/** What a thread is asked; hands are named by their number among all of them. */
export type Asked =
  | { ask: 'open'; config: Config; today: Date; hands: readonly number[] }
  | { ask: 'meet'; hand: number; cast: Cast }
  | { ask: 'take'; hand: number; step: Step; numbers: readonly number[] }
  | { ask: 'close' };

/** What it says to that: events, or what went wrong; an error itself may hold what can't be sent. */
export type Answer = { done: Begun[] } | { failed: string };

interface Waiting {
  resolve(done: Begun[]): void;
  reject(error: Error): void;
}

const PROGRAM = new URL('./hands-thread.js', import.meta.url);

/**
 * Hands in a thread of their own, beside those of this one: a second processor helps to load the demo ward. This file
 * loads nothing of the product, so that the thread can load it while this one does.
 */
export class HandsBeside {
  private readonly waiting = new Map<number, Waiting>();
  private readonly worker: Worker;
  private asked = 0;
  private ended: Error | undefined;

  /** Starts the thread. What it can't do comes as the rejection of what it was asked, also when it has ended by itself. */
  constructor(program = PROGRAM) {
    // Without this process' own arguments: a thread has no parent to follow, and no standard input.
    this.worker = new Worker(program, { execArgv: [] });
    this.worker.on('message', ({ nth, answer }: { nth: number; answer: Answer }) => {
      const waiting = this.waiting.get(nth);
      this.waiting.delete(nth);
      if ('failed' in answer) waiting?.reject(new Error(answer.failed));
      else waiting?.resolve(answer.done);
    });
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (code) => this.end(new Error(`The thread of the other hands has ended (${code})`)));
  }

  /** Opens these hands there. */
  async open(config: Config, today: Date, hands: readonly number[]): Promise<Hand[]> {
    await this.ask({ ask: 'open', config, today, hands });
    return hands.map((hand) => ({
      meet: async (cast) => void (await this.ask({ ask: 'meet', hand, cast })),
      take: (step, numbers) => this.ask({ ask: 'take', hand, step, numbers }),
    }));
  }

  /** Lets them go, and ends the thread. */
  async close(): Promise<void> {
    try {
      if (!this.ended) await this.ask({ ask: 'close' });
    } finally {
      await this.worker.terminate();
    }
  }

  private ask(asked: Asked): Promise<Begun[]> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      this.asked += 1;
      this.waiting.set(this.asked, { resolve, reject });
      this.worker.postMessage({ nth: this.asked, asked });
    });
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}
