import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { Day } from '../event/event-fields.js';
import type { Repeats } from './repeats.rules.js';

/** How an event is repeated: every week on these weekdays, or every month on these ones of the month. */
export class EventRepeats implements Repeats {
  @ApiProperty({ enum: ['week', 'month'] })
  @IsIn(['week', 'month'])
  every: 'week' | 'month';

  @ApiProperty({ minimum: 1, maximum: 6, description: 'Every so many weeks or months' })
  @Max(6)
  @Min(1)
  @IsInt()
  interval: number;

  @ApiProperty({ type: [Number], description: '0 = Sunday … 6 = Saturday' })
  @Max(6, { each: true })
  @Min(0, { each: true })
  @IsInt({ each: true })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @IsArray()
  weekdays: number[];

  @ApiProperty({ type: [Number], description: 'For months: which of these weekdays, 1 to 4, or -1 for the last; empty for weeks' })
  @IsIn([1, 2, 3, 4, -1], { each: true })
  @ArrayUnique()
  @ArrayMaxSize(5)
  @IsArray()
  nth: number[];

  @ApiProperty({ format: 'date', description: 'The last day that can be one of its dates' })
  @Day()
  until: string;

  @ApiProperty({ description: 'Not on national holidays, nor from 29 December to 3 January' })
  @IsBoolean()
  skipHolidays: boolean;

  @ApiProperty({ description: 'Only on days with school' })
  @IsBoolean()
  schoolDays: boolean;
}

/** The rule as it is kept: in one order, without what means nothing. */
export function toRepeats({ every, interval, weekdays, nth, until, skipHolidays, schoolDays }: EventRepeats): Repeats {
  const inOrder = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
  return { every, interval, weekdays: inOrder(weekdays), nth: every === 'week' ? [] : inOrder(nth), until, skipHolidays, schoolDays };
}
