import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Db } from '../database/db.js';
import { refuse } from '../refusal.js';
import { Secrets } from '../secrets/secrets.js';

/** So many hits of one subject in so many minutes, counted from the first. */
export interface Limit {
  /** Names what is counted, `<context>.<what>`; another name is another count. */
  name: string;
  most: number;
  minutes: number;
}

/**
 * Counts, across all processes, what is worth guessing or costs a letter. A hit is one statement that commits
 * by itself, so it stays counted when the request is refused. Subjects (addresses, contacts) are kept as
 * keyed hashes only.
 */
@Injectable()
export class RateLimits {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /** Counts a hit. Refuses `platform.too-often` (429) beyond the limit, with the seconds until it is open again. */
  async hit(limit: Limit, ...subject: string[]): Promise<void> {
    const seconds = await this.count(limit, subject);
    if (seconds > 0) refuse('platform.too-often', { status: 429, retryAfter: seconds, params: { minutes: Math.ceil(seconds / 60) } });
  }

  /** Counts a hit and answers whether it is within the limit, for what must not be told. */
  async allows(limit: Limit, ...subject: string[]): Promise<boolean> {
    return (await this.count(limit, subject)) === 0;
  }

  /** Takes a hit back that turned out to be none, e.g. the right code. */
  async forgive(limit: Limit, ...subject: string[]): Promise<void> {
    await this.db.alone('update platform.rate_limit set hits = hits - 1 where subject = $1 and hits > 0', [this.keyOf(limit, subject)]);
  }

  /** Removes counts whose time is over. */
  async tidy(): Promise<void> {
    await this.db.alone('delete from platform.rate_limit where ends_at <= $1', [this.clock.now()]);
  }

  /** Seconds to wait; 0 within the limit. */
  private async count(limit: Limit, subject: readonly string[]): Promise<number> {
    const now = this.clock.now();
    const [counted] = await this.db.alone<{ hits: number; ends_at: Date }>(HIT, [this.keyOf(limit, subject), now, limit.minutes]);
    if (!counted || counted.hits <= limit.most) return 0;
    return Math.max(1, Math.ceil((counted.ends_at.getTime() - now.getTime()) / 1000));
  }

  private keyOf(limit: Limit, subject: readonly string[]): string {
    return this.secrets.sign('rate-limit', JSON.stringify([limit.name, ...subject]));
  }
}

// The upper bound keeps a flood of days from running out of integers.
const HIT = `
  insert into platform.rate_limit as known (subject, hits, ends_at) values ($1, 1, $2::timestamptz + make_interval(mins => $3))
  on conflict (subject) do update set
    hits = case when known.ends_at <= $2 then 1 else least(known.hits, 1000000) + 1 end,
    ends_at = case when known.ends_at <= $2 then excluded.ends_at else known.ends_at end
  returning hits, ends_at`;
