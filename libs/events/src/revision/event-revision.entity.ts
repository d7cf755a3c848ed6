import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventSnapshot } from './snapshot.js';

/** The event as handed in, or as it read after a minor edit. Append-only: the serving role can't change it. */
@Entity({ schema: 'events', name: 'event_revision' })
export class EventRevisionEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' }) eventId: string;
  @PrimaryColumn({ name: 'number', type: 'int' }) number: number;
  @Column({ name: 'kind', type: 'text' }) kind: 'submission' | 'minor';
  @Column({ name: 'snapshot', type: 'jsonb' }) snapshot: EventSnapshot;
  /** Title, reading and place in one narrowed form, for the public search. */
  @Column({ name: 'search_text', type: 'text' }) searchText: string;
  @Column({ name: 'actor_person_id', type: 'uuid' }) actorPersonId: string;
  @Column({ name: 'at', type: 'timestamptz' }) at: Date;
}
