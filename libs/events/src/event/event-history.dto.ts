import { ApiProperty } from '@nestjs/swagger';
import { EVENT_STATES, EVENT_VERBS, type EventState, type EventVerb } from './event.rules.js';

/** One line of an event's history. */
export class EventHistoryLine {
  @ApiProperty({ enum: EVENT_VERBS }) verb: EventVerb;
  @ApiProperty({ enum: EVENT_STATES }) from: EventState;
  @ApiProperty({ enum: EVENT_STATES }) to: EventState;
  @ApiProperty({ type: Number, nullable: true }) revision: number | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: the clock' }) actorName: string | null;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class EventHistory {
  @ApiProperty({ type: [EventHistoryLine], description: 'Newest first' }) items: EventHistoryLine[];
}
