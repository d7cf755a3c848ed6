import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `cancelled`: the event is off, nobody can take a place any more. Terminal. */
export type ShiftState = 'open' | 'cancelled';

/** A duty with a place, a time and a number of places (当番枠). Made from the plan of a published event. */
@Entity({ schema: 'rosters', name: 'shift' })
export class ShiftEntity {
  @PrimaryColumn('uuid', { name: 'id' })
  id: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  /** The key of the duty in the event's plan; one row per key for ever. */
  @Column('text', { name: 'plan_key' })
  planKey: string;

  @Column('text', { name: 'duty' })
  duty: string;

  @Column('text', { name: 'place' })
  place: string;

  @Column('text', { name: 'note' })
  note: string;

  /** Where it stands in the plan, for shifts that begin together. */
  @Column('int', { name: 'sort' })
  sort: number;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('int', { name: 'capacity' })
  capacity: number;

  /** Confirmed assignments; changed in reserve.ts only. */
  @Column('int', { name: 'places_taken' })
  placesTaken: number;

  @Column('text', { name: 'state' })
  state: ShiftState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
