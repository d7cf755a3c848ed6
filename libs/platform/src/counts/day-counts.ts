import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { jstDate, type DateOnly } from '../clock/jst.js';
import { Db } from '../database/db.js';
import { rows, type Tx } from '../database/tx.js';

/** Counts are written down together, at most this long after the first (milliseconds): a write lets every kept page be made anew. */
const TOGETHER_MS = 15_000;

/** How often something happened on a day in Japan. */
export interface DayCount {
  day: DateOnly;
  count: number;
}

/**
 * Counts things by day, without anybody's data. They are figures of use, not records: what was counted in the last
 * seconds before a process is killed is lost; one that is told to stop writes it down.
 */
@Injectable()
export class DayCounts implements OnModuleDestroy {
  private waiting = new Map<string, { name: string; day: DateOnly; count: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Once more today. */
  add(name: string): void {
    const day = jstDate(this.clock.now());
    const key = `${day} ${name}`;
    this.waiting.set(key, { name, day, count: (this.waiting.get(key)?.count ?? 0) + 1 });
    this.timer ??= setTimeout(() => void this.write().catch(() => this.again()), TOGETHER_MS).unref();
  }

  /** Writes down what was counted. What can't be written is kept for the next time. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counted = [...this.waiting.values()];
    if (counted.length === 0) return;
    this.waiting = new Map();
    try {
      await this.db.transaction((tx) =>
        rows(
          tx,
          `insert into platform.day_count as known (name, day, count) select * from unnest($1::text[], $2::date[], $3::int[])
           order by 1, 2 on conflict (name, day) do update set count = known.count + excluded.count`,
          [counted.map(({ name }) => name), counted.map(({ day }) => day), counted.map(({ count }) => count)],
        ),
      );
    } catch (error) {
      for (const { name, day, count } of counted) {
        const key = `${day} ${name}`;
        this.waiting.set(key, { name, day, count: count + (this.waiting.get(key)?.count ?? 0) });
      }
      throw error;
    }
  }

  /** The days on which it happened, the latest first, at most so many. */
  of(tx: Tx, name: string, days: number): Promise<DayCount[]> {
    return rows<DayCount>(tx, `select to_char(day, 'YYYY-MM-DD') as day, count from platform.day_count where name = $1 order by platform.day_count.day desc limit $2`, [name, days]);
  }

  /** Where the database is away too, these counts are lost. */
  async onModuleDestroy(): Promise<void> {
    await this.write().catch(() => clearTimeout(this.timer));
  }

  private again(): void {
    this.timer ??= setTimeout(() => void this.write().catch(() => this.again()), TOGETHER_MS).unref();
  }
}
