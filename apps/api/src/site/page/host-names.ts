import { Injectable } from '@nestjs/common';
import { Organisations } from '@yoriai/associations';
import { Clock, Db } from '@yoriai/platform';
import { nameReader } from './known-names.js';

/** Associations are seldom renamed; a new one is read a minute after it came. */
const ASKED_AGAIN_MS = 60_000;
const AFTER_A_FAULT_MS = 10_000;

/** Reads pages with the names that associations have, and their readings. */
@Injectable()
export class HostNames {
  private read = nameReader([]);
  private asked = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  /** The reader of this minute. While the database is away, the last one: pages that say so are read too. */
  async reader(): Promise<(html: string) => string> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.asked) < ASKED_AGAIN_MS) return this.read;
    try {
      this.read = nameReader(await this.db.read((tx) => this.organisations.namesAndReadings(tx)));
      this.asked = now;
    } catch {
      // Whoever needs the database says that it is away.
      this.asked = now - ASKED_AGAIN_MS + AFTER_A_FAULT_MS;
    }
    return this.read;
  }
}
