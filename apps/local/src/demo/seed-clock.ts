import { Clock } from '@yoriai/platform';

/** A clock that the demo ward moves through the past year, so that everything carries the time at which it would have happened. */
export class SeedClock extends Clock {
  private at: Date;

  constructor(readonly today: Date) {
    super();
    this.at = today;
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: Date): void {
    this.at = at;
  }
}
