import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a case stands. `pending` waits for the ward; the others wait for the host or are over. */
export const CASE_STATUSES = ['pending', 'returned', 'withdrawn', 'approved', 'rejected'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** One thing that was handed in for approval; it keeps its row through every resubmission. */
@Entity({ schema: 'approvals', name: 'approval_case' })
export class ApprovalCaseEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind: string;
  @Column({ name: 'subject_id', type: 'uuid' }) subjectId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'title', type: 'text' }) title: string;
  /** Of the newest revision; null where it named none. */
  @Column({ name: 'kind', type: 'text', nullable: true }) kind: string | null;
  @Column({ name: 'status', type: 'text' }) status: CaseStatus;
  @Column({ name: 'revision', type: 'int' }) revision: number;
  /** The newest revision that was approved: what stands while a change of it is decided on. */
  @Column({ name: 'approved_revision', type: 'int', nullable: true }) approvedRevision: number | null;
  @Column({ name: 'submitted_by', type: 'uuid' }) submittedBy: string;
  @Column({ name: 'submitted_at', type: 'timestamptz' }) submittedAt: Date;
  /** A day in Japan, `YYYY-MM-DD`. */
  @Column({ name: 'due_on', type: 'date' }) dueOn: string;
}
