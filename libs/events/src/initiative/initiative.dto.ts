import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Nullable } from '@yoriai/platform';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { ACTIVITY_FIELDS, EVENT_CATEGORIES, type ActivityField, type EventCategory } from '../event/event.entity.js';
import { Day, Text } from '../event/event-fields.js';
import { INITIATIVE_CODE, INITIATIVE_KINDS, type InitiativeKind } from './initiative.rules.js';

/** An initiative as the ward office writes it. */
export class InitiativeRequest {
  @ApiProperty({ example: 'bicycle-theft', description: 'Stands in addresses and never changes; small letters, digits and dashes' })
  @Matches(INITIATIVE_CODE, { context: { code: 'initiative.code' } })
  code: string;

  @ApiProperty({ maxLength: 60, example: '自転車盗難防止啓発' })
  @Text(60, { required: true, code: 'initiative.name-missing' })
  name: string;

  @ApiProperty({ maxLength: 120 })
  @Text(120, { required: true, code: 'initiative.name-missing' })
  kana: string;

  @ApiProperty({ maxLength: 120 })
  @Text(120, { required: true, code: 'initiative.name-missing' })
  nameEn: string;

  @ApiProperty({ maxLength: 300, description: 'A sentence of what it is' })
  @Text(300, { required: true, code: 'initiative.words-missing' })
  words: string;

  @ApiProperty({ maxLength: 500 })
  @Text(500, { required: true, code: 'initiative.words-missing' })
  wordsEn: string;

  @ApiProperty({ enum: INITIATIVE_KINDS })
  @IsIn(INITIATIVE_KINDS)
  kind: InitiativeKind;

  @ApiProperty({ enum: ACTIVITY_FIELDS })
  @IsIn(ACTIVITY_FIELDS)
  field: ActivityField;

  @ApiPropertyOptional({ enum: EVENT_CATEGORIES, nullable: true, description: 'Of what kind its events are, where they are of one' })
  @Nullable()
  @IsIn(EVENT_CATEGORIES)
  category?: EventCategory | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date', description: 'Of a campaign: its first day in Japan' })
  @Nullable()
  @Day()
  fromDay?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date', description: 'Of a campaign: its last day in Japan' })
  @Nullable()
  @Day()
  untilDay?: string | null;
}

/** All but its code is written anew. */
export class InitiativeCorrectionRequest extends OmitType(InitiativeRequest, ['code']) {
  @ApiProperty({ minimum: 1, maximum: 1_000_000, description: 'The version that was read; another one in the meantime is 409 `initiative.changed-meanwhile`' })
  @Max(1_000_000)
  @Min(1)
  @IsInt()
  version: number;
}

/** An initiative as everybody reads it. */
export class InitiativeLine {
  @ApiProperty({ example: 'bicycle-theft' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty() nameEn: string;
  @ApiProperty() words: string;
  @ApiProperty() wordsEn: string;
  @ApiProperty({ enum: INITIATIVE_KINDS }) kind: InitiativeKind;
  @ApiProperty({ enum: ACTIVITY_FIELDS }) field: ActivityField;
  @ApiProperty({ enum: EVENT_CATEGORIES, nullable: true }) category: EventCategory | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) fromDay: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) untilDay: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Ended by the ward office' }) endedAt: string | null;
  @ApiProperty({ description: 'Ended, or its last day has passed: no event takes it up any more' }) over: boolean;
  @ApiProperty({ description: 'Grows with every correction' }) version: number;
}

export class InitiativeList {
  @ApiProperty({ type: [InitiativeLine], description: 'All of them, in their order' }) items: InitiativeLine[];
}
