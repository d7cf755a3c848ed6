import { ApiProperty } from '@nestjs/swagger';

/** Somebody who comes again and again. */
export class StreakLine {
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty({ description: '連続◯回: dates in a row, up to now' }) count: number;
}

export class StreakList {
  @ApiProperty({ type: [StreakLine], description: 'The longest first; from two on' }) items: StreakLine[];
}
