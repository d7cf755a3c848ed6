import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Optional } from '@yoriai/platform';
import { Instant, Text } from './event-fields.js';

/** When a duty is while the event has no hours: just before it, or just after it. */
export class DutyBeside {
  @ApiProperty({ enum: ['before', 'after'] })
  @IsIn(['before', 'after'])
  side: 'before' | 'after';

  @ApiProperty({ minimum: 5, maximum: 1440 })
  @Max(1440)
  @Min(5)
  @IsInt()
  minutes: number;
}

/** A planned duty in an edit. `key` ties it to the duty it was before. */
export class DutyDraft {
  @ApiPropertyOptional({ description: 'Given by the server for a new duty' })
  @Optional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  key?: string;

  @ApiProperty({ maxLength: 40, example: '受付' })
  @Text(40, { required: true })
  duty: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80 })
  @Text(80)
  place?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date-time' })
  @Instant()
  startsAt?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date-time' })
  @Instant()
  endsAt?: string | null;

  @ApiPropertyOptional({ type: DutyBeside, description: 'Of a duty without hours: it has these once the event has its own' })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => DutyBeside)
  beside?: DutyBeside;

  @ApiProperty({ minimum: 1, maximum: 1000 })
  @Max(1000)
  @Min(1)
  @IsInt()
  people: number;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @Text(200)
  note?: string | null;
}
