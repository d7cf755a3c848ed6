import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { named, rows, type Tx } from '../database/tx.js';
import { newId } from '../secrets/ids.js';
import type { FileKind, KeptForm } from './kept-form.js';

/**
 * Files, in the record itself (docs/adr/0034): written with the row that they belong to, in its transaction, and saved
 * and brought back with it. Whose they are and who may see them is that row's to say; nobody reads a file by its id alone.
 */
@Injectable()
export class Files {
  constructor(private readonly clock: Clock) {}

  /** Keeps a file under a name of our own, and answers it. */
  async keep(tx: Tx, { kind, content }: KeptForm): Promise<string> {
    const id = newId();
    await rows(tx, 'insert into platform.file (id, kind, size, content, kept_at) values ($1, $2, $3, $4, $5)', [id, kind, content.length, content, this.clock.now()]);
    return id;
  }

  /** A file; null once it was thrown away. */
  async read(tx: Tx, id: string): Promise<{ kind: FileKind; content: Buffer } | null> {
    const [found] = await named<{ kind: FileKind; content: Buffer }>(tx, 'platform.read-file', 'select kind, content from platform.file where id = $1', [id]);
    return found ?? null;
  }

  /** Throws files away for good. */
  async forget(tx: Tx, ids: readonly string[]): Promise<void> {
    await rows(tx, 'delete from platform.file where id = any($1::uuid[])', [ids]);
  }
}
