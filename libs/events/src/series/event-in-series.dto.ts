import { ApiProperty } from '@nestjs/swagger';
import { SCOPES, type Scope } from './series-spread.rules.js';

/** Where an event stands in its series. */
export class EventInSeries {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'By the rule, wherever it was moved to; null: it was taken away while it was empty' }) date: string | null;
  @ApiProperty({ type: [String], description: 'Fields that this date has of its own' }) overridden: string[];
  @ApiProperty({ enum: SCOPES, nullable: true, description: 'For which dates the open change is meant' }) scope: Scope | null;
}
