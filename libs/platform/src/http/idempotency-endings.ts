import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mayHaveCommitted } from '../database/db.js';
import { Refusal } from '../refusal.js';
import { IdempotencyKeys, nameOf, type KeptRow, type KeyName } from './idempotency-keys.js';

/** How often a process tries to write down what it could not while the database was away. */
const OWED_MS = 1_000;

/** Writes down how requests ended under their keys; where the database is away, as soon as it is back. */
@Injectable()
export class Endings implements OnApplicationShutdown {
  /** Null: nothing happened, and the key may go. */
  private readonly owed = new Map<string, { name: KeyName; answer: KeptRow | null }>();
  private paying: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly keys: IdempotencyKeys) {}

  /** The answer is kept under its key; with null the key is let go. Never refuses because the database is away. */
  async write(name: KeyName, answer: KeptRow | null): Promise<void> {
    try {
      await (answer ? this.keys.keep(answer) : this.keys.forget([name]));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 503) throw error;
      if (!answer && mayHaveCommitted(error)) return;
      this.owed.set(nameOf(name), { name, answer });
      this.remind();
    }
  }

  /** Whoever comes back under a key of which something is owed waits until it is written. Refuses `platform.unavailable` (503). */
  async before(name: KeyName): Promise<void> {
    if (this.owed.has(nameOf(name))) await this.pay();
  }

  private remind(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.pay().catch(() => this.remind());
    }, OWED_MS).unref();
  }

  /** One at a time: a key that was let go may be somebody else's the next moment. */
  private pay(): Promise<void> {
    return (this.paying ??= this.payAll().finally(() => (this.paying = undefined)));
  }

  private async payAll(): Promise<void> {
    const owed = [...this.owed.values()];
    const nothing = owed.filter(({ answer }) => answer === null);
    const done = (settled: typeof owed): void => {
      for (const { name } of settled) this.owed.delete(nameOf(name));
    };
    try {
      await Promise.all(owed.flatMap(({ answer }) => (answer ? [this.keys.keep(answer)] : [])));
      if (nothing.length > 0) await this.keys.forget(nothing.map(({ name }) => name));
      done(owed);
    } catch (error) {
      if (mayHaveCommitted(error)) done(nothing);
      throw error;
    }
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }
}
