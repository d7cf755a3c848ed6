/** What somebody waiting for a turn is told when there is none. */
export class NoTurn extends Error {}

export interface TurnLimits {
  /** So many work at once. */
  readonly abreast: number;
  /** So many may wait; the next is turned away at once. */
  readonly waiting: number;
  /** Nobody waits longer than this. */
  readonly waitMs: number;
}

/**
 * Lets few work at once and few wait, none of them for long: whoever can't be served soon hears so now.
 * By hand because p-queue bounds neither the queue nor the wait for a place in it.
 */
export class Turns {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly limits: TurnLimits) {}

  /** Throws {@link NoTurn} when the queue is full or the wait too long; the work has not begun then. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < this.limits.abreast) this.inside += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      // Whoever is next takes over this place; nobody can slip in between.
      const next = this.queue.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }

  private wait(): Promise<void> {
    if (this.queue.length >= this.limits.waiting) throw new NoTurn('too many are waiting');
    return new Promise((resolve, reject) => {
      const called = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(called), 1);
        reject(new NoTurn('waited too long'));
      }, this.limits.waitMs);
      this.queue.push(called);
    });
  }
}
