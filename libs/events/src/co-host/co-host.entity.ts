import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CoHostState } from './co-host.rules.js';

/** An association that was asked to hold an event together with its host; asked again, it has another row. */
@Entity({ schema: 'events', name: 'co_host' })
export class CoHostEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  /** As it was called when it was asked, like the host in a revision. */
  @Column({ name: 'name', type: 'text' }) name: string;
  @Column({ name: 'slug', type: 'text' }) slug: string;
  @Column({ name: 'state', type: 'text' }) state: CoHostState;
  /** What the host wrote to them, and what was said in the end: by them, or by the host who took it back. */
  @Column({ name: 'words', type: 'text', nullable: true }) words: string | null;
  @Column({ name: 'answer', type: 'text', nullable: true }) answer: string | null;
  @Column({ name: 'invited_by', type: 'uuid' }) invitedBy: string;
  @Column({ name: 'invited_at', type: 'timestamptz' }) invitedAt: Date;
  @Column({ name: 'answered_by', type: 'uuid', nullable: true }) answeredBy: string | null;
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true }) answeredAt: Date | null;
}
