import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was handed in, as it was at that moment. Append-only: the serving role can't change it. */
@Entity({ schema: 'approvals', name: 'revision' })
export class RevisionEntity {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' }) caseId: string;
  @PrimaryColumn({ name: 'number', type: 'int' }) number: number;
  @Column({ name: 'snapshot', type: 'jsonb' }) snapshot: Record<string, unknown>;
  /** Who helped to write it, without leading whoever hands it in. */
  @Column({ name: 'helpers', type: 'uuid', array: true }) helpers: string[];
  @Column({ name: 'submitted_by', type: 'uuid' }) submittedBy: string;
  @Column({ name: 'submitted_at', type: 'timestamptz' }) submittedAt: Date;
}
