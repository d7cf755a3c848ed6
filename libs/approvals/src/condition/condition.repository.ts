import { Injectable } from '@nestjs/common';
import { named, newId, rows, type Tx } from '@yoriai/platform';
import { stateAfterStep, type ConditionState, type ConditionStepKind } from './condition.rules.js';

/** What an approval asks for. */
export interface NewCondition {
  text: string;
  /** A day in Japan, `YYYY-MM-DD`. */
  dueOn: string;
  /** Nothing is published before it is met. */
  blocking: boolean;
  /** The procedure of the checklist that it stands for; left out: none. */
  itemCode?: string | null;
}

/** A condition and where it stands. */
export interface ConditionRow extends NewCondition {
  id: string;
  caseId: string;
  decisionId: string;
  state: ConditionState;
  /** Who said last that it is met, while that stands. */
  reportedBy: string | null;
  /** Who handed in what was approved on it, and everybody who ever said that it is met: none of them judges it. */
  parties: string[];
}

/** One thing that was said about a condition. */
export interface ConditionStep {
  conditionId: string;
  kind: ConditionStepKind;
  words: string | null;
  by: string;
  at: Date;
}

/** A condition that the ward has to look at, with what it is about. */
export interface DeskConditionRow extends ConditionRow {
  subjectKind: string;
  subjectId: string;
  organisationId: string;
  title: string;
}

/** Who reported, while that stands: the last step, if it is a report. */
const REPORTED_BY = `(select case when step.kind = 'reported' then step.by_person_id end from approvals.condition_step step
  where step.condition_id = condition.id order by step.at desc, step.id desc limit 1)`;
const PARTIES = `(select array_agg(decision.submitted_by) from approvals.decision where decision.id = condition.decision_id)
  || array(select distinct step.by_person_id from approvals.condition_step step where step.condition_id = condition.id and step.kind = 'reported')`;
const COLUMNS = `condition.id, condition.case_id as "caseId", condition.decision_id as "decisionId", condition.text, condition.due_on::text as "dueOn",
  condition.blocking, condition.item_code as "itemCode", condition.state, ${REPORTED_BY} as "reportedBy", ${PARTIES} as parties`;

/** SQL of the conditions of approvals. */
@Injectable()
export class ConditionRepository {
  async add(tx: Tx, decision: { caseId: string; decisionId: string }, conditions: readonly (NewCondition & { remindOn: string | null })[]): Promise<void> {
    const values = JSON.stringify(conditions.map(({ text, dueOn, blocking, itemCode = null, remindOn }, sort) => ({ id: newId(), sort, text, due_on: dueOn, blocking, item_code: itemCode, remind_on: remindOn })));
    await rows(
      tx,
      `insert into approvals.condition (id, case_id, decision_id, sort, text, due_on, blocking, item_code, state, remind_on)
       select c.id, $1, $2, c.sort, c.text, c.due_on, c.blocking, c.item_code, 'open', c.remind_on
       from jsonb_to_recordset($3::jsonb) c(id uuid, sort int, text text, due_on date, blocking boolean, item_code text, remind_on date)`,
      [decision.caseId, decision.decisionId, values],
    );
  }

  /** A condition of this subject, locked: one step at a time. */
  async lock(tx: Tx, subject: { subjectKind: string; subjectId: string }, id: string): Promise<ConditionRow | null> {
    const [found] = await rows<ConditionRow>(
      tx,
      `select ${COLUMNS} from approvals.condition join approvals.approval_case on approval_case.id = condition.case_id
       where condition.id = $1 and approval_case.subject_kind = $2 and approval_case.subject_id = $3 for update of condition`,
      [id, subject.subjectKind, subject.subjectId],
    );
    return found ?? null;
  }

  /** The conditions of these cases, soonest due first. One query, whatever their number. */
  ofCases(tx: Tx, caseIds: readonly string[]): Promise<ConditionRow[]> {
    return rows(tx, `select ${COLUMNS} from approvals.condition where condition.case_id = any($1::uuid[]) order by condition.due_on, condition.sort, condition.id`, [caseIds]);
  }

  /** What was said about these conditions, oldest first. One query, whatever their number. */
  stepsOf(tx: Tx, conditionIds: readonly string[]): Promise<ConditionStep[]> {
    return rows(
      tx,
      `select condition_id as "conditionId", kind, words, by_person_id as by, at from approvals.condition_step
       where condition_id = any($1::uuid[]) order by at, id`,
      [conditionIds],
    );
  }

  /** What is said, and where the condition stands then. What was sent back after the day of its reminder needs no other one. */
  async addStep(tx: Tx, step: ConditionStep & Pick<ConditionRow, 'reportedBy' | 'parties'>, today: string): Promise<void> {
    await rows(
      tx,
      `insert into approvals.condition_step (id, condition_id, kind, words, by_person_id, reported_by, parties, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), step.conditionId, step.kind, step.words, step.by, step.kind === 'reported' ? null : step.reportedBy, step.parties, step.at],
    );
    await rows(
      tx,
      `update approvals.condition set state = $2,
         reminded_at = case when $3 = 'sent-back' and remind_on <= $4::date then coalesce(reminded_at, $5) else reminded_at end
       where id = $1`,
      [step.conditionId, stateAfterStep(step.kind), step.kind, today, step.at],
    );
  }

  /** Nothing is asked for any more. */
  async lapse(tx: Tx, subject: { subjectKind: string; subjectId: string }): Promise<void> {
    await rows(
      tx,
      `update approvals.condition set state = 'lapsed' from approvals.approval_case
       where approval_case.id = condition.case_id and approval_case.subject_kind = $1 and approval_case.subject_id = $2 and condition.state in ('open', 'reported')`,
      [subject.subjectKind, subject.subjectId],
    );
  }

  /** Marks as reminded, and answers, what is open from its day on; what another worker marks at this moment is passed over. */
  claimToRemind(tx: Tx, today: string, now: Date, limit: number): Promise<{ id: string; subjectKind: string; subjectId: string }[]> {
    return named(
      tx,
      'approvals.claim-to-remind',
      `with due as (
         select id from approvals.condition where state = 'open' and reminded_at is null and remind_on <= $1::date
         order by remind_on, id limit $3 for update skip locked),
       marked as (update approvals.condition set reminded_at = $2 from due where condition.id = due.id returning condition.id, condition.case_id)
       select marked.id, approval_case.subject_kind as "subjectKind", approval_case.subject_id as "subjectId"
       from marked join approvals.approval_case on approval_case.id = marked.case_id`,
      [today, now, limit],
    );
  }

  /** What the ward has to look at: reported as met, or open after its day. Reported first, of these what keeps something back; then soonest due. */
  forDesk(tx: Tx, today: string, limit: number): Promise<DeskConditionRow[]> {
    return rows(
      tx,
      `select ${COLUMNS}, approval_case.subject_kind as "subjectKind", approval_case.subject_id as "subjectId",
         approval_case.organisation_id as "organisationId", approval_case.title
       from approvals.condition join approvals.approval_case on approval_case.id = condition.case_id
       where condition.state = 'reported' or (condition.state = 'open' and condition.due_on < $1::date)
       order by condition.state = 'reported' desc, condition.blocking desc, condition.due_on, condition.id limit $2`,
      [today, limit],
    );
  }
}
