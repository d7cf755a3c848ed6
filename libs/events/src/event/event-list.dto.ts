import { ApiPropertyOptional } from '@nestjs/swagger';
import { Optional, PageQuery, type DateOnly } from '@yoriai/platform';
import { IsIn, IsISO8601, IsString, Matches, MaxLength } from 'class-validator';
import { EVENT_STATES, type EventState } from './event.rules.js';

/** Which events to list: `mine` = of my organisations, `ward` = everything I may see, `helped` = what my community centre helps with, until it is decided on. */
export class EventListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['mine', 'ward', 'helped'], default: 'mine' })
  @Optional()
  @IsIn(['mine', 'ward', 'helped'])
  scope: 'mine' | 'ward' | 'helped' = 'mine';

  @ApiPropertyOptional({ enum: EVENT_STATES })
  @Optional()
  @IsIn(EVENT_STATES)
  state?: EventState;

  @ApiPropertyOptional({ description: 'Slug of an area' })
  @Optional()
  @Matches(/^[a-z0-9-]{1,40}$/)
  area?: string;

  @ApiPropertyOptional({ maxLength: 60 })
  @Optional()
  @IsString()
  @MaxLength(60)
  q?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'That are on at some time of this day, in Japan' })
  @Optional()
  @Matches(/^20\d\d-\d\d-\d\d$/)
  @IsISO8601({ strict: true })
  on?: DateOnly;

  @ApiPropertyOptional({ type: String, example: '2026-12', description: 'That are on at some time of this month, in Japan: all of them as one page, at most five hundred' })
  @Optional()
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/)
  month?: string;
}
