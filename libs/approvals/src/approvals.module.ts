import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssociationsModule } from '@yoriai/associations';
import { IdentityModule } from '@yoriai/identity';
import { ApprovalCaseEntity } from './approval-case/approval-case.entity.js';
import { ApprovalCaseRepository } from './approval-case/approval-case.repository.js';
import { Approvals } from './approval-case/approval-case.service.js';
import { DecisionEntity } from './approval-case/decision.entity.js';
import { CaseLines } from './approval-case/case-lines.js';
import { DeskNarrowing } from './approval-case/desk-narrowing.js';
import { ApprovalDesk } from './approval-case/desk.service.js';
import { RevisionEntity } from './approval-case/revision.entity.js';
import { ChecklistCatalogue } from './checklist/checklist-catalogue.service.js';
import { ChecklistRepository } from './checklist/checklist.repository.js';
import { Checklists } from './checklist/checklists.service.js';
import { CaseComments } from './comment/case-comments.service.js';
import { CaseSight } from './comment/case-sight.js';
import { CommentBook } from './comment/comment-book.service.js';
import { CommentRepository } from './comment/comment.repository.js';
import { ConditionDesk } from './condition/condition-desk.service.js';
import { ConditionRepository } from './condition/condition.repository.js';
import { Conditions } from './condition/conditions.service.js';
import { Evidence } from './evidence/evidence.service.js';
import { EvidenceRepository } from './evidence/evidence.repository.js';
import { FirstCheckDesk, FirstCheckRules } from './first-check/first-check-desk.service.js';
import { FirstCheckRepository } from './first-check/first-check.repository.js';
import { FirstChecks } from './first-check/first-checks.service.js';
import { SavedFilterRepository } from './saved-filter/saved-filter.repository.js';
import { SavedFilters } from './saved-filter/saved-filters.service.js';
import { Deputies } from './waiting/deputies.service.js';
import { WaitingDecisions } from './waiting/waiting-decisions.service.js';
import { WaitingRepository } from './waiting/waiting.repository.js';
import { TurnaroundRepository } from './turnaround/turnaround.repository.js';
import { Turnarounds } from './turnaround/turnarounds.service.js';

const DOORS = [Approvals, ApprovalDesk, ConditionDesk, Conditions, Checklists, ChecklistCatalogue, Evidence, FirstChecks, FirstCheckDesk, FirstCheckRules, CaseComments, SavedFilters, Turnarounds, WaitingDecisions];

/** Approval cases for every process; routes are added by `ApprovalsHttpModule`. */
@Module({
  imports: [IdentityModule, AssociationsModule, TypeOrmModule.forFeature([ApprovalCaseEntity, RevisionEntity, DecisionEntity])],
  providers: [ApprovalCaseRepository, ConditionRepository, ChecklistRepository, EvidenceRepository, FirstCheckRepository, SavedFilterRepository, TurnaroundRepository, CommentRepository, CommentBook, CaseSight, Deputies, WaitingRepository, DeskNarrowing, CaseLines, ...DOORS],
  exports: DOORS,
})
export class ApprovalsModule {}
