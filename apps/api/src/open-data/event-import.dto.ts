import { ApiProperty } from '@nestjs/swagger';
import { IsBase64, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { MOST_BYTES } from './csv-file.js';

/** What becomes of a row: a new draft, there already, there already with other words, or nothing before it is mended. */
export const IMPORT_STATES = ['new', 'known', 'differs', 'refused'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A list of events as a file. */
export class ImportRequest {
  @ApiProperty({ format: 'uuid', description: 'Whose drafts they become' })
  @IsUUID()
  organisationId: string;

  @ApiProperty({ maxLength: 120, description: 'The name of the file' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  fileName: string;

  @ApiProperty({ format: 'byte', description: 'The file in base64, at most 1 MB of it before that' })
  @IsString()
  @MinLength(1)
  @MaxLength(Math.ceil(MOST_BYTES / 3) * 4)
  @IsBase64(undefined, { context: { code: 'import.not-a-table' } })
  content: string;
}

export class ImportProblem {
  @ApiProperty({ description: 'The heading of the cell' }) column: string;
  @ApiProperty() message: string;
}

/** A row of the file, and what becomes of it. */
export class ImportLine {
  @ApiProperty({ description: 'The number that a spreadsheet shows beside it' }) row: number;
  @ApiProperty({ description: 'NO of the list' }) no: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ enum: IMPORT_STATES }) state: ImportState;
  @ApiProperty({ type: [ImportProblem] }) problems: ImportProblem[];
  @ApiProperty({ type: [String], description: 'Headings of cells that no field of an event holds; they are kept beside it' }) kept: string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The event, where it is there' }) eventId: string | null;
}

export class ImportAnswer {
  @ApiProperty({ enum: ['UTF-8', 'CP932', 'UTF-16'] }) encoding: 'UTF-8' | 'CP932' | 'UTF-16';
  @ApiProperty({ type: [String], description: 'Headings of the list that the file lacks' }) missing: string[];
  @ApiProperty({ type: [ImportLine] }) items: ImportLine[];
}
