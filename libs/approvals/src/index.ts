export { ApprovalsHttpModule } from './approvals.http.js';
export { ApprovalsModule } from './approvals.module.js';
export { CASE_STATUSES, type CaseStatus } from './approval-case/approval-case.entity.js';
export { CaseChange, CaseDecision, CaseDetail, CaseLine, CaseRemark, CaseRevision, DeskPage, DeskQuery } from './approval-case/approval-case.dto.js';
export { type CaseSummary } from './approval-case/approval-case.repository.js';
export { Approvals, insistOnRevision, type Decision, type Submission } from './approval-case/approval-case.service.js';
export { type DecisionKind, type Remark } from './approval-case/decision.entity.js';
export { ApprovalDesk } from './approval-case/desk.service.js';
export { businessDaysAfter, businessDaysLeft, isBusinessDay } from './approval-case/due.rules.js';
