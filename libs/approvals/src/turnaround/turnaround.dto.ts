import { ApiProperty } from '@nestjs/swagger';

export class DecisionYear {
  @ApiProperty({ description: 'Begins in April' }) fiscalYear: number;
  @ApiProperty({ description: 'Requests that people approved or rejected in it' }) decided: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Business days that half of them took at most, 0: the same day; null where fewer than five were decided' }) usual: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Business days that nine of ten took at most; null where fewer than five were decided' }) mostly: number | null;
}

/** How long the ward takes to decide. */
export class Turnaround {
  @ApiProperty({ description: 'Business days that the ward allows itself' }) promise: number;
  @ApiProperty({ description: 'Requests that wait although their day is over' }) late: number;
  @ApiProperty({ type: [DecisionYear], description: 'This fiscal year, and the one before' }) years: DecisionYear[];
}
