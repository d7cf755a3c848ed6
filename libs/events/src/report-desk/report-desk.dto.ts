import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Optional, PageQuery } from '@yoriai/platform';
import { IsIn, IsUUID } from 'class-validator';
import { ACTIVITY_FIELDS, EVENT_CATEGORIES, type ActivityField, type EventCategory } from '../event/event.entity.js';

export const REPORTS_PAGE_SIZE = 50;

/** `to-accept`: the host has reported. `late`: it has not, though the day of the last reminder is over. */
export const REPORT_PARTS = ['to-accept', 'late'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Which reports the desk asks for. */
export class ReportDeskQuery extends PageQuery {
  @ApiProperty({ enum: REPORT_PARTS })
  @IsIn(REPORT_PARTS)
  part: ReportPart;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of hosts of this area' })
  @Optional()
  @IsUUID()
  area?: string;

  @ApiPropertyOptional({ enum: EVENT_CATEGORIES })
  @Optional()
  @IsIn(EVENT_CATEGORIES)
  kind?: EventCategory;
}

/** Whom people ask about the event, as its page has it. */
export class ReportContact {
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
}

/** One event whose report waits for somebody. */
export class ReportLine {
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty({ enum: ACTIVITY_FIELDS, nullable: true }) field: ActivityField | null;
  @ApiProperty() organisationName: string;
  @ApiProperty({ format: 'date-time' }) endedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the host reported; null: it has not' }) reportedAt: string | null;
  @ApiProperty({ format: 'date', description: 'Of the report, or of the ward office’s answer to it' }) dueOn: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Days for which it has been late' }) lateDays: number;
  @ApiProperty({ type: ReportContact }) contact: ReportContact;
}

/** How many there are, however the list is narrowed. */
export class ReportCounts {
  @ApiProperty({ type: 'integer' }) toAccept: number;
  @ApiProperty({ type: 'integer' }) late: number;
}

export class ReportDesk {
  @ApiProperty({ type: [ReportLine], description: 'Soonest due first' }) items: ReportLine[];
  @ApiProperty({ type: 'integer' }) total: number;
  @ApiProperty({ type: 'integer' }) page: number;
  @ApiProperty({ type: 'integer' }) pageSize: number;
  @ApiProperty({ type: ReportCounts }) counts: ReportCounts;
}
