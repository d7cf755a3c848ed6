import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type Tx } from '@yoriai/platform';
import type { FirstCheckOutcome, FirstCheckRule } from './first-check.rules.js';

/** A council's look at one revision. */
export interface FirstCheck {
  caseId: string;
  revision: number;
  councilId: string;
  /** Who wrote it or handed it in: none of them looks at it for the council. */
  writers: string[];
  askedAt: Date;
  dueOn: DateOnly;
  outcome: FirstCheckOutcome | null;
  words: string | null;
  by: string | null;
  at: Date | null;
}

/** A rule with the name of its council. */
export type NamedRule = FirstCheckRule & { councilName: string; areaName: string };

const COLUMNS = `first_check.case_id as "caseId", first_check.revision, first_check.council_id as "councilId", first_check.writers, first_check.asked_at as "askedAt",
  first_check.due_on::text as "dueOn", first_check.outcome, first_check.words, first_check.by_person_id as by, first_check.at`;

/** SQL of the looks of councils. */
@Injectable()
export class FirstCheckRepository {
  /** The rules of the ward; of one area where it is named. */
  rules(tx: Tx, areaId?: string): Promise<FirstCheckRule[]> {
    return rows(tx, `select council_id as "councilId", area_id as "areaId", kinds, business_days as "businessDays" from approvals.first_check_rule where $1::uuid is null or area_id = $1`, [areaId ?? null]);
  }

  async set(tx: Tx, rule: FirstCheckRule & { by: string; at: Date }): Promise<void> {
    await rows(
      tx,
      `insert into approvals.first_check_rule (council_id, area_id, kinds, business_days, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (council_id) do update set area_id = excluded.area_id, kinds = excluded.kinds, business_days = excluded.business_days, set_by = excluded.set_by, set_at = excluded.set_at`,
      [rule.councilId, rule.areaId, rule.kinds, rule.businessDays, rule.by, rule.at],
    );
  }

  /** Answers whether there was one. */
  async unset(tx: Tx, councilId: string): Promise<boolean> {
    return (await rows(tx, 'with gone as (delete from approvals.first_check_rule where council_id = $1 returning council_id) select council_id from gone', [councilId])).length > 0;
  }

  async ask(tx: Tx, check: Pick<FirstCheck, 'caseId' | 'revision' | 'councilId' | 'writers' | 'askedAt' | 'dueOn'>): Promise<void> {
    await rows(tx, 'insert into approvals.first_check (case_id, revision, council_id, writers, asked_at, due_on) values ($1, $2, $3, $4, $5, $6)', [
      check.caseId,
      check.revision,
      check.councilId,
      check.writers,
      check.askedAt,
      check.dueOn,
    ]);
  }

  /** What became of the look that is open; answers whether one was. The case is locked. */
  async settle(tx: Tx, caseId: string, { outcome, words, by, at }: { outcome: FirstCheckOutcome; words: string | null; by: string | null; at: Date }): Promise<boolean> {
    const done = await rows(
      tx,
      `with done as (update approvals.first_check set outcome = $2, words = $3, by_person_id = $4, at = $5 where case_id = $1 and outcome is null returning case_id) select case_id from done`,
      [caseId, outcome, words, by, at],
    );
    return done.length > 0;
  }

  /** The looks at these cases, the newest revision first. One query, whatever their number. */
  ofCases(tx: Tx, caseIds: readonly string[]): Promise<FirstCheck[]> {
    return rows(tx, `select ${COLUMNS} from approvals.first_check where case_id = any($1::uuid[]) order by revision desc`, [caseIds]);
  }

  /** The cases that wait for these councils, the soonest due first. */
  waitingFor(tx: Tx, councilIds: readonly string[], most: number): Promise<{ caseId: string; dueOn: DateOnly }[]> {
    return rows(tx, `select case_id as "caseId", due_on::text as "dueOn" from approvals.first_check where outcome is null and council_id = any($1::uuid[]) order by due_on, asked_at, case_id limit $2`, [councilIds, most]);
  }

  /** What waits for a council whose last day is over. */
  late(tx: Tx, today: DateOnly, most: number): Promise<{ subjectKind: string; subjectId: string }[]> {
    return rows(
      tx,
      `select approval_case.subject_kind as "subjectKind", approval_case.subject_id as "subjectId" from approvals.first_check
       join approvals.approval_case on approval_case.id = first_check.case_id
       where first_check.outcome is null and first_check.due_on < $1::date order by first_check.due_on, first_check.case_id limit $2`,
      [today, most],
    );
  }
}
