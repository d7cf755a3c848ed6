import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';

/** SQL of who was there when. Who came along without a name of their own has none here. */
@Injectable()
export class StreakRepository {
  /** Who was at which of these events. */
  presentAt(tx: Tx, eventIds: readonly string[]): Promise<{ personId: string; eventId: string }[]> {
    return rows(
      tx,
      `select distinct person_id as "personId", event_id as "eventId" from attendance.attendance_record
       where event_id = any($1::uuid[]) and status = 'present' and person_id is not null`,
      [eventIds],
    );
  }

  /** The events at which a person was. */
  async eventsOf(tx: Tx, personId: string): Promise<string[]> {
    const found = await rows<{ eventId: string }>(tx, `select distinct event_id as "eventId" from attendance.attendance_record where person_id = $1 and status = 'present'`, [personId]);
    return found.map(({ eventId }) => eventId);
  }
}
