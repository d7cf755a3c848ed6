import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';
import { INSTANT, Text } from '../event/event-fields.js';
import type { RainDate } from './rain-date.rules.js';

/** Where and when it takes place if it rains. */
export class EventRainDate {
  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  endsAt: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80, description: 'null: in the same place' })
  @Text(80)
  placeName?: string | null;
}

/** As it is kept. */
export const toRainDate = ({ startsAt, endsAt, placeName = null }: EventRainDate): RainDate => ({ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString(), placeName });
