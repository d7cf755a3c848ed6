import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { CaseLine } from '../approval-case/approval-case.dto.js';

/** A word of a community centre about what was handed in. */
export class CommentRequest {
  @ApiProperty({ minLength: 1, maxLength: 1000 })
  @MaxLength(1000)
  @MinLength(1)
  @IsString()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  words: string;

  @ApiProperty({ minimum: 1, maximum: 100_000, description: 'What was read; another revision by then is 409 `approval.revision-changed`' })
  @Max(100_000)
  @Min(1)
  @IsInt()
  revision: number;
}

/** Up to where the host has read. */
export class CommentReadingRequest {
  @ApiProperty({ format: 'uuid', description: 'The newest comment on the screen; what was said after it stays unread' })
  @IsUUID()
  until: string;
}

/** What waits, of the hosts that somebody's community centre supports. */
export class SupportedCases {
  @ApiProperty({ type: [CaseLine], description: 'Soonest due first, 100 at most' }) items: CaseLine[];
}
