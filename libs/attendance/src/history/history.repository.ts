import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';

/** SQL of who was on duty, for the hours of one person. */
@Injectable()
export class HistoryRepository {
  /** The assignments that the receptions of these events took in: ids alone. */
  async volunteersAt(tx: Tx, eventIds: readonly string[]): Promise<{ eventId: string; assignmentId: string }[]> {
    if (eventIds.length === 0) return [];
    return rows(
      tx,
      `select event_id as "eventId", subject_id as "assignmentId" from attendance.attendance_record
       where event_id = any($1::uuid[]) and subject_kind = 'assignment' and status = 'present'`,
      [eventIds],
    );
  }
}
