import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import { In } from 'typeorm';
import { ApprovalCaseEntity, type CaseStatus } from './approval-case.entity.js';
import { DecisionEntity } from './decision.entity.js';
import { RevisionEntity } from './revision.entity.js';

/** SQL of the approval cases. */
@Injectable()
export class ApprovalCaseRepository {
  /** Locks the case: only one decision at a time. */
  lockBySubject(tx: Tx, subjectKind: string, subjectId: string): Promise<ApprovalCaseEntity | null> {
    return tx.findOne(ApprovalCaseEntity, { where: { subjectKind, subjectId }, lock: { mode: 'pessimistic_write' } });
  }

  bySubjects(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<ApprovalCaseEntity[]> {
    return tx.findBy(ApprovalCaseEntity, { subjectKind, subjectId: In([...subjectIds]) });
  }

  byId(tx: Tx, id: string): Promise<ApprovalCaseEntity | null> {
    return tx.findOneBy(ApprovalCaseEntity, { id });
  }

  async save(tx: Tx, approvalCase: ApprovalCaseEntity): Promise<void> {
    await tx.save(ApprovalCaseEntity, approvalCase);
  }

  async addRevision(tx: Tx, revision: RevisionEntity): Promise<void> {
    await rows(tx, 'insert into approvals.revision (case_id, number, snapshot, submitted_by, submitted_at) values ($1, $2, $3, $4, $5)', [
      revision.caseId,
      revision.number,
      JSON.stringify(revision.snapshot),
      revision.submittedBy,
      revision.submittedAt,
    ]);
  }

  async addDecision(tx: Tx, decision: DecisionEntity): Promise<void> {
    await tx.insert(DecisionEntity, decision);
  }

  /** The desk: soonest due first. One query, whatever the number of cases. */
  page(tx: Tx, filter: { status: CaseStatus; skip: number; take: number }): Promise<[ApprovalCaseEntity[], number]> {
    return tx.findAndCount(ApprovalCaseEntity, {
      where: { status: filter.status },
      order: { dueOn: 'ASC', submittedAt: 'ASC', id: 'ASC' },
      skip: filter.skip,
      take: filter.take,
    });
  }

  revisionsOf(tx: Tx, caseId: string): Promise<RevisionEntity[]> {
    return tx.find(RevisionEntity, { where: { caseId }, order: { number: 'DESC' } });
  }

  decisionsOf(tx: Tx, caseId: string): Promise<DecisionEntity[]> {
    return tx.find(DecisionEntity, { where: { caseId }, order: { decidedAt: 'DESC' } });
  }
}
