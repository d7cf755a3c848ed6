/**
 * Lets so many in at once, the others in the order they came. When a popular event opens, hundreds ask in
 * the same second: they wait here, where waiting costs nothing, and not for a database connection, which
 * is refused after three seconds and needed by everybody else who only reads.
 */
export class Turnstile {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly abreast: number) {}

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.abreast) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.inside += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes over this place; nobody can slip in between.
      const next = this.queue.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }
}
