import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ContactWish } from '@yoriai/identity';
import { Digits, Nullable } from '@yoriai/platform';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { Text } from '../event/event-fields.js';
import { START_HOURS, START_PROGRAMMES, START_STATES, type StartHours, type StartProgramme, type StartState } from './start.rules.js';

/** What people say who would like to begin a programme at their place. */
export class StartRequest extends ContactWish {
  @ApiProperty({ enum: START_PROGRAMMES })
  @IsIn(START_PROGRAMMES, { context: { code: 'start.programme-missing' } })
  programme: StartProgramme;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40, example: 'meiji', description: 'Slug of the area; left out: they do not know it' })
  @Text(40)
  area?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 60, example: 'コート立売堀集会室', description: 'A place of the list of venues' })
  @Text(60)
  venue?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 100, description: 'The place in words, where it is not on the list' })
  @ValidateIf(({ venue, place }: StartRequest) => !venue || Boolean(place))
  @Text(100, { required: true, code: 'start.place-missing' })
  place?: string | null;

  @ApiProperty({ minimum: 1, maximum: 500, description: 'How many would come, about' })
  @Digits()
  @Max(500, { context: { code: 'start.people' } })
  @Min(1, { context: { code: 'start.people' } })
  @IsInt({ context: { code: 'start.people' } })
  people: number;

  @ApiProperty({ type: [Number], description: '0 = Sunday … 6 = Saturday; empty: any day' })
  @Max(6, { each: true })
  @Min(0, { each: true })
  @IsInt({ each: true })
  @ArrayUnique()
  @ArrayMaxSize(7)
  @IsArray()
  weekdays: number[];

  @ApiProperty({ enum: START_HOURS })
  @IsIn(START_HOURS, { context: { code: 'start.hours-missing' } })
  hours: StartHours;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300 })
  @Text(300)
  note?: string | null;
}

/** The same in the App: by an association, or by the ward office for somebody who called. */
export class StartRequestInApp extends StartRequest {
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'The association that asks; left out by the ward office alone' })
  @Nullable()
  @IsUUID()
  organisationId?: string | null;
}

/** The ward office's answer. */
export class StartAnswerRequest {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, description: 'Is mailed or telephoned; to turn it down there has to be a reason' })
  @Text(500)
  words?: string | null;
}

/** What can be done with a request, or why not. */
export class StartCan {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }] }) talk: true | string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }] }) accept: true | string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }] }) decline: true | string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }] }) withdraw: true | string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'Its series' }) begin: true | string;
}

/** Who asks: for the ward office and for the association itself. */
export class StartContact {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: 'Digits only' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
}

/** A request as the asker may see it. */
export class StartLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: START_PROGRAMMES }) programme: StartProgramme;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) areaId: string | null;
  @ApiProperty({ type: String, nullable: true }) areaName: string | null;
  @ApiProperty({ type: String, nullable: true }) areaSlug: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) organisationId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The association that asks' }) organisationName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where it is on the list of venues' }) venue: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null once it is forgotten' }) place: string | null;
  @ApiProperty() people: number;
  @ApiProperty({ type: [Number] }) weekdays: number[];
  @ApiProperty({ enum: START_HOURS }) hours: StartHours;
  @ApiProperty({ type: StartContact, nullable: true, description: 'Null to others, and once it is forgotten' }) contact: StartContact | null;
  @ApiProperty({ type: String, nullable: true, description: 'As the contact' }) note: string | null;
  @ApiProperty({ enum: START_STATES }) state: StartState;
  @ApiProperty({ type: String, nullable: true, description: 'As the contact' }) reply: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt: string | null;
  @ApiProperty({ description: 'Answered, without a mail address, and not told yet' }) toCall: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The series that came of it, to whoever may see it' }) eventId: string | null;
  @ApiProperty({ description: 'A series came of it' }) begun: boolean;
  @ApiProperty({ format: 'date', description: 'The first day that would suit, with time to prepare it' }) firstDay: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: StartCan }) can: StartCan;
}

/** All that the asker may see: those without an answer first, of what ended a year. */
export class StartList {
  @ApiProperty({ type: [StartLine] }) items: StartLine[];
}

/** A request that waits for the asker: for an answer, to be telephoned, to be begun. */
export class StartTask {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['answer', 'call', 'begin'] }) kind: 'answer' | 'call' | 'begin';
  @ApiProperty({ enum: START_PROGRAMMES }) programme: StartProgramme;
  @ApiProperty({ description: 'Of the list of venues or in words' }) place: string;
  @ApiProperty({ enum: START_STATES }) state: StartState;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

/** What waits for the asker, the oldest first. */
export class StartTaskList {
  @ApiProperty({ type: [StartTask] }) items: StartTask[];
}
