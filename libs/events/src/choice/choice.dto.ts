import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID } from 'class-validator';
import { Text } from '../event/event-fields.js';
import { CHOICES, MOST_AT_ONCE, type Choice } from './choice.rules.js';

/** Whose answers are taken back. */
export class AnswersUndoRequest {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MOST_AT_ONCE, description: 'Applications of this event' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayMinSize(1)
  @IsArray()
  ids: string[];
}

/** What the host answers to whom; all of them, or none. */
export class HostAnswersRequest extends AnswersUndoRequest {
  @ApiProperty({ enum: CHOICES, description: '受け入れる · キャンセル待ちにする · お断りする' })
  @IsIn(CHOICES)
  choice: Choice;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300, description: 'To those who are declined, in the host’s own words; mailed to them' })
  @Text(300)
  words?: string | null;
}
