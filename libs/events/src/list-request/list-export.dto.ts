import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Optional } from '@yoriai/platform';
import { Matches } from 'class-validator';
import { EXPORT_REASONS, type ExportWhy } from './export-reason.rules.js';
import { LISTS, type ListName } from './list-request.rules.js';

/** What is done with a list on its way out. */
export const EXPORT_STEPS = ['asked', 'allowed', 'refused', 'exported'] as const;
export type ExportStep = (typeof EXPORT_STEPS)[number];

export class ListExportQuery {
  @ApiPropertyOptional({ example: '2026-11', description: 'A month in Japan; this one where none is said' })
  @Optional()
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/)
  month?: string;
}

export class ListExportLine {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Who did it, by name' }) by: string;
  @ApiProperty({ enum: LISTS, enumName: 'ListName' }) list: ListName;
  @ApiProperty({ enum: EXPORT_STEPS }) step: ExportStep;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty({ description: 'Who holds the event, by name' }) host: string;
  @ApiProperty({ enum: EXPORT_REASONS, enumName: 'ExportWhy', nullable: true }) why: ExportWhy | null;
  @ApiProperty({ type: String, nullable: true, description: 'What they said besides, in their words' }) words: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'How many rows left; of `exported`' }) rowCount: number | null;
}

export class ListExportLog {
  @ApiProperty({ example: '2026-11' }) month: string;
  @ApiProperty({ description: 'How many lines the month has; so many of the newest are told as there is room for' }) total: number;
  @ApiProperty({ type: [ListExportLine], description: 'The newest first' }) items: ListExportLine[];
}
