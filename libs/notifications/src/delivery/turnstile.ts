/** Lets so many in at once; whoever comes then waits a little and goes away again. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** True: go in, and call `leave` afterwards. False: nobody left within so many milliseconds. */
  async enter(withinMs: number): Promise<boolean> {
    if (this.inside < this.most) {
      this.inside += 1;
      return true;
    }
    return new Promise((resolve) => {
      const come = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(come), 1);
        resolve(false);
      }, withinMs);
      this.waiting.push(come);
    });
  }

  /** Whoever waits longest takes the place. */
  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.inside -= 1;
  }
}
