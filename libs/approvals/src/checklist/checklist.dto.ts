import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsString, IsUrl, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsPhone, spacedPhone } from '@yoriai/identity';
import { EmptyIsAbsent, Nullable, Optional } from '@yoriai/platform';
import { CHECKLIST_FLAGS, CHECKLIST_GATES, type ChecklistFlag, type ChecklistGate } from './checklist.rules.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** The number of an office, in any usual spelling; kept as it is printed, an empty one is none. Says `contact.phone`. */
const OfficePhone = (): PropertyDecorator =>
  applyDecorators(Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? spacedPhone(value.trim()) || null : value)), Nullable(), IsPhone(), MaxLength(20));

/** The https address of a form, an empty one is none. Says `approval.form-url`. */
const FormUrl = (): PropertyDecorator =>
  applyDecorators(Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value)), Nullable(), IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true }, { context: { code: 'approval.form-url' } }), MaxLength(300));

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
  @ApiProperty({ type: String, nullable: true, description: 'Of the office' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where its form is' }) formUrl: string | null;
  @ApiProperty({ description: 'The ward asks for it no more' }) ended: boolean;
}

export class ChecklistKinds {
  @ApiProperty({ type: [ChecklistKindLine] }) items: ChecklistKindLine[];
}

/** Whom to ask about a procedure, and where its form is. */
class ReachOfOffice {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 20, description: 'Of the office; null: none' })
  @OfficePhone()
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300, description: 'An https address of its form; null: none' })
  @FormUrl()
  formUrl?: string | null;
}

/** What the ward corrects; what is left out stays. */
export class ChecklistKindPatch extends ReachOfOffice {
  @ApiPropertyOptional({ maxLength: 80 })
  @trimmed
  @Optional()
  @MaxLength(80)
  @MinLength(1)
  @IsString()
  authority?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 120, description: 'Business days' })
  @Optional()
  @Max(120)
  @Min(0)
  @IsInt()
  leadDays?: number;

  @ApiPropertyOptional({ maxLength: 500 })
  @trimmed
  @Optional()
  @MaxLength(500)
  @MinLength(1)
  @IsString()
  how?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsBoolean()
  toConfirm?: boolean;
}

/** A procedure that the ward adds. */
export class NewChecklistKind extends ReachOfOffice {
  @ApiProperty({ example: 'noise', description: 'Never changes; small letters, digits and dashes' })
  @Matches(/^[a-z][a-z0-9-]{1,39}$/)
  code: string;

  @ApiProperty({ enum: CHECKLIST_FLAGS, isArray: true, description: 'Any of them asks for it; none: it is always asked for' })
  @IsArray()
  @ArrayUnique()
  @IsIn(CHECKLIST_FLAGS, { each: true })
  flags: ChecklistFlag[];

  @ApiProperty({ maxLength: 60, example: '音を出す届出' })
  @trimmed
  @MaxLength(60)
  @MinLength(1)
  @IsString()
  title: string;

  @ApiProperty({ maxLength: 80 })
  @trimmed
  @MaxLength(80)
  @MinLength(1)
  @IsString()
  authority: string;

  @ApiProperty({ minimum: 0, maximum: 120, description: 'Business days before the day of the event' })
  @Max(120)
  @Min(0)
  @IsInt()
  leadDays: number;

  @ApiProperty({ maxLength: 500 })
  @trimmed
  @MaxLength(500)
  @MinLength(1)
  @IsString()
  how: string;

  @ApiProperty({ enum: CHECKLIST_GATES, description: 'Before what it has to be settled' })
  @IsIn(CHECKLIST_GATES)
  gate: ChecklistGate;

  @ApiPropertyOptional({ enum: ['ward', 'host'], description: 'Left out: the ward' })
  @EmptyIsAbsent()
  @Optional()
  @IsIn(['ward', 'host'])
  judgedBy?: 'ward' | 'host';

  @ApiPropertyOptional()
  @EmptyIsAbsent()
  @Optional()
  @IsBoolean()
  toConfirm?: boolean;
}
