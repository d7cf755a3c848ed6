import { ApiProperty } from '@nestjs/swagger';
import { Optional } from '@yoriai/platform';
import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import { partsOf } from '@yoriai/events';
import { mayCancel, minutesOf } from '../shift/shift.rules.js';
import { eventAround, type EventAround } from '../shift/shift.dto.js';
import type { AssignmentStatus } from './assignment.entity.js';
import type { AssignmentRow } from './assignment.repository.js';

/** Why a place is given back; a host should say it, a volunteer need not. */
export class CancelAssignmentRequest {
  @ApiProperty({ required: false, maxLength: 200, example: '人数がそろったため' })
  @Optional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(200)
  reason?: string;
}

/** What a place is asked for with. */
export class TakeShiftRequest {
  @ApiProperty({ required: false, type: String, maxLength: 60, description: 'Of an event for invited people: the token at the end of its address, after `~`' })
  @Optional()
  @IsString()
  @MaxLength(60)
  invitation?: string;
}

export class AssignmentCan {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' })
  cancel: true | string;
}

/** A duty of the person who asks, with all they need to go there. */
export class AssignmentResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) shiftId: string;
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty({ example: 'KTRWAS' }) number: string;
  @ApiProperty({ enum: ['confirmed', 'cancelled_by_volunteer', 'cancelled_by_host'] }) status: AssignmentStatus;
  @ApiProperty() duty: string;
  @ApiProperty() place: string;
  @ApiProperty() note: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ description: 'How long it takes, in minutes' }) minutes: number;
  @ApiProperty() eventTitle: string;
  @ApiProperty({ type: String, nullable: true, description: 'How the title is read' }) eventKana: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: the event is for invited people, and this duty, which was the invitation, has ended' }) eventSlug: string | null;
  @ApiProperty() eventPlace: string;
  @ApiProperty({ format: 'date-time' }) takenAt: string;
  @ApiProperty({ type: AssignmentCan }) can: AssignmentCan;
}

export class AssignmentList {
  @ApiProperty({ type: [AssignmentResponse], description: 'Latest duty first, given back ones too' })
  items: AssignmentResponse[];
}

export function toAssignment(row: AssignmentRow, event: EventAround, now: Date): AssignmentResponse {
  return {
    id: row.id,
    shiftId: row.shiftId,
    eventId: row.eventId,
    number: row.number,
    status: row.status,
    duty: row.duty,
    place: row.place,
    note: row.note,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    minutes: minutesOf(row),
    ...eventAround(event),
    eventSlug: row.status === 'confirmed' || partsOf(event.slug).token === null ? event.slug : null,
    takenAt: row.takenAt.toISOString(),
    can: { cancel: mayCancel(row, row, now) },
  };
}
