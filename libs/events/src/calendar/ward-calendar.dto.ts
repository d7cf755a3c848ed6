import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { EVENT_STATES, type EventState } from '../event/event.rules.js';

/** Which month. */
export class WardCalendarQuery {
  @ApiProperty({ example: '2026-11', description: 'A month in Japan' })
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/)
  month: string;
}

export const CLASH_KINDS = ['place', 'audience'] as const;
export type ClashKind = (typeof CLASH_KINDS)[number];

/** An event as it stands, of the whole ward. */
export class CalendarEvent {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() organisationName: string;
  @ApiProperty({ type: String, nullable: true }) areaName: string | null;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ type: String, nullable: true }) placeName: string | null;
  @ApiProperty({ type: [String], description: 'Its places of the ward’s list, by their names' }) venues: string[];
  @ApiProperty({ enum: EVENT_STATES }) state: EventState;
}

/** Two events of the month that may be in each other's way. */
export class CalendarClash {
  @ApiProperty({ enum: CLASH_KINDS, description: 'place: one place, one time; audience: one day, one area, the same people' }) kind: ClashKind;
  @ApiProperty({ format: 'uuid' }) one: string;
  @ApiProperty({ format: 'uuid' }) other: string;
}

export class WardCalendar {
  @ApiProperty({ example: '2026-11' }) month: string;
  @ApiProperty({ type: [String], example: ['2026-11-23'], description: 'National holidays of the month' }) holidays: string[];
  @ApiProperty({ type: [CalendarEvent], description: 'Handed in and not off, the soonest first; 1,000 at most' }) events: CalendarEvent[];
  @ApiProperty({ type: [CalendarClash], description: 'The soonest first; 200 at most' }) clashes: CalendarClash[];
}

/** Another event on the day of one. */
export class EventBeside extends CalendarEvent {
  @ApiProperty({ enum: CLASH_KINDS }) kind: ClashKind;
}

export class EventsBeside {
  @ApiProperty({ type: [EventBeside], description: 'In its place first; 50 at most' }) items: EventBeside[];
}
