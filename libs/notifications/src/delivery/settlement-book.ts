import type { Settlement } from './delivery.repository.js';

/**
 * Enters results in groups without making anybody wait: while one group is being written the next one
 * gathers, so a fast mail server costs few transactions and a slow one leaves nothing unwritten.
 * Once a group can't be written the book takes no more: what is not entered comes back when the lease ends.
 */
export class SettlementBook {
  private gathering: Settlement[] = [];
  private writing: Promise<void> | undefined;
  private failure: { error: unknown } | undefined;

  constructor(private readonly write: (batch: Settlement[]) => Promise<void>) {}

  /** Takes a result. Waits only when a whole group has piled up behind the one being written; throws when a group could not be written. */
  async enter(settlement: Settlement): Promise<void> {
    this.gathering.push(settlement);
    this.writing ??= this.writeOn();
    if (this.gathering.length >= 100) await this.writing;
    this.throwFailure();
  }

  /** Resolves when every result is written; throws when one could not be. */
  async close(): Promise<void> {
    await this.writing;
    this.throwFailure();
  }

  private async writeOn(): Promise<void> {
    try {
      while (this.gathering.length > 0 && !this.failure) await this.write(this.gathering.splice(0));
    } catch (error) {
      this.failure = { error };
    } finally {
      this.writing = undefined;
    }
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.error;
  }
}
