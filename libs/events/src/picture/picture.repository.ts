import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { Side } from './picture.rules.js';

/** A place of a report with its pictures; a picture that is open is for everybody. */
export interface SpotRow {
  id: string;
  place: string;
  beforeFile: string | null;
  beforeOpen: boolean;
  afterFile: string | null;
  afterOpen: boolean;
}

const COLUMNS = 'id, place, before_file as "beforeFile", before_open as "beforeOpen", after_file as "afterFile", after_open as "afterOpen"';

/** SQL of the pictures of reports. */
@Injectable()
export class PictureRepository {
  /** In the order in which they were added. */
  ofEvent(tx: Tx, eventId: string): Promise<SpotRow[]> {
    return rows(tx, `select ${COLUMNS} from events.report_spot where event_id = $1 order by added_at, id`, [eventId]);
  }

  async add(tx: Tx, eventId: string, { id, place }: Pick<SpotRow, 'id' | 'place'>, at: Date): Promise<void> {
    await rows(tx, 'insert into events.report_spot (id, event_id, place, added_at) values ($1, $2, $3, $4)', [id, eventId, place, at]);
  }

  async change(tx: Tx, { id, place, beforeOpen, afterOpen }: SpotRow): Promise<void> {
    await rows(tx, 'update events.report_spot set place = $2, before_open = $3, after_open = $4 where id = $1', [id, place, beforeOpen, afterOpen]);
  }

  /** Another picture is not open until somebody says so: whoever let the old one be seen has not seen this one. */
  async put(tx: Tx, id: string, side: Side, fileId: string | null): Promise<void> {
    await rows(tx, `update events.report_spot set ${side}_file = $2, ${side}_open = false where id = $1`, [id, fileId]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await rows(tx, 'delete from events.report_spot where id = $1', [id]);
  }

  /** Takes away the places of events that ended before, and answers the files that were theirs and how many places went. */
  async takeOver(tx: Tx, endedBefore: Date, limit: number): Promise<{ count: number; fileIds: string[] }> {
    const gone = await rows<{ beforeFile: string | null; afterFile: string | null }>(
      tx,
      `with over as (
         select spot.id from events.report_spot spot join events.event on event.id = spot.event_id
         where event.ends_at < $1 order by spot.id limit $2 for update of spot skip locked)
       delete from events.report_spot spot using over where spot.id = over.id
       returning spot.before_file as "beforeFile", spot.after_file as "afterFile"`,
      [endedBefore, limit],
    );
    return { count: gone.length, fileIds: gone.flatMap(({ beforeFile, afterFile }) => [beforeFile ?? [], afterFile ?? []].flat()) };
  }
}
