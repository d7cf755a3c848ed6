import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Db } from './db.js';

/** Others' changes are noticed after this long at most; our own process's at once (milliseconds). */
const TRUSTED_MS = 25;
/** While somebody keeps asking, the next answer is fetched this long before the last one ends, so that nobody waits for it. */
const AHEAD_MS = 15;

interface Asked {
  at: number;
  commits: number;
  moment: Promise<string>;
  answer?: string;
}

/**
 * Answers whether anything has changed, without asking the database each time: what it said holds for 25 ms,
 * less than a page takes on its way to the reader, and ends with the next transaction of this process, so that
 * whoever has just changed something sees it.
 */
@Injectable()
export class Moments {
  /** The newest question; `answered` is the newest with its answer. */
  private asked: Asked | undefined;
  private answered: Asked | undefined;

  /** Tests change rows behind the process's back and look at once. */
  private readonly trustedMs: number;

  constructor(
    private readonly db: Db,
    config: Config,
  ) {
    this.trustedMs = config.mode === 'test' ? 0 : TRUSTED_MS;
  }

  /** The present moment, see {@link Db.moment}. Refuses `platform.unavailable` (503) when the database can't say. */
  now(): Promise<string> {
    return this.asked && this.holds(this.asked) ? this.asked.moment : this.ask();
  }

  /** The present moment if it can be told without waiting. */
  known(): string | undefined {
    if (!this.answered || !this.holds(this.answered)) return undefined;
    if (this.answered === this.asked && !this.holds(this.answered, AHEAD_MS)) void this.ask();
    return this.answered.answer;
  }

  private ask(): Promise<string> {
    const asked: Asked = { at: performance.now(), commits: this.db.commits, moment: this.db.moment() };
    this.asked = asked;
    asked.moment.then(
      (moment) => {
        asked.answer = moment;
        if (!this.answered || this.answered.at < asked.at) this.answered = asked;
      },
      () => {
        if (this.asked === asked) this.asked = undefined;
      },
    );
    return asked.moment;
  }

  private holds({ at, commits }: Asked, spareMs = 0): boolean {
    return commits === this.db.commits && performance.now() - at + spareMs < this.trustedMs;
  }
}
