import { Injectable } from '@nestjs/common';
import { Db, KeptSealed, rows, type Tx } from '@yoriai/platform';
import { SEALED_COLUMNS } from './sealed-columns.js';

const SLICE = 200;

type SealedColumn = (typeof SEALED_COLUMNS)[number];

/** While the key is turned: puts what is sealed with the older one under the newer, a slice at a time. */
@Injectable()
export class Resealing {
  constructor(
    private readonly db: Db,
    private readonly sealed: KeptSealed,
  ) {}

  /**
   * Any number of workers; what somebody else wrote meanwhile stands. Answers how many values it was: fewer than were found with the older
   * key never, so with 0 nothing is left. Without an older key it asks the database nothing.
   */
  async sweep(): Promise<number> {
    const [current, ...older] = this.sealed.keyIds;
    if (older.length === 0) return 0;
    let found = 0;
    for (const at of SEALED_COLUMNS) found += await this.db.transaction((tx) => this.turn(tx, at, current!));
    return found;
  }

  private async turn(tx: Tx, at: SealedColumn, current: string): Promise<number> {
    const { table, id, column } = at;
    const old = await rows<{ id: string; was: string }>(
      tx,
      `select ${id} as id, ${column} as was from ${table} where ${column} is not null and split_part(${column}, '.', 1) <> $1 order by ${id} limit ${SLICE}`,
      [current],
    );
    if (old.length === 0) return 0;
    const sealed = old.map(({ id: row, was }) => {
      const place = { column: `${table}.${column}`, row };
      return this.sealed.close(place, this.sealed.open<NonNullable<unknown>>(place, was));
    });
    const values = [old.map((each) => each.id), old.map(({ was }) => was), sealed];
    if (table === 'events.event_report') await rows(tx, 'select events.reseal_incidents($1::uuid[], $2::text[], $3::text[])', values);
    else await rows(tx, `update ${table} kept set ${column} = item.sealed from unnest($1::uuid[], $2::text[], $3::text[]) as item (id, was, sealed) where kept.${id} = item.id and kept.${column} = item.was`, values);
    return old.length;
  }
}
