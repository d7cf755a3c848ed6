import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssociationsModule } from '@yoriai/associations';
import { IdentityModule } from '@yoriai/identity';
import { ApprovalCaseEntity } from './approval-case/approval-case.entity.js';
import { ApprovalCaseRepository } from './approval-case/approval-case.repository.js';
import { Approvals } from './approval-case/approval-case.service.js';
import { DecisionEntity } from './approval-case/decision.entity.js';
import { ApprovalDesk } from './approval-case/desk.service.js';
import { RevisionEntity } from './approval-case/revision.entity.js';
import { ConditionDesk } from './condition/condition-desk.service.js';
import { ConditionRepository } from './condition/condition.repository.js';
import { Conditions } from './condition/conditions.service.js';

/** Approval cases for every process; routes are added by `ApprovalsHttpModule`. */
@Module({
  imports: [IdentityModule, AssociationsModule, TypeOrmModule.forFeature([ApprovalCaseEntity, RevisionEntity, DecisionEntity])],
  providers: [ApprovalCaseRepository, ConditionRepository, Conditions, ConditionDesk, Approvals, ApprovalDesk],
  exports: [Approvals, ApprovalDesk, ConditionDesk, Conditions],
})
export class ApprovalsModule {}
