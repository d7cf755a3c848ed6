import { Injectable } from '@nestjs/common';
import { Db, rows, type Tx } from '@yoriai/platform';
import { CONTENT, FIRST_HASH, sealHash, type SealedContent } from './seal.rules.js';

/**
 * The end of the chain. Each sealing keeps its own in a table beside the chain; kept outside the database, a later check finds a tail
 * that was cut or written anew although those were cut with it.
 */
export interface Head {
  position: bigint;
  hash: string;
}

/** What is not as it was sealed. */
export interface Damage {
  kind: 'changed' | 'deleted' | 'seal-missing' | 'never-sealed' | 'cut' | 'rewritten' | 'head-missing';
  /** Where in the chain; null for an entry that has no place in it. */
  position: bigint | null;
  entryId: string | null;
}

/** How the log stands. */
export interface LogReport {
  sealed: number;
  /** Written, not yet sealed: what the last second brought, or what the worker has not come to. */
  unsealed: { count: number; oldestAt: Date | null };
  head: Head | null;
  damage: Damage[];
}

interface SealRow {
  position: string;
  entryId: string;
  hash: Buffer;
  /** As it was kept when this was the end of the chain. */
  kept: Buffer | null;
}

const BATCH = 5_000;

/** Walks the whole chain and says what is damaged. Reads only. */
@Injectable()
export class AccessLogCheck {
  constructor(private readonly db: Db) {}

  /** Everything of one moment, against every head that was kept in the database. `known` is one that was kept outside. */
  verify(known: Head | null = null): Promise<LogReport> {
    return this.db.read(async (tx) => {
      const chain = await this.walk(tx, known);
      const [tail] = await rows<{ count: number; oldestAt: Date | null }>(tx, `select count(*)::int as count, min(log.at) as "oldestAt" ${UNSEALED}`);
      const lost = await rows<{ id: string }>(tx, `select log.id ${UNSEALED} and not exists (select 1 from identity.access_log_unsealed waiting where waiting.entry_id = log.id)`);
      const neverSealed = lost.map(({ id }): Damage => ({ kind: 'never-sealed', position: null, entryId: id }));
      return { sealed: chain.sealed, unsealed: tail ?? { count: 0, oldestAt: null }, head: chain.head, damage: [...chain.damage, ...neverSealed] };
    });
  }

  private async walk(tx: Tx, known: Head | null): Promise<{ sealed: number; head: Head | null; damage: Damage[] }> {
    const damage: Damage[] = [];
    let position = 0n;
    let before: Buffer = FIRST_HASH;
    let sealed = 0;
    for (let found = await this.after(tx, position); found.length > 0; found = await this.after(tx, position)) {
      for (const { seal, content } of found) {
        const next = BigInt(seal.position);
        if (next !== position + 1n) damage.push({ kind: 'seal-missing', position: position + 1n, entryId: null });
        // After a gap the seal before is not known; its own content can't be judged, but all that follow can.
        else if (content === null) damage.push({ kind: 'deleted', position: next, entryId: seal.entryId });
        else if (!sealHash(before, next, content).equals(seal.hash)) damage.push({ kind: 'changed', position: next, entryId: seal.entryId });
        if ((seal.kept !== null && !seal.kept.equals(seal.hash)) || (known?.position === next && known.hash !== seal.hash.toString('hex'))) damage.push({ kind: 'rewritten', position: next, entryId: seal.entryId });
        position = next;
        before = seal.hash;
        sealed += 1;
      }
    }
    const [last] = await rows<{ position: string }>(tx, 'select position from identity.access_log_head order by position desc limit 1');
    const kept = BigInt(last?.position ?? 0);
    if (kept > position || (known && known.position > position)) damage.push({ kind: 'cut', position: position + 1n, entryId: null });
    // Seals and their head are written together: seals without one are nobody's, or the heads were cut.
    if (kept < position) damage.push({ kind: 'head-missing', position: kept + 1n, entryId: null });
    return { sealed, head: sealed === 0 ? null : { position, hash: before.toString('hex') }, damage };
  }

  private async after(tx: Tx, position: bigint): Promise<{ seal: SealRow; content: SealedContent | null }[]> {
    const found = await rows<SealRow & { [Column in keyof SealedContent]: SealedContent[Column] | null }>(
      tx,
      `select seal.position, seal.entry_id as "entryId", seal.hash, head.hash as kept, ${CONTENT}
       from identity.access_log_seal seal left join identity.access_log_head head on head.position = seal.position left join identity.access_log log on log.id = seal.entry_id
       where seal.position > $1 order by seal.position limit ${BATCH}`,
      [String(position)],
    );
    return found.map(({ position: at, entryId, hash, kept, ...content }) => ({
      seal: { position: at, entryId, hash, kept },
      content: content.id === null ? null : (content as SealedContent),
    }));
  }
}

const UNSEALED = `from identity.access_log log where not exists (select 1 from identity.access_log_seal seal where seal.entry_id = log.id)`;
