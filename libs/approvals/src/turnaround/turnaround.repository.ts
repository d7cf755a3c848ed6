import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type Tx } from '@yoriai/platform';
import type { DecidedDays } from './turnaround.rules.js';

/** SQL of how long decisions take. */
@Injectable()
export class TurnaroundRepository {
  /**
   * From which to which day what people approved or rejected since `since` was with the ward: from the day on which the
   * revision that was decided was handed in, or on which the look of a council at it ended. What was sent back was no
   * decision, and the days with its host are not the ward's. A row for each pair of days.
   */
  decidedSince(tx: Tx, since: Date): Promise<DecidedDays[]> {
    return rows(
      tx,
      `select (coalesce(first_check.at, revision.submitted_at) at time zone 'Asia/Tokyo')::date::text as "fromDay",
         (decision.decided_at at time zone 'Asia/Tokyo')::date::text as "toDay", count(*)::int as count
       from approvals.decision
       join approvals.revision on revision.case_id = decision.case_id and revision.number = decision.revision_number
       left join approvals.first_check on first_check.case_id = decision.case_id and first_check.revision = decision.revision_number
       where decision.kind in ('approved', 'rejected') and decision.rule is null and decision.decided_at >= $1
       group by 1, 2`,
      [since],
    );
  }

  /** How many wait whose day is over on `today`. */
  async late(tx: Tx, today: DateOnly): Promise<number> {
    const [found] = await rows<{ count: number }>(tx, `select count(*)::int as count from approvals.approval_case where status = 'pending' and due_on < $1`, [today]);
    return found?.count ?? 0;
  }
}
