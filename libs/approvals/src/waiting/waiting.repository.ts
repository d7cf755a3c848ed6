import { Injectable } from '@nestjs/common';
import { named, rows, type DateOnly, type Tx } from '@yoriai/platform';
import type { Deputy, RemindAfter } from './waiting.rules.js';

/** What has waited so long that its approvers are reminded. */
export interface WaitingDecision {
  caseId: string;
  revision: number;
  subjectKind: string;
  subjectId: string;
  days: RemindAfter;
}

/** SQL of decisions that wait, and of those made in another's place. */
@Injectable()
export class WaitingRepository {
  /**
   * Writes down, and answers, what has waited three or five business days and was not reminded of so late: the ward's days begin
   * when it is handed in, or when the look of a council ends. Held up, only the later of the two days is reminded of.
   */
  claimToRemind(tx: Tx, since: { three: DateOnly; five: DateOnly }, now: Date, limit: number): Promise<WaitingDecision[]> {
    return named(
      tx,
      'approvals.claim-waiting',
      `with waiting as (
         select approval_case.id, approval_case.revision, approval_case.subject_kind, approval_case.subject_id,
           case when (coalesce(first_check.at, approval_case.submitted_at) at time zone 'Asia/Tokyo')::date <= $2::date then 5 else 3 end as days
         from approvals.approval_case
         left join approvals.first_check on first_check.case_id = approval_case.id and first_check.revision = approval_case.revision
         where approval_case.status = 'pending' and (first_check.case_id is null or first_check.outcome is not null)
           and (coalesce(first_check.at, approval_case.submitted_at) at time zone 'Asia/Tokyo')::date <= $1::date
           and not exists (select from approvals.decision_reminder told where told.case_id = approval_case.id and told.revision = approval_case.revision
             and told.days >= case when (coalesce(first_check.at, approval_case.submitted_at) at time zone 'Asia/Tokyo')::date <= $2::date then 5 else 3 end)
         order by approval_case.due_on, approval_case.id limit $4),
       told as (insert into approvals.decision_reminder (case_id, revision, days, at) select id, revision, days, $3 from waiting on conflict do nothing returning case_id, days)
       select waiting.id as "caseId", waiting.revision, waiting.subject_kind as "subjectKind", waiting.subject_id as "subjectId", told.days
       from waiting join told on told.case_id = waiting.id order by waiting.id`,
      [since.three, since.five, now, limit],
    );
  }

  async addDeputy(tx: Tx, decision: { id: string; decidedBy: string }, { inPlaceOf, reason }: Deputy): Promise<void> {
    await rows(tx, 'insert into approvals.deputy_decision (decision_id, decided_by, in_place_of, reason) values ($1, $2, $3, $4)', [decision.id, decision.decidedBy, inPlaceOf, reason.trim()]);
  }

  /** In whose place the decisions of a case were made, by decision. */
  async deputiesOf(tx: Tx, caseId: string): Promise<Map<string, Deputy>> {
    const found = await rows<Deputy & { id: string }>(
      tx,
      `select deputy_decision.decision_id as id, in_place_of as "inPlaceOf", reason from approvals.deputy_decision
       join approvals.decision on decision.id = deputy_decision.decision_id where decision.case_id = $1`,
      [caseId],
    );
    return new Map(found.map(({ id, ...deputy }) => [id, deputy]));
  }
}
