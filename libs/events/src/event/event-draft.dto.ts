import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { EmptyIsAbsent, Nullable, Optional } from '@yoriai/platform';
import { PlannedCall, PlannedContest } from '../again/planned.dto.js';
import { FrameDraft } from '../frame/frame-draft.dto.js';
import { DutyDraft } from './duty-draft.dto.js';
import { Instant, Plain, PrintedPhone, Text, VideoLink, Yen } from './event-fields.js';
import { VISIBILITIES, type Visibility } from '../invitation/invited-address.rules.js';
import { AUDIENCES, type Audience } from '../public-event/audience.rules.js';
import { EventProgrammeItem, MOST_ITEMS, ProgrammeItems } from '../programme/programme.dto.js';
import { EventRepeats } from '../series/repeats.dto.js';
import { EventRainDate } from '../weather/rain-date.dto.js';
import { INITIATIVE_CODE } from '../initiative/initiative.rules.js';
import { HEAT_LIMITS, type HeatLimit } from '../weather/heat-limit.rules.js';
import { SCOPES, type Scope } from '../series/series-spread.rules.js';
import { ATTENDANCE_MODES, ACTIVITY_FIELDS, EVENT_CATEGORIES, EVENT_USES, RAIN_POLICIES, type ActivityField, type EventCategory, type EventUse, type RainPolicy, type AttendanceMode } from './event.entity.js';

/** What can be written about an event. Every field may wait; `null` empties it. */
export class EventFields {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80 })
  @Text(80)
  title?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 120 })
  @Text(120)
  kana?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @Text(200)
  summary?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 5000 })
  @Text(5000)
  description?: string | null;

  @ApiPropertyOptional({ enum: ACTIVITY_FIELDS, nullable: true })
  @Nullable()
  @IsIn(ACTIVITY_FIELDS)
  field?: ActivityField | null;

  @ApiPropertyOptional({ enum: EVENT_CATEGORIES, nullable: true })
  @Nullable()
  @IsIn(EVENT_CATEGORIES)
  category?: EventCategory | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'bicycle-theft', description: 'Code of the initiative of the ward’s plan that it belongs to' })
  @Nullable()
  @Matches(INITIATIVE_CODE, { context: { code: 'event.initiative-unknown' } })
  initiative?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80 })
  @Text(80)
  placeName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 120 })
  @Text(120)
  placeAddress?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @Text(500)
  accessText?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date-time' })
  @Instant()
  startsAt?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date-time' })
  @Instant()
  endsAt?: string | null;

  @ApiPropertyOptional({ enum: RAIN_POLICIES, nullable: true })
  @Nullable()
  @IsIn(RAIN_POLICIES)
  rainPolicy?: RainPolicy | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date-time' })
  @Instant()
  rainDecisionAt?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40, description: 'Who of the host decides then: an office, no name' })
  @Text(40)
  rainDecider?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 2000, description: 'What has to be there to hold it, a thing a line' })
  @Text(2000)
  materials?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80, description: 'The title in やさしい日本語' })
  @Text(80)
  titleEasy?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 5000, description: 'What it is about, in やさしい日本語' })
  @Text(5000)
  descriptionEasy?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80, description: 'The title in English' })
  @Text(80)
  titleEn?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 5000, description: 'What it is about, in English' })
  @Text(5000)
  descriptionEn?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, description: 'What it is insured by; for the host and the ward' })
  @Text(200)
  insurance?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 100_000_000, description: 'What it is to cost, in yen; for the host and the ward' })
  @Yen()
  budget?: number | null;

  @ApiPropertyOptional({ enum: ATTENDANCE_MODES, nullable: true, description: 'Whether one takes part at the place or from elsewhere' })
  @Nullable()
  @IsIn(ATTENDANCE_MODES)
  attendanceMode?: AttendanceMode | null;

  @ApiPropertyOptional({ type: EventRainDate, nullable: true, description: 'With `postponed`: when it takes place if it rains; null: nobody said' })
  @Nullable()
  @IsObject()
  @ValidateNested()
  @Type(() => EventRainDate)
  rainDate?: EventRainDate | null;

  @ApiPropertyOptional({ enum: HEAT_LIMITS, nullable: true, description: 'From this heat index (WBGT) on it is not to be held; null: it has no limit' })
  @Nullable()
  @IsIn(HEAT_LIMITS)
  heatLimit?: HeatLimit | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: 100_000, description: 'Places of all frames together that are counted; null: each has its own and that is all' })
  @Nullable()
  @Max(100_000)
  @Min(1)
  @IsInt()
  totalPlaces?: number | null;

  @ApiPropertyOptional({ enum: AUDIENCES, nullable: true, description: 'For whom, to be found by' })
  @Nullable()
  @IsIn(AUDIENCES)
  audience?: Audience | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @Text(200)
  audienceText?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 100 })
  @Text(100)
  feeText?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300 })
  @Text(300)
  bringText?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, description: '手話・車いす等の配慮' })
  @Text(500)
  careText?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300, example: 'https://www.youtube.com/watch?v=…', description: 'A page with a video about it; a plain link is shown' })
  @VideoLink()
  videoUrl?: string | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true, description: 'The video has captions' })
  @Nullable()
  @IsBoolean()
  videoCaptions?: boolean | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80 })
  @Text(80)
  contactName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 20, example: '06-0000-0120' })
  @PrintedPhone()
  contactPhone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80 })
  @Text(80)
  contactHours?: string | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true, description: 'Food or drink is served' })
  @Nullable()
  @IsBoolean()
  food?: boolean | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true, description: 'Fire, gas or a generator is used' })
  @Nullable()
  @IsBoolean()
  fire?: boolean | null;

  @ApiPropertyOptional({ enum: EVENT_USES, isArray: true, nullable: true, description: 'What somebody else has to allow; empty: none of it' })
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) && value.every((each) => EVENT_USES.includes(each as EventUse)) ? EVENT_USES.filter((each) => value.includes(each)) : value))
  @Nullable()
  @IsArray()
  @ArrayMaxSize(EVENT_USES.length)
  @IsIn(EVENT_USES, { each: true })
  uses?: EventUse[] | null;

  @ApiPropertyOptional({ type: [String], nullable: true, maxItems: 6, description: 'Names from the list of venues' })
  @Nullable()
  @IsArray()
  @ArrayMaxSize(6)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  venues?: string[] | null;

  @ApiPropertyOptional({ enum: VISIBILITIES, nullable: true, description: 'By the link that the host gives them, for invited people; for the people of its associations, or of its area, who find it signed in too; null: for everybody' })
  @Nullable()
  @IsIn(VISIBILITIES)
  visibility?: Visibility | null;

  @ApiPropertyOptional({ type: [EventProgrammeItem], nullable: true, maxItems: MOST_ITEMS })
  @ProgrammeItems()
  programme?: EventProgrammeItem[] | null;

  @ApiPropertyOptional({ type: [FrameDraft], maxItems: 20 })
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => FrameDraft)
  frames?: FrameDraft[];

  @ApiPropertyOptional({ type: [DutyDraft], maxItems: 60 })
  @Optional()
  @IsArray()
  @ArrayMaxSize(60)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => DutyDraft)
  duties?: DutyDraft[];

  @ApiPropertyOptional({ type: EventRepeats, nullable: true, description: 'null: it takes place once' })
  @Nullable()
  @IsObject()
  @ValidateNested()
  @Type(() => EventRepeats)
  repeats?: EventRepeats | null;
}

/** A new draft: the host, and whatever is known already. */
export class CreateEventRequest extends EventFields {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organisationId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The event that is held again: its contest and its call for stalls go along, on other days' })
  @EmptyIsAbsent()
  @Optional()
  @IsUUID()
  againOf?: string;

  @ApiPropertyOptional({ type: PlannedContest, description: 'A contest on the frames that are named here' })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => PlannedContest)
  contest?: PlannedContest;

  @ApiPropertyOptional({ type: PlannedCall, description: 'A call for stalls, as many days before the event' })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => PlannedCall)
  stalls?: PlannedCall;
}

/** An autosave: only what is named changes, lists are replaced as a whole. */
export class UpdateEventRequest extends EventFields {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only while it is a draft' })
  @Optional()
  @IsUUID()
  organisationId?: string;
}

/** An autosave of the change of an approved event. */
export class ChangeEventRequest extends UpdateEventRequest {
  @ApiPropertyOptional({ enum: SCOPES, description: 'For a date of a series: which dates are meant. Kept until it is said otherwise; at first this date alone' })
  @Optional()
  @IsIn(SCOPES)
  scope?: Scope;
}
