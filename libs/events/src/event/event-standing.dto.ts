import { ApiProperty } from '@nestjs/swagger';

/** How its stalls (出店) stand. */
export class EventStalls {
  @ApiProperty({ description: 'Those without an answer' }) waiting: number;
  @ApiProperty() accepted: number;
  @ApiProperty({ description: 'How many are wanted' }) places: number;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day to ask for one; null: the event has no day yet' }) closesOn: string | null;
}

/** A procedure, by its name on the ward's list. */
export class ProcedureNamed {
  @ApiProperty({ example: 'park' }) code: string;
  @ApiProperty() title: string;
}

/** Who waits for an answer where the host chooses. */
export class EventToAnswer {
  @ApiProperty({ description: 'Applications' }) groups: number;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The soonest day by which they were promised one' }) by: string | null;
}
