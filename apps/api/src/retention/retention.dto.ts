import { ApiProperty } from '@nestjs/swagger';
import { KEPT_NAMES, type KeptNames } from '@yoriai/associations';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';

const MOST_WHY = 300;
const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value);

/** Years that are set. */
export class RetentionTermBody {
  @ApiProperty({ minimum: 0, maximum: 10, description: 'Whole fiscal years after the one of the event or the duty; which are allowed says `least` and `most`' })
  @Max(10)
  @Min(0)
  @IsInt()
  years: number;

  @ApiProperty({ maxLength: MOST_WHY })
  @Transform(trimmed)
  @MaxLength(MOST_WHY)
  @MinLength(1, { context: { code: 'retention.why-missing' } })
  @IsString({ context: { code: 'retention.why-missing' } })
  why: string;

  @ApiProperty({ minimum: 0, maximum: 1_000_000, description: 'The version that was read; another one in the meantime is 409 `retention.changed-meanwhile`' })
  @Max(1_000_000)
  @Min(0)
  @IsInt()
  version: number;
}

/** Which years somebody thinks of. */
export class RetentionPreviewQuery {
  @ApiProperty({ enum: KEPT_NAMES, enumName: 'KeptNames' })
  @IsIn(KEPT_NAMES)
  kind: KeptNames;

  @ApiProperty({ minimum: 0, maximum: 10 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : value))
  @Max(10)
  @Min(0)
  @IsInt()
  years: number;
}

export class ComingTerm {
  @ApiProperty({ type: 'integer' }) years: number;
  @ApiProperty({ format: 'date', description: 'Counts from this day in Japan' }) from: string;
}

export class SetRetentionTerm {
  @ApiProperty({ type: 'integer' }) years: number;
  @ApiProperty() why: string;
  @ApiProperty({ description: 'Who set it, by name' }) by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class RetentionLine {
  @ApiProperty({ enum: KEPT_NAMES, enumName: 'KeptNames' }) kind: KeptNames;
  @ApiProperty({ type: 'integer', description: 'Whole fiscal years after the one of the event or the duty' }) years: number;
  @ApiProperty({ type: 'integer' }) least: number;
  @ApiProperty({ type: 'integer' }) most: number;
  @ApiProperty({ type: ComingTerm, nullable: true }) coming: ComingTerm | null;
  @ApiProperty({ type: 'integer', description: 'How many names go in the night of `april`, as it stands' }) names: number;
  @ApiProperty({ type: 'integer', description: 'Of the newest setting; 0: nobody has set any' }) version: number;
  @ApiProperty({ type: [SetRetentionTerm], description: 'The newest first' }) history: SetRetentionTerm[];
}

export class RetentionAnswer {
  @ApiProperty({ format: 'date', description: 'The coming night in which names go' }) april: string;
  @ApiProperty({ type: [RetentionLine] }) items: RetentionLine[];
}

export class RetentionPreview {
  @ApiProperty({ format: 'date', description: 'From when these years would count' }) from: string;
  @ApiProperty({ format: 'date', description: 'The first night in which names would go by them' }) night: string;
  @ApiProperty({ type: 'integer', description: 'How many names would have gone by then' }) names: number;
  @ApiProperty({ type: 'integer', description: 'How many without the change' }) otherwise: number;
}
