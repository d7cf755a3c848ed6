import type { DateOnly } from '@yoriai/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Appliances, FoodBy, StallKind, StallState } from './stall.rules.js';

/** That an event takes stalls (出店募集): which kinds, how many, from when to when. */
@Entity({ schema: 'events', name: 'stall_call' })
export class StallCallEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'kinds', type: 'text', array: true }) kinds: StallKind[];
  @Column({ name: 'places', type: 'int' }) places: number;
  /** null: at once. */
  @Column({ name: 'opens_on', type: 'date', nullable: true }) opensOn: DateOnly | null;
  /** The last day; null while the event has no day. */
  @Column({ name: 'closes_on', type: 'date', nullable: true }) closesOn: DateOnly | null;
  /** The last day is so many days before the event, as long as that is written; null: it is a day of its own. */
  @Column({ name: 'closes_before', type: 'int', nullable: true }) closesBefore: number | null;
  @Column({ name: 'note', type: 'text', nullable: true }) note: string | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** A numbered place for a stall (区画), `A-1`. */
@Entity({ schema: 'events', name: 'stall_plot' })
export class StallPlotEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' }) eventId: string;
  @PrimaryColumn({ name: 'code', type: 'text' }) code: string;
  @Column({ name: 'venue', type: 'text', nullable: true }) venue: string | null;
  @Column({ name: 'sort', type: 'int' }) sort: number;
}

/** An application of a shop or a group (出店). Who stands behind it is for those who lead the event. */
@Entity({ schema: 'events', name: 'stall' })
export class StallEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'ticket_hash', type: 'bytea' }) ticketHash: Buffer;
  @Column({ name: 'kind', type: 'text' }) kind: StallKind;
  @Column({ name: 'name', type: 'text' }) name: string;
  @Column({ name: 'sells', type: 'text' }) sells: string;
  @Column({ name: 'contact_name', type: 'text' }) contactName: string;
  /** Normalised. */
  @Column({ name: 'contact_phone', type: 'text', nullable: true }) contactPhone: string | null;
  @Column({ name: 'contact_email', type: 'text' }) contactEmail: string;
  @Column({ name: 'language', type: 'text' }) language: string;
  /** null: nothing to eat or drink. */
  @Column({ name: 'food_by', type: 'text', nullable: true }) foodBy: FoodBy | null;
  @Column({ name: 'appliances', type: 'jsonb' }) appliances: Appliances;
  @Column({ name: 'extinguishers', type: 'int' }) extinguishers: number;
  @Column({ name: 'watts', type: 'int' }) watts: number;
  @Column({ name: 'tents', type: 'int' }) tents: number;
  @Column({ name: 'tables', type: 'int' }) tables: number;
  @Column({ name: 'chairs', type: 'int' }) chairs: number;
  @Column({ name: 'state', type: 'text' }) state: StallState;
  /** No two stalls of an event are on one plot (unique). */
  @Column({ name: 'plot', type: 'text', nullable: true }) plot: string | null;
  /** What the host wrote with the answer. */
  @Column({ name: 'reply', type: 'text', nullable: true }) reply: string | null;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
