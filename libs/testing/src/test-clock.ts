import { Clock } from '@yoriai/platform';

/** A clock that stands still until it is told otherwise. */
export class TestClock extends Clock {
  private at: Date;

  constructor(at = '2026-11-22T10:00:00+09:00') {
    super();
    this.at = new Date(at);
  }

  now(): Date {
    return new Date(this.at);
  }

  /** Jumps to an instant, e.g. `2026-11-28T18:00:00+09:00`. */
  set(at: string | Date): void {
    this.at = new Date(at);
  }

  /** Moves on by so many minutes. */
  advance(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}
