import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Db } from './db.js';

/** Others' changes are noticed after this long at most; our own process's at once (milliseconds). */
const TRUSTED_MS = 25;

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
  private asked: Asked | undefined;

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
    if (this.asked && this.holds(this.asked)) return this.asked.moment;
    const asked: Asked = { at: performance.now(), commits: this.db.commits, moment: this.db.moment() };
    this.asked = asked;
    asked.moment.then(
      (moment) => {
        asked.answer = moment;
      },
      () => {
        if (this.asked === asked) this.asked = undefined;
      },
    );
    return asked.moment;
  }

  /** The present moment if it can be told without asking. */
  known(): string | undefined {
    return this.asked && this.holds(this.asked) ? this.asked.answer : undefined;
  }

  private holds({ at, commits }: Asked): boolean {
    return commits === this.db.commits && performance.now() - at < this.trustedMs;
  }
}
