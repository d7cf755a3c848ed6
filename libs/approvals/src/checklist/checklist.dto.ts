import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { CHECKLIST_GATES, type ChecklistGate } from './checklist.rules.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A procedure of the catalogue. */
export class ChecklistKindLine {
  @ApiProperty({ example: 'food' }) code: string;
  @ApiProperty({ type: [String], description: 'Any of them asks for it; none: it is always asked for' }) flags: string[];
  @ApiProperty() title: string;
  @ApiProperty() authority: string;
  @ApiProperty({ description: 'Business days before the day of the event' }) leadDays: number;
  @ApiProperty() how: string;
  @ApiProperty({ enum: CHECKLIST_GATES, description: 'Before what it has to be settled' }) gate: ChecklistGate;
  @ApiProperty({ enum: ['ward', 'host'] }) judgedBy: 'ward' | 'host';
  @ApiProperty({ description: 'Nobody has confirmed days and words yet (要確認)' }) toConfirm: boolean;
}

export class ChecklistKinds {
  @ApiProperty({ type: [ChecklistKindLine] }) items: ChecklistKindLine[];
}

/** What the ward corrects; what is left out stays. */
export class ChecklistKindPatch {
  @ApiPropertyOptional({ maxLength: 80 })
  @trimmed
  @IsOptional()
  @MaxLength(80)
  @MinLength(1)
  @IsString()
  authority?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 120, description: 'Business days' })
  @IsOptional()
  @Max(120)
  @Min(0)
  @IsInt()
  leadDays?: number;

  @ApiPropertyOptional({ maxLength: 500 })
  @trimmed
  @IsOptional()
  @MaxLength(500)
  @MinLength(1)
  @IsString()
  how?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  toConfirm?: boolean;
}
