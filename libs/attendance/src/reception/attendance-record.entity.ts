import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubjectKind } from './check-in.rules.js';

/** Who was there (参加記録): what the acts at the door come to, one row per subject. */
@Entity({ schema: 'attendance', name: 'attendance_record' })
export class AttendanceRecordEntity {
  @PrimaryColumn('uuid', { name: 'id' })
  id: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: SubjectKind;

  /** Application, assignment, or for walk-ins the event: their number runs in one row. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('int', { name: 'heads' })
  heads: number;

  @Column('text', { name: 'status' })
  status: 'present' | 'undone';

  @Column('timestamptz', { name: 'present_at' })
  presentAt: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
