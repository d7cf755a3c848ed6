import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@yoriai/platform';
import { IsIn, IsOptional } from 'class-validator';

/** Which of the events that are shown to me, and which page of them. */
export class CircleQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['all', 'others'], default: 'all', description: '`others`: without those of organisations where I hold an office' })
  @IsOptional()
  @IsIn(['all', 'others'])
  scope: 'all' | 'others' = 'all';
}
