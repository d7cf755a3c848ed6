import { Injectable } from '@nestjs/common';
import { rows, type FileKind, type Tx } from '@yoriai/platform';

/** A paper or picture to take along, without its content. */
export interface HandoutRow {
  id: string;
  name: string;
  fileId: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
  addedAt: Date;
}

/** SQL of what an event hands out. */
@Injectable()
export class HandoutRepository {
  /** In the order in which they were added. */
  ofEvent(tx: Tx, eventId: string): Promise<HandoutRow[]> {
    return rows(
      tx,
      `select handout.id, handout.name, handout.file_id as "fileId", file.kind, file.size, handout.added_at as "addedAt"
       from events.handout join platform.file on file.id = handout.file_id where handout.event_id = $1 order by handout.added_at, handout.id`,
      [eventId],
    );
  }

  /** What this content is called already; null where it is new. */
  async nameOf(tx: Tx, eventId: string, digest: Buffer): Promise<string | null> {
    const [there] = await rows<{ name: string }>(tx, 'select name from events.handout where event_id = $1 and digest = $2', [eventId, digest]);
    return there?.name ?? null;
  }

  async add(tx: Tx, eventId: string, { id, name, fileId, addedAt }: Pick<HandoutRow, 'id' | 'name' | 'fileId' | 'addedAt'>, digest: Buffer): Promise<void> {
    await rows(tx, 'insert into events.handout (id, event_id, name, file_id, added_at, digest) values ($1, $2, $3, $4, $5, $6)', [id, eventId, name, fileId, addedAt, digest]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await rows(tx, 'delete from events.handout where id = $1', [id]);
  }

  /** Takes away those of events that ended before, and answers their files. */
  async takeOver(tx: Tx, endedBefore: Date, limit: number): Promise<string[]> {
    const gone = await rows<{ fileId: string }>(
      tx,
      `with over as (
         select handout.id from events.handout join events.event on event.id = handout.event_id
         where event.ends_at < $1 order by handout.id limit $2 for update of handout skip locked)
       delete from events.handout using over where handout.id = over.id returning handout.file_id as "fileId"`,
      [endedBefore, limit],
    );
    return gone.map(({ fileId }) => fileId);
  }
}
