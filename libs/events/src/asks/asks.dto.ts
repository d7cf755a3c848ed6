import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { OLDEST, type Ages, type OnTheDay } from './ages.rules.js';
import type { Asks } from './asks.rules.js';

const AGE = { type: Number, nullable: true, minimum: 0, maximum: OLDEST } as const;

/** Who may come, as they are on the day of the event in Japan. */
export class FrameAges implements Ages {
  @ApiProperty({ enum: ['age', 'grade'], description: '`grade`: by school year, 4 年少 to 6 年長, 7 小1 to 12 小6, 13 中1 to 15 中3, 16 高1 to 18 高3' })
  @IsIn(['age', 'grade'])
  by: 'age' | 'grade';

  @ApiProperty({ ...AGE, description: 'null: no end' })
  @IsOptional()
  @Max(OLDEST)
  @Min(0)
  @IsInt()
  from: number | null;

  @ApiProperty({ ...AGE, description: 'null: no end' })
  @IsOptional()
  @Max(OLDEST)
  @Min(0)
  @IsInt()
  to: number | null;
}

/** What the host asks those who apply, besides who they are. */
export class FrameAsks implements Asks {
  @ApiProperty({ type: FrameAges, nullable: true, description: 'With a rule, the birth date of each who comes is asked' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FrameAges)
  ages: FrameAges | null;
}

/** As it is kept: nothing left out, nothing more. */
export function toAsks({ ages }: FrameAsks): Asks {
  return { ages: ages ? { by: ages.by, from: ages.from ?? null, to: ages.to ?? null } : null };
}

/** How old somebody is on the day, where the host has a rule about it. */
export class AgeOnTheDay implements OnTheDay {
  @ApiProperty() years: number;
  @ApiProperty({ type: Number, nullable: true, description: '4 年少 … 7 小1 … 18 高3; null where there is none' }) schoolYear: number | null;
  @ApiProperty({ description: 'Rule or day were changed since they applied: they are not among them now' }) outside: boolean;
}
