import { ApiProperty } from '@nestjs/swagger';
import { isUnseen, photosTold } from '@yoriai/events';
import { mayTake, minutesOf, overlaps, type Span } from './shift.rules.js';
import type { ShiftEntity } from './shift.entity.js';
import type { AssignmentRow } from '../assignment/assignment.repository.js';

const WHY_NOT = { oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' };

export class ShiftCan {
  @ApiProperty(WHY_NOT) take: true | string;
}

/** A shift with its places, without names. */
export class ShiftResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty({ example: '受付' }) duty: string;
  @ApiProperty() place: string;
  @ApiProperty() note: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ description: 'How long it takes, in minutes' }) minutes: number;
  @ApiProperty() capacity: number;
  @ApiProperty({ description: 'あと何人: places nobody has taken' }) free: number;
  @ApiProperty({ enum: ['open', 'cancelled'] }) state: 'open' | 'cancelled';
}

/** A shift and whether the one who asks can take it. */
export class OfferedShiftResponse extends ShiftResponse {
  @ApiProperty({ type: ShiftCan }) can: ShiftCan;
}

export class AssignedCan {
  @ApiProperty(WHY_NOT) cancel: true | string;
}

/** Who is on a shift; only for those who run the event. */
export class AssignedPerson {
  @ApiProperty({ format: 'uuid' }) assignmentId: string;
  @ApiProperty({ format: 'uuid' }) personId: string;
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty({ example: 'KTRWAS' }) number: string;
  @ApiProperty({ format: 'date-time' }) takenAt: string;
  @ApiProperty({ description: '写真不可: where the event asks, they said no to pictures, or nothing' }) noPhotos: boolean;
  @ApiProperty({ type: AssignedCan }) can: AssignedCan;
}

export class EventShiftResponse extends ShiftResponse {
  @ApiProperty({ type: [AssignedPerson], description: 'Empty for those who may not see names' }) people: AssignedPerson[];
}

export class EventShiftsCan {
  @ApiProperty(WHY_NOT) seeNames: true | string;
}

export class EventShiftList {
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty({ type: [EventShiftResponse] }) items: EventShiftResponse[];
  @ApiProperty({ type: EventShiftsCan }) can: EventShiftsCan;
}

/** How many hands an event has, over all of its open shifts. */
export class EventHands {
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty({ description: 'Places on open shifts' }) wanted: number;
  @ApiProperty({ description: 'あと何人: those nobody has taken' }) short: number;
}

export class HandsList {
  @ApiProperty({ type: [EventHands], description: 'Events without open shifts are missing' }) items: EventHands[];
}

/** What the lists need to know of an event. */
export interface EventAround {
  title: string | null;
  kana: string | null;
  slug: string;
  placeName: string | null;
}

/** The event around a duty, as every list says it. */
export function eventAround(event: EventAround): { eventTitle: string; eventKana: string | null; eventSlug: string; eventPlace: string } {
  return { eventTitle: event.title ?? '', eventKana: event.kana, eventSlug: event.slug, eventPlace: event.placeName ?? '' };
}

export function toShift(row: ShiftEntity): ShiftResponse {
  return {
    id: row.id,
    eventId: row.eventId,
    duty: row.duty,
    place: row.place,
    note: row.note,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    minutes: minutesOf(row),
    capacity: row.capacity,
    free: row.state === 'open' ? row.capacity - row.placesTaken : 0,
    state: row.state,
  };
}

/** `duties`: the confirmed duties of the one who asks. */
export function toOfferedShift(row: ShiftEntity, duties: readonly (Span & { shiftId: string })[], now: Date): OfferedShiftResponse {
  const colliding = duties.filter((duty) => overlaps(duty, row));
  const own = colliding.some((duty) => duty.shiftId === row.id) ? 'this' : colliding.length > 0 ? 'overlapping' : 'none';
  return { ...toShift(row), can: { take: mayTake(row, own, now) } };
}

export function toAssigned(row: AssignmentRow, person: { name: string; kana: string }, { cancel, asksPhotos }: { cancel: true | string; asksPhotos: boolean }): AssignedPerson {
  return {
    assignmentId: row.id,
    personId: row.personId,
    name: person.name,
    kana: person.kana,
    number: row.number,
    takenAt: row.takenAt.toISOString(),
    noPhotos: isUnseen(photosTold({ photos: asksPhotos }, row.photos)),
    can: { cancel },
  };
}
