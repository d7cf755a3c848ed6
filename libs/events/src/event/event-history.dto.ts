import { ApiProperty } from '@nestjs/swagger';
import { EVENT_STATES, EVENT_VERBS, type EventState } from './event.rules.js';

/** What stands in the history: the event's own steps, that it takes place as planned or in a smaller form, which moves nothing, and that a community centre helped with the draft. */
const HISTORY_VERBS = [...EVENT_VERBS, 'hold', 'reduce', 'help'] as const;

/** One line of an event's history. */
export class EventHistoryLine {
  @ApiProperty({ enum: HISTORY_VERBS }) verb: (typeof HISTORY_VERBS)[number];
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
