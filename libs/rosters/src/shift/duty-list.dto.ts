import { ApiProperty } from '@nestjs/swagger';

const VISIBILITIES = ['members', 'area'] as const;

/** A day of a duty that somebody can take. */
export class DutyDate {
  @ApiProperty({ format: 'uuid' }) shiftId: string;
  @ApiProperty({ description: 'Leads to its page whoever may see it' }) eventSlug: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() capacity: number;
  @ApiProperty({ description: 'あと何人: places nobody has taken' }) free: number;
}

/** One row of 入れる当番: a duty of an event, or the same duty on several days of a series. */
export class DutyLine {
  @ApiProperty() eventTitle: string;
  @ApiProperty({ type: String, nullable: true, description: 'How the title is read' }) eventKana: string | null;
  @ApiProperty() eventPlace: string;
  @ApiProperty({ type: String, nullable: true }) field: string | null;
  @ApiProperty({ enum: VISIBILITIES, nullable: true, description: 'For the people of its associations or of its area alone; null: for everybody' }) visibility: (typeof VISIBILITIES)[number] | null;
  @ApiProperty({ example: '受付' }) duty: string;
  @ApiProperty() place: string;
  @ApiProperty() note: string;
  @ApiProperty({ description: 'How many days are free' }) days: number;
  @ApiProperty({ type: [DutyDate], description: 'The first of them, one at least' }) dates: [DutyDate, ...DutyDate[]];
  @ApiProperty({ description: 'あと何人: the fewest of any day' }) least: number;
  @ApiProperty({ description: 'The most of any day' }) most: number;
  @ApiProperty({ type: [Number], description: 'On which days of the week, 0 is Sunday' }) weekdays: number[];
}

/** A page of the free duties, soonest first. */
export class DutyPage {
  @ApiProperty({ type: [DutyLine], description: 'Collisions with own duties are left out' }) items: DutyLine[];
  @ApiProperty({ description: 'Rows on all pages' }) total: number;
  @ApiProperty() page: number;
}
