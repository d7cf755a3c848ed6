import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventState, EventVerb } from './event.rules.js';

/** Who moved the event from where to where, when and why. Append-only. */
@Entity({ schema: 'events', name: 'event_transition' })
export class EventTransitionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'from_state', type: 'text' }) fromState: EventState;
  @Column({ name: 'to_state', type: 'text' }) toState: EventState;
  @Column({ name: 'verb', type: 'text' }) verb: EventVerb;
  @Column({ name: 'revision', type: 'int', nullable: true }) revision: number | null;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason: string | null;
  /** Null: the clock. */
  @Column({ name: 'actor_person_id', type: 'uuid', nullable: true }) actorPersonId: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at: Date;
}
