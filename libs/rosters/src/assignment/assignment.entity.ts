import type { Channel } from '@yoriai/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A cancelled assignment stays as history; taking the shift again makes a new row. */
export type AssignmentStatus = 'confirmed' | 'cancelled_by_volunteer' | 'cancelled_by_host';

/** Why a host cancelled without a sentence of their own. */
export const ENDED_BY_EVENT = 'event-cancelled';
/** Why an assignment ended, when the approved plan moved its duty or has it no more. */
export const ENDED_BY_CHANGE = 'event-changed';

/** One person on one shift (割当). Who took it when, who ended it when and why: the row is its own history. */
@Entity({ schema: 'rosters', name: 'assignment' })
export class AssignmentEntity {
  @PrimaryColumn('uuid', { name: 'id' })
  id: string;

  @Column('uuid', { name: 'shift_id' })
  shiftId: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** Six letters for the telephone and the desk, unique within the event. */
  @Column('text', { name: 'number' })
  number: string;

  @Column('text', { name: 'status' })
  status: AssignmentStatus;

  /** How they came to it. */
  @Column('text', { name: 'channel' })
  channel: Channel;

  /** The leader who entered them; null: they took it themselves. */
  @Column('uuid', { name: 'entered_by', nullable: true })
  enteredBy: string | null;

  /** The host may read their number: they came themselves, or whoever entered them knew it. */
  @Column('boolean', { name: 'phone_told' })
  phoneTold: boolean;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Null where no person did it: the event was cancelled. */
  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;

  /** What it was when it ended; null while it is confirmed, and its shift's words are its own. */
  @Column('text', { name: 'duty', nullable: true })
  duty: string | null;

  @Column('text', { name: 'place', nullable: true })
  place: string | null;

  @Column('text', { name: 'note', nullable: true })
  note: string | null;

  /** Where the event asks: pictures of them may be shown; null: they have not said. */
  @Column('boolean', { name: 'photos', nullable: true })
  photos: boolean | null;
}
