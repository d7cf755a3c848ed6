import { Refusal } from '../refusal.js';

/** How a {@link Gathering} works. */
export interface GatheringOptions<Item, Result> {
  /** Items of one key are worked on in the order they came, and never in two batches at once: what stands behind the key is one row that all of them lock. */
  keyOf(item: Item): string;
  /** Items of one batch, at most. */
  most: number;
  /** Batches at once: connections that this work may hold. */
  abreast: number;
  /** All of a batch in one transaction; answers each item in its place. What it throws is about the batch: nothing of it has happened. */
  work(items: readonly Item[]): Promise<readonly Result[]>;
}

/** So often may one batch run into a limit on waiting: the whole, and two parts of it. Then it is not about one key, and the rest is told at once. */
const MOST_WAITS = 3;

interface Waiting<Item, Result> {
  item: Item;
  key: string;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Lets those who ask in the same moment share one transaction. Nobody waits for company: whoever comes
 * alone goes at once, and those who come meanwhile are the next batch, so the batches grow with the crowd.
 * They wait here, where waiting costs nothing, and not for a connection, which everybody else needs.
 */
export class Gathering<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private readonly busyKeys = new Set<string>();
  private running = 0;
  private planned = false;

  constructor(private readonly options: GatheringOptions<Item, Result>) {}

  /** Answers what `work` answers for this item, or throws what it threw when this item was alone in a batch. */
  ask(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, key: this.options.keyOf(item), resolve, reject });
      this.plan();
    });
  }

  private plan(): void {
    if (this.planned || this.running >= this.options.abreast || this.waiting.length === 0) return;
    this.planned = true;
    // Requests that arrived together are read one after another: the last of them is in as well.
    setImmediate(() => {
      this.planned = false;
      const batch = this.take();
      if (batch.length > 0) void this.run(batch);
    });
  }

  private take(): Waiting<Item, Result>[] {
    const batch: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    for (const one of this.waiting) (batch.length < this.options.most && !this.busyKeys.has(one.key) ? batch : left).push(one);
    this.waiting = left;
    return batch;
  }

  private async run(batch: Waiting<Item, Result>[]): Promise<void> {
    const keys = new Set(batch.map((one) => one.key));
    for (const key of keys) this.busyKeys.add(key);
    this.running += 1;
    this.plan();
    await this.settle(batch, { busy: 0 });
    for (const key of keys) this.busyKeys.delete(key);
    this.running -= 1;
    this.plan();
  }

  /** Answers everybody in the batch; never throws. */
  private async settle(batch: readonly Waiting<Item, Result>[], trouble: { busy: number }): Promise<void> {
    try {
      const results = await this.options.work(batch.map((one) => one.item));
      for (const [index, one] of batch.entries()) one.resolve(results[index] as Result);
    } catch (error) {
      if (statusOf(error) === 503) trouble.busy += 1;
      const parts = this.partsAfter(batch, error);
      if (parts.length === 0) for (const one of batch) one.reject(error);
      for (const part of parts) {
        if (trouble.busy < MOST_WAITS) await this.settle(part, trouble);
        else for (const one of part) one.reject(error);
      }
    }
  }

  /**
   * How a batch that failed is tried again, so that one bad item does not spoil the others: key by key, then
   * one by one. Not at all (no parts) where the database is away, or for one alone.
   */
  private partsAfter(batch: readonly Waiting<Item, Result>[], error: unknown): Waiting<Item, Result>[][] {
    const busy = statusOf(error) === 503;
    if (batch.length === 1 || (busy && isAway(error))) return [];
    const byKey = new Map<string, Waiting<Item, Result>[]>();
    for (const one of batch) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
    if (byKey.size > 1) return [...byKey.values()];
    return busy ? [] : batch.map((one) => [one]);
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Refusal ? error.status : undefined;
}

function isAway(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'platform.unavailable';
}
