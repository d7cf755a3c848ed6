import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';

/** How many people are or were there. */
export interface Headcount {
  /** Heads of received applications. */
  participants: number;
  volunteers: number;
  walkIns: number;
  /** How often this event's headcount has changed; grows with every change. */
  sequence: number;
}

const COLUMNS = 'participants, volunteers, walk_ins as "walkIns", changes as sequence';

/**
 * SQL of the headcount: a counter beside the records, so that a change costs the same at the tenth and
 * at the thousandth person. Always equal to the sum of the records (asserted in a db-spec).
 */
@Injectable()
export class HeadcountRepository {
  /** Moves the counter and answers what it shows now. The row stays locked until the commit: call it last. */
  async move(tx: Tx, eventId: string, by: Omit<Headcount, 'sequence'>, now: Date): Promise<Headcount> {
    const [headcount] = await rows<Headcount>(
      tx,
      `insert into attendance.headcount as known (event_id, participants, volunteers, walk_ins, changes, updated_at)
       values ($1, greatest($2::int, 0), greatest($3::int, 0), greatest($4::int, 0), 1, $5)
       on conflict (event_id) do update set
         participants = known.participants + $2, volunteers = known.volunteers + $3, walk_ins = known.walk_ins + $4,
         changes = known.changes + 1, updated_at = excluded.updated_at
       returning ${COLUMNS}`,
      [eventId, by.participants, by.volunteers, by.walkIns, now],
    );
    return headcount!;
  }

  async of(tx: Tx, eventId: string): Promise<Headcount> {
    const [headcount] = await rows<Headcount>(tx, `select ${COLUMNS} from attendance.headcount where event_id = $1`, [eventId]);
    return headcount ?? { participants: 0, volunteers: 0, walkIns: 0, sequence: 0 };
  }
}
