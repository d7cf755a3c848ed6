import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Act, Answer, SubjectKind } from './check-in.rules.js';

/** One act at the door with the answer it got; never changed, never deleted (the serving role can't). */
@Entity({ schema: 'attendance', name: 'check_in_operation' })
export class CheckInOperationEntity {
  /** The client's nonce: the same act sent twice is one act. */
  @PrimaryColumn('text', { name: 'op_id' })
  opId: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: SubjectKind;

  /** Null where a scanned ticket is unknown. For walk-ins the event. */
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('text', { name: 'act' })
  act: Act;

  @Column('int', { name: 'heads' })
  heads: number;

  @Column('boolean', { name: 'anyway' })
  anyway: boolean;

  /** The device's clock, as sent. */
  @Column('timestamptz', { name: 'device_time' })
  deviceTime: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  /** Null: somebody who is not signed in received themselves. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  /** 本人: by the code at the entrance, not by the reception. */
  @Column('boolean', { name: 'self' })
  self: boolean;

  @Column('text', { name: 'answer' })
  answer: Answer;

  @Column('text', { name: 'reason', nullable: true })
  reason: string | null;

  /** The time in the answer: when it counted, or when somebody was faster. */
  @Column('timestamptz', { name: 'answered_at' })
  answeredAt: Date;
}
