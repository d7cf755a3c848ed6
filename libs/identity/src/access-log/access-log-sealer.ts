import { Injectable } from '@nestjs/common';
import { Clock, Db, rows, type Tx } from '@yoriai/platform';
import type { Head } from './access-log-check.js';
import { CONTENT, FIRST_HASH, sealHash, type SealedContent } from './seal.rules.js';

/** Entries of one transaction; more are sealed at once after it. */
const BATCH = 2_000;

/**
 * Seals the access log: one chain, in an order that stays, whichever way the writers committed. Run it every
 * second in any number of workers; one of them seals, the others go away.
 */
@Injectable()
export class AccessLogSealer {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Seals what is settled, oldest transaction first; answers how many entries. The rest waits for an older transaction that still runs. */
  seal(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const [lock] = await rows<{ mine: boolean }>(tx, `select pg_try_advisory_xact_lock(hashtextextended('identity.access-log-seal', 0)) as mine`);
      if (!lock?.mine) return 0;
      const entries = await rows<SealedContent>(tx, SETTLED, [BATCH]);
      if (entries.length > 0) await this.append(tx, entries);
      return entries.length;
    });
  }

  /** The end of the chain as it was kept last; null before anything was sealed. For a log outside the database. */
  head(): Promise<Head | null> {
    return this.db.read(async (tx) => {
      const [last] = await rows<{ position: string; hash: Buffer }>(tx, 'select position, hash from identity.access_log_head order by position desc limit 1');
      return last ? { position: BigInt(last.position), hash: last.hash.toString('hex') } : null;
    });
  }

  /** Seals and the head of them, together or not at all. */
  private async append(tx: Tx, entries: readonly SealedContent[]): Promise<void> {
    const [last] = await rows<{ position: string; hash: Buffer }>(tx, 'select position, hash from identity.access_log_seal order by position desc limit 1');
    let [position, hash] = [BigInt(last?.position ?? 0), last?.hash ?? FIRST_HASH];
    const seals = entries.map((entry) => {
      position += 1n;
      hash = sealHash(hash, position, entry);
      return { position: String(position), id: entry.id, hash };
    });
    await rows(
      tx,
      `insert into identity.access_log_seal (position, entry_id, hash, sealed_at)
       select item.*, $4::timestamptz from unnest($1::bigint[], $2::uuid[], $3::bytea[]) as item`,
      [seals.map((seal) => seal.position), seals.map((seal) => seal.id), seals.map((seal) => seal.hash), this.clock.now()],
    );
    // Where a tail was cut, its head stands already and shows it: what is sealed now must not take its place, nor be held up.
    await rows(tx, 'insert into identity.access_log_head (position, hash, kept_at) values ($1, $2, $3) on conflict (position) do nothing', [String(position), hash, this.clock.now()]);
    await rows(tx, 'delete from identity.access_log_unsealed where entry_id = any($1::uuid[])', [seals.map((seal) => seal.id)]);
  }
}

// Settled: every transaction below xmin has ended, so none of them can still add an entry before these. What we
// see from beyond xmax was written in another cluster, before a restore, and is settled too.
const SETTLED = `
  select ${CONTENT}
  from identity.access_log_unsealed waiting
  join identity.access_log log on log.id = waiting.entry_id
  where waiting.xid < pg_snapshot_xmin(pg_current_snapshot()) or waiting.xid >= pg_snapshot_xmax(pg_current_snapshot())
  order by waiting.xid, waiting.entry_id
  limit $1`;
