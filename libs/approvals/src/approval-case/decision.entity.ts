import { Column, Entity, PrimaryColumn } from 'typeorm';

export const DECISION_KINDS = ['returned', 'approved', 'rejected', 'withdrawn'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A word about one field of what was handed in; `field` is a path in its snapshot, e.g. `placeName` or `frames.<id>`. */
export interface Remark {
  field: string;
  text: string;
}

/** What happened to a revision, by whom, when and why. One per revision, append-only. */
@Entity({ schema: 'approvals', name: 'decision' })
export class DecisionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ name: 'revision_number', type: 'int' }) revisionNumber: number;
  @Column({ name: 'kind', type: 'text' }) kind: DecisionKind;
  @Column({ name: 'comment', type: 'text', nullable: true }) comment: string | null;
  /** Only of what was sent back. */
  @Column({ name: 'remarks', type: 'jsonb' }) remarks: Remark[];
  /** Null: a rule did. */
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy: string | null;
  /** The name of the rule that approved it; null where a person decided. */
  @Column({ name: 'rule', type: 'text', nullable: true }) rule: string | null;
  /** Repeated here so that the database itself can refuse a decision on one's own submission. */
  @Column({ name: 'submitted_by', type: 'uuid' }) submittedBy: string;
  /** Who helped to write it; repeated here for the same. */
  @Column({ name: 'helpers', type: 'uuid', array: true }) helpers: string[];
  @Column({ name: 'decided_at', type: 'timestamptz' }) decidedAt: Date;
}
