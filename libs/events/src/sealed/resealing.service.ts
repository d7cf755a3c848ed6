import { Injectable, Logger } from '@nestjs/common';
import { Db, KeptSealed, Refusal, rows, type SealedAt, type Tx } from '@yoriai/platform';
import { SEALED_COLUMNS } from './sealed-columns.js';

const SLICE = 200;
/** How many of what can't be opened one line of the log names. */
const NAMED = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';

type SealedColumn = (typeof SEALED_COLUMNS)[number];

/** What a sweep did, in numbers. */
export interface Resealed {
  /** Put under the newer key. */
  turned: number;
  /** Changed, moved, or under a key that is not in the settings: they stay as they lie. */
  unreadable: number;
}

interface Slice {
  last: string;
  turned: number;
  /** Where they lie: column and row. */
  unreadable: string[];
}

/** While the key is turned: puts what is sealed with the older one under the newer, a slice at a time. */
@Injectable()
export class Resealing {
  private readonly log = new Logger('Resealing');

  constructor(
    private readonly db: Db,
    private readonly sealed: KeptSealed,
  ) {}

  /**
   * Any number of workers; what somebody else wrote meanwhile stands. Fewer than were found with the older key are never counted, so with
   * neither turned nor unreadable nothing is left. What can't be opened is passed over, and named in the log once nothing else is left; it
   * keeps the older key in use. Without an older key it asks the database nothing.
   */
  async sweep(): Promise<Resealed> {
    const [current, ...older] = this.sealed.keyIds;
    if (older.length === 0) return { turned: 0, unreadable: 0 };
    let turned = 0;
    const unreadable: string[] = [];
    for (const at of SEALED_COLUMNS) {
      for (let slice = await this.slice(at, current!, FIRST); slice; slice = await this.slice(at, current!, slice.last)) {
        turned += slice.turned;
        unreadable.push(...slice.unreadable);
      }
    }
    if (turned === 0 && unreadable.length > 0) {
      const more = unreadable.length > NAMED ? `, and ${unreadable.length - NAMED} more` : '';
      this.log.error(`the older SEALING_KEY stays in use; values that can't be opened: ${unreadable.length}: ${unreadable.slice(0, NAMED).join('; ')}${more}`);
    }
    return { turned, unreadable: unreadable.length };
  }

  private slice(at: SealedColumn, current: string, after: string): Promise<Slice | null> {
    return this.db.transaction((tx) => this.turn(tx, at, current, after));
  }

  private async turn(tx: Tx, at: SealedColumn, current: string, after: string): Promise<Slice | null> {
    const { table, id, column } = at;
    const old = await rows<{ id: string; was: string }>(
      tx,
      `select ${id} as id, ${column} as was from ${table} where ${column} is not null and split_part(${column}, '.', 1) <> $1 and ${id} > $2 order by ${id} limit ${SLICE}`,
      [current, after],
    );
    const last = old.at(-1);
    if (!last) return null;
    const opened = old.map(({ id: row, was }) => ({ row, was, sealed: this.anew({ column: `${table}.${column}`, row }, was) }));
    const done = opened.filter(({ sealed }) => sealed !== null);
    const values = [done.map(({ row }) => row), done.map(({ was }) => was), done.map(({ sealed }) => sealed)];
    if (table === 'events.event_report') await rows(tx, 'select events.reseal_incidents($1::uuid[], $2::text[], $3::text[])', values);
    else await rows(tx, `update ${table} kept set ${column} = item.sealed from unnest($1::uuid[], $2::text[], $3::text[]) as item (id, was, sealed) where kept.${id} = item.id and kept.${column} = item.was`, values);
    return { last: last.id, turned: done.length, unreadable: opened.filter(({ sealed }) => sealed === null).map(({ row }) => `${table}.${column} of ${row}`) };
  }

  /** The same value under the newer key; null for one that can't be opened. */
  private anew(place: SealedAt, was: string): string | null {
    try {
      return this.sealed.close(place, this.sealed.open<NonNullable<unknown>>(place, was));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'platform.sealed-unreadable') return null;
      throw error;
    }
  }
}
