import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Nullable, Optional } from '@yoriai/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { Instant, Plain, Text } from '../event/event-fields.js';
import { MESSAGE_AUDIENCES, type MessageAudience } from './message.rules.js';

/** The same message in another language. */
export class MessageWordsRequest {
  @ApiProperty({ maxLength: 60 })
  @Text(60, { required: true, code: 'message.title-missing' })
  title: string;

  @ApiProperty({ maxLength: 1200 })
  @Text(1200, { required: true, code: 'message.text-missing' })
  text: string;
}

/** A message as its host writes it. */
export class MessageRequest {
  @ApiProperty({ enum: MESSAGE_AUDIENCES, isArray: true, description: 'Whoever is of several of them gets it once' })
  @IsArray({ context: { code: 'message.audience-missing' } })
  @ArrayMinSize(1, { context: { code: 'message.audience-missing' } })
  @ArrayMaxSize(MESSAGE_AUDIENCES.length)
  @ArrayUnique()
  @IsIn(MESSAGE_AUDIENCES, { each: true })
  audiences: MessageAudience[];

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'Of those who applied, wait or answer for a child: to these frames alone; none: to all' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  frameIds?: string[];

  @ApiProperty({ maxLength: 60, example: '持ち物のお願い' })
  @Text(60, { required: true, code: 'message.title-missing' })
  title: string;

  @ApiProperty({ maxLength: 1200 })
  @Text(1200, { required: true, code: 'message.text-missing' })
  text: string;

  @ApiPropertyOptional({ type: MessageWordsRequest, nullable: true, description: 'In やさしい日本語' })
  @Nullable()
  @Plain()
  @ValidateNested()
  @Type(() => MessageWordsRequest)
  easy?: MessageWordsRequest | null;

  @ApiPropertyOptional({ type: MessageWordsRequest, nullable: true, description: 'In English' })
  @Nullable()
  @Plain()
  @ValidateNested()
  @Type(() => MessageWordsRequest)
  english?: MessageWordsRequest | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'By day, 08:00–21:00 in Japan; left out: now, at night the next morning' })
  @Instant()
  sendAt?: string | null;
}
