import { ApiPropertyOptional } from '@nestjs/swagger';
import { Optional, PageQuery } from '@yoriai/platform';
import { IsIn } from 'class-validator';

/** Which of the events that are shown to me, and which page of them. */
export class CircleQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['all', 'others'], default: 'all', description: '`others`: without those of organisations where I hold an office' })
  @Optional()
  @IsIn(['all', 'others'])
  scope: 'all' | 'others' = 'all';
}
