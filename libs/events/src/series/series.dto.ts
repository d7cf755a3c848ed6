import { ApiProperty } from '@nestjs/swagger';
import { Day, Text } from '../event/event-fields.js';
import { EventOrganisation } from '../event/event.dto.js';
import { CHANGE_STATES, EVENT_STATES, type ChangeState, type EventState } from '../event/event.rules.js';
import { EventRepeats } from './repeats.dto.js';

const CAN = { oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' };
export const DATE_OFF = ['holiday', 'no-school', 'skipped', 'place-taken'] as const;
export type DateOff = (typeof DATE_OFF)[number];

/** A date to be left out, or put back. */
export class SeriesDateRequest {
  @ApiProperty({ format: 'date' })
  @Day()
  date: string;
}

/** The last day on which the series takes place. */
export class SeriesEndingRequest {
  @ApiProperty({ format: 'date' })
  @Day()
  lastOn: string;
}

/** The event of a date. */
export class SeriesEvent {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() slug: string;
  @ApiProperty({ enum: EVENT_STATES }) state: EventState;
  @ApiProperty({ enum: CHANGE_STATES, nullable: true }) changeState: ChangeState | null;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ description: 'Heads with a place' }) placesTaken: number;
  @ApiProperty({ description: 'One applies for it; else who likes just comes' }) applies: boolean;
  @ApiProperty({ description: 'Somebody applied or took a duty, now or before' }) people: boolean;
  @ApiProperty({ type: [String], description: 'Fields that this date has of its own' }) overridden: string[];
}

export class SeriesDateCan {
  @ApiProperty(CAN) skip: true | string;
  @ApiProperty(CAN) restore: true | string;
}

/** One date: of the rule, or one that stays beside it. */
export class SeriesDate {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ description: 'false: the rule has changed since, and this date stays because of its people or of what is its own' }) byRule: boolean;
  @ApiProperty({ enum: DATE_OFF, nullable: true, description: 'Why it is left out' }) off: DateOff | null;
  @ApiProperty({ type: SeriesEvent, nullable: true }) event: SeriesEvent | null;
  @ApiProperty({ type: SeriesDateCan }) can: SeriesDateCan;
}

export class SeriesCan {
  @ApiProperty(CAN) change: true | string;
  @ApiProperty(CAN) end: true | string;
  @ApiProperty(CAN) seeStreaks: true | string;
}

/** A series as those who work on it see it. */
export class SeriesDetail {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: EventOrganisation }) organisation: EventOrganisation;
  @ApiProperty({ type: EventRepeats }) repeats: EventRepeats;
  @ApiProperty({ format: 'date' }) startedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day, where it was ended before its rule ends' }) lastOn: string | null;
  @ApiProperty({ type: [SeriesDate], description: 'Of the last eight weeks and of the next, in their order' }) dates: SeriesDate[];
  @ApiProperty({ type: SeriesCan }) can: SeriesCan;
}

/** A date that a series is going to have. */
export class PlannedDate {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ enum: DATE_OFF, nullable: true, description: 'Why it is going to be left out' }) off: DateOff | null;
}

export class PlannedDateList {
  @ApiProperty({ type: [PlannedDate], description: 'After the first one, in their order' }) items: PlannedDate[];
}

/** A time without school, for all schools of the ward. */
export class SchoolClosureRequest {
  @ApiProperty({ maxLength: 40, example: '冬休み' })
  @Text(40, { required: true })
  name: string;

  @ApiProperty({ format: 'date' })
  @Day()
  startsOn: string;

  @ApiProperty({ format: 'date', description: 'The last day without school' })
  @Day()
  endsOn: string;
}

export class SchoolClosure extends SchoolClosureRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class SchoolClosureList {
  @ApiProperty({ type: [SchoolClosure], description: 'In the order of their first days' }) items: SchoolClosure[];
}
