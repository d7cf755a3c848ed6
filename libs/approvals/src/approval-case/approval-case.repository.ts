import { Injectable } from '@nestjs/common';
import { named, rows, type DateOnly, type Tx } from '@yoriai/platform';
import { In, IsNull, LessThanOrEqual, Raw, type FindManyOptions, type FindOptionsWhere } from 'typeorm';
import { ApprovalCaseEntity, type CaseStatus } from './approval-case.entity.js';
import { DecisionEntity, type Remark } from './decision.entity.js';
import { RevisionEntity } from './revision.entity.js';

/** What other contexts may know of a case. */
export interface CaseSummary {
  caseId: string;
  status: CaseStatus;
  revision: number;
  submittedBy: string;
  submittedAt: Date;
  dueOn: string;
  /** When this revision, or what stands approved after a change came to nothing, was decided on or taken back; null while it waits. */
  decidedAt: Date | null;
  /** What stands approved; null as long as nothing was. */
  approvedRevision: number | null;
  /** What the ward wrote about single fields, while it is sent back; empty otherwise. */
  remarks: Remark[];
  /** The rule that approved what stands approved; null where people did. */
  rule: string | null;
  /** Whether people of the ward have ever decided on it. */
  decidedByPeople: boolean;
  /** Whether files were ever handed in about it; without any nobody has to look for them. */
  hasFiles: boolean;
  /** What community centres said about the revision that waits and its host has not read; 0 once nothing waits. */
  unread: number;
}

/** What a line of a list says of the revision that was handed in last. */
export interface CaseLooks {
  kana: string | null;
  field: string | null;
  helpers: string[];
}

/** What the desk is narrowed by; what is left out narrows nothing. */
export interface CaseFilter {
  status: CaseStatus;
  /** Handed in by one of these. */
  hosts?: readonly string[];
  kind?: string;
  /** Of which nothing was ever approved. */
  isFirst?: boolean;
  /** Due on this day or before. */
  dueBy?: DateOnly;
  /** People of the ward: one of their decisions stands in its story. */
  decidedBy?: string;
}

/** A page of what is narrowed so. */
export type DeskWish = CaseFilter & { skip: number; take: number };

/** SQL of the approval cases. */
@Injectable()
export class ApprovalCaseRepository {
  /** Locks the case: only one decision at a time. */
  lockBySubject(tx: Tx, subjectKind: string, subjectId: string): Promise<ApprovalCaseEntity | null> {
    return tx.findOne(ApprovalCaseEntity, { where: { subjectKind, subjectId }, lock: { mode: 'pessimistic_write' } });
  }

  /** What other contexts may know of the cases of these subjects. One query, whatever their number. */
  summariesOf(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<(CaseSummary & { subjectId: string; hasConditions: boolean; isChecked: boolean })[]> {
    return named(
      tx,
      'approvals.case-summaries',
      `select approval_case.subject_id as "subjectId", approval_case.id as "caseId", approval_case.status, approval_case.revision,
         approval_case.submitted_by as "submittedBy", approval_case.submitted_at as "submittedAt", approval_case.due_on::text as "dueOn",
         decision.decided_at as "decidedAt", approval_case.approved_revision as "approvedRevision",
         coalesce(decision.remarks, '[]') as remarks,
         (select standing.rule from approvals.decision standing
          where standing.case_id = approval_case.id and standing.revision_number = approval_case.approved_revision) as rule,
         exists (select from approvals.decision earlier where earlier.case_id = approval_case.id and earlier.kind <> 'withdrawn' and earlier.rule is null) as "decidedByPeople",
         exists (select from approvals.condition where condition.case_id = approval_case.id) as "hasConditions",
         exists (select from approvals.first_check where first_check.case_id = approval_case.id) as "isChecked",
         exists (select from approvals.evidence where evidence.subject_kind = approval_case.subject_kind and evidence.subject_id = approval_case.subject_id) as "hasFiles",
         case when approval_case.status = 'pending' then
           (select count(*)::int from approvals.case_comment where case_comment.case_id = approval_case.id and case_comment.revision = approval_case.revision and case_comment.read_at is null)
         else 0 end as unread
       from approvals.approval_case
       left join approvals.decision on decision.case_id = approval_case.id
         and decision.revision_number = case when approval_case.status = 'approved' then approval_case.approved_revision else approval_case.revision end
       where approval_case.subject_kind = $1 and approval_case.subject_id = any($2::uuid[])`,
      [subjectKind, subjectIds],
    );
  }

  byId(tx: Tx, id: string): Promise<ApprovalCaseEntity | null> {
    return tx.findOneBy(ApprovalCaseEntity, { id });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<ApprovalCaseEntity[]> {
    return tx.findBy(ApprovalCaseEntity, { id: In([...ids]) });
  }

  async save(tx: Tx, approvalCase: ApprovalCaseEntity): Promise<void> {
    await tx.save(ApprovalCaseEntity, approvalCase);
  }

  async addRevision(tx: Tx, revision: RevisionEntity): Promise<void> {
    await rows(tx, 'insert into approvals.revision (case_id, number, snapshot, submitted_by, submitted_at, helpers) values ($1, $2, $3, $4, $5, $6)', [
      revision.caseId,
      revision.number,
      JSON.stringify(revision.snapshot),
      revision.submittedBy,
      revision.submittedAt,
      revision.helpers,
    ]);
  }

  async addDecision(tx: Tx, decision: DecisionEntity): Promise<void> {
    await tx.insert(DecisionEntity, decision);
  }

  /** The desk: what waits soonest due first, what is over newest first. One query, whatever the number of cases. */
  page(tx: Tx, wish: DeskWish): Promise<[ApprovalCaseEntity[], number]> {
    return tx.findAndCount(ApprovalCaseEntity, deskPage(wish));
  }

  revisionsOf(tx: Tx, caseId: string): Promise<RevisionEntity[]> {
    return tx.find(RevisionEntity, { where: { caseId }, order: { number: 'DESC' } });
  }

  /** How the titles of these cases are read, which field they are of and who helped to write it, by case id, as it was handed in last. */
  async looksOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, CaseLooks>> {
    const found = await rows<CaseLooks & { id: string }>(
      tx,
      `select distinct on (case_id) case_id as id, snapshot->>'kana' as kana, snapshot->>'field' as field, helpers from approvals.revision
       where case_id = any($1::uuid[]) order by case_id, number desc`,
      [caseIds],
    );
    return new Map(found.map(({ id, ...looks }) => [id, looks]));
  }

  /** Which of these cases stand approved by a rule, and by which. One query, whatever their number. */
  async rulesOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, string>> {
    const found = await rows<{ id: string; rule: string }>(
      tx,
      `select decision.case_id as id, decision.rule from approvals.decision
       join approvals.approval_case on approval_case.id = decision.case_id and approval_case.approved_revision = decision.revision_number
       where decision.case_id = any($1::uuid[]) and decision.rule is not null`,
      [caseIds],
    );
    return new Map(found.map(({ id, rule }) => [id, rule]));
  }

  decisionsOf(tx: Tx, caseId: string): Promise<DecisionEntity[]> {
    return tx.find(DecisionEntity, { where: { caseId }, order: { decidedAt: 'DESC' } });
  }
}

/** The desk's question. Each of its two orders is that of an index. */
export function deskPage({ skip, take, ...filter }: DeskWish): FindManyOptions<ApprovalCaseEntity> {
  return { where: narrowedBy(filter), order: filter.status === 'pending' ? { dueOn: 'ASC', submittedAt: 'ASC', id: 'ASC' } : { submittedAt: 'DESC', id: 'DESC' }, skip, take };
}

function narrowedBy({ status, hosts, kind, isFirst, dueBy, decidedBy }: CaseFilter): FindOptionsWhere<ApprovalCaseEntity> {
  const decided = (id: string): string => `exists (select from approvals.decision where decision.case_id = ${id} and decision.decided_by = :decidedBy and decision.kind <> 'withdrawn')`;
  return {
    status,
    ...(hosts === undefined ? {} : { organisationId: In([...hosts]) }),
    ...(kind === undefined ? {} : { kind }),
    ...(isFirst ? { approvedRevision: IsNull() } : {}),
    ...(dueBy === undefined ? {} : { dueOn: LessThanOrEqual(dueBy) }),
    ...(decidedBy === undefined ? {} : { id: Raw(decided, { decidedBy }) }),
  };
}
