import { ApiProperty } from '@nestjs/swagger';
import { Digits, Optional } from '@yoriai/platform';
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** People who come together without an application; more than that are counted by the reception. */
export const MOST_WALK_INS = 10;

class SelfRequest {
  @ApiProperty({ description: 'Made with the form for this one act' })
  @Matches(/^[A-Za-z0-9_-]{8,43}$/)
  nonce: string;
}

/** Whoever is signed in receives themselves and theirs. */
export class SelfHeadsRequest extends SelfRequest {}

/** Somebody says the number of their application. */
export class NumberRequest extends SelfRequest {
  @ApiProperty({ example: 'KTRWAS' })
  @IsString()
  @MaxLength(40)
  number: string;

  @ApiProperty({ required: false, minimum: 1, maximum: MOST_WALK_INS, description: 'Who came, where fewer did than applied' })
  @Optional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(MOST_WALK_INS)
  came?: number;
}

/** People without an application. */
export class WalkInsRequest extends SelfRequest {
  @ApiProperty({ minimum: 1, maximum: MOST_WALK_INS })
  @Digits()
  @IsInt()
  @Min(1)
  @Max(MOST_WALK_INS)
  heads: number;
}
