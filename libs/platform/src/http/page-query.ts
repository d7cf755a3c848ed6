import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { Optional } from './optional.js';
import { Digits } from './digits.js';

/** Which page of a list, from 1. A list that is asked for in pages extends it. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 10_000, default: 1 })
  @Optional()
  @Digits()
  @Max(10_000)
  @Min(1)
  @IsInt()
  page: number = 1;
}
