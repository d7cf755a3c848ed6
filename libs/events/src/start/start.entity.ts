import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StartHours, StartProgramme, StartState } from './start.rules.js';

/** That somebody would like to begin a programme at their place (はじめたい). Who asks without a login has no record as a person: name and contact stand here. */
@Entity({ schema: 'events', name: 'start_request' })
export class StartRequestEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'ticket_hash', type: 'bytea' }) ticketHash: Buffer;
  @Column({ name: 'programme', type: 'text' }) programme: StartProgramme;
  /** null: they do not know it. */
  @Column({ name: 'area_id', type: 'uuid', nullable: true }) areaId: string | null;
  /** For which association it was asked in the App. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true }) organisationId: string | null;
  /** A place of the ward's list, or … */
  @Column({ name: 'venue', type: 'text', nullable: true }) venue: string | null;
  /** … one in words. */
  @Column({ name: 'place', type: 'text', nullable: true }) place: string | null;
  @Column({ name: 'people', type: 'int' }) people: number;
  /** 0 = Sunday; none: any. */
  @Column({ name: 'weekdays', type: 'int', array: true }) weekdays: number[];
  @Column({ name: 'hours', type: 'text' }) hours: StartHours;
  /** null: forgotten. */
  @Column({ name: 'contact_name', type: 'text', nullable: true }) contactName: string | null;
  /** Normalised. */
  @Column({ name: 'contact_phone', type: 'text', nullable: true }) contactPhone: string | null;
  @Column({ name: 'contact_email', type: 'text', nullable: true }) contactEmail: string | null;
  @Column({ name: 'note', type: 'text', nullable: true }) note: string | null;
  @Column({ name: 'language', type: 'text' }) language: string;
  /** Who asked in the App; of what the ward office wrote down for a caller, who wrote. */
  @Column({ name: 'asked_by', type: 'uuid', nullable: true }) askedBy: string | null;
  @Column({ name: 'state', type: 'text' }) state: StartState;
  /** What the ward office said with its answer. */
  @Column({ name: 'reply', type: 'text', nullable: true }) reply: string | null;
  @Column({ name: 'answered_by', type: 'uuid', nullable: true }) answeredBy: string | null;
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true }) answeredAt: Date | null;
  /** Who told the answer by telephone. */
  @Column({ name: 'called_by', type: 'uuid', nullable: true }) calledBy: string | null;
  @Column({ name: 'called_at', type: 'timestamptz', nullable: true }) calledAt: Date | null;
  /** The series that came of it, and since when. */
  @Column({ name: 'event_id', type: 'uuid', nullable: true }) eventId: string | null;
  @Column({ name: 'begun_at', type: 'timestamptz', nullable: true }) begunAt: Date | null;
  @Column({ name: 'forgotten_at', type: 'timestamptz', nullable: true }) forgottenAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
