import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Optional, PageQuery } from '@yoriai/platform';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { INITIATIVE_CODE } from '../initiative/initiative.rules.js';
import { HEAT_LIMITS, type HeatLimit } from '../weather/heat-limit.rules.js';
import { EventRainDate } from '../weather/rain-date.dto.js';
import type { RainDate } from '../weather/rain-date.rules.js';
import { ATTENDANCE_MODES, ACTIVITY_FIELDS, EVENT_CATEGORIES, RAIN_POLICIES, type ActivityField, type EventCategory, type RainPolicy, type AttendanceMode } from '../event/event.entity.js';
import { EventDuty } from '../event/event.dto.js';
import { EventProgrammeItem } from '../programme/programme.dto.js';
import { EventRepeats } from '../series/repeats.dto.js';
import { FrameAsks } from '../asks/asks.dto.js';
import { EVENT_STATES, type EventState } from '../event/event.rules.js';
import { VISIBILITIES, type Visibility } from '../invitation/invited-address.rules.js';
import { AUDIENCES, type Audience } from './audience.rules.js';
import { COMPANIONS, FRAME_KINDS, FRAME_METHODS, QUEUES, type Companions, type FrameKind, type FrameMethod, type Queue } from '../frame/frame.entity.js';

export const PUBLIC_PAGE_SIZE = 50;
const DAY = /^20\d\d-\d\d-\d\d$/;

/** Which public events to list. Days are days in Japan; without `from` it begins now. */
export class PublicEventQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'date', description: 'First day' })
  @Optional()
  @Matches(DAY)
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day' })
  @Optional()
  @Matches(DAY)
  to?: string;

  @ApiPropertyOptional({ description: 'Slug of an area' })
  @Optional()
  @Matches(/^[a-z0-9-]{1,40}$/)
  area?: string;

  @ApiPropertyOptional({ enum: ACTIVITY_FIELDS })
  @Optional()
  @IsIn(ACTIVITY_FIELDS)
  field?: ActivityField;

  @ApiPropertyOptional({ description: 'Slug of the association that holds them' })
  @Optional()
  @Matches(/^[a-z0-9-]{1,80}$/)
  host?: string;

  @ApiPropertyOptional({ enum: AUDIENCES })
  @Optional()
  @IsIn(AUDIENCES)
  audience?: Audience;

  @ApiPropertyOptional({ description: 'Code of an initiative of the ward’s plan' })
  @Optional()
  @Matches(INITIATIVE_CODE)
  initiative?: string;

  @ApiPropertyOptional({ enum: ['yes'], description: 'Only where somebody can come now' })
  @Optional()
  @IsIn(['yes'])
  free?: 'yes';

  @ApiPropertyOptional({ enum: ['yes'], description: 'Only what costs nothing' })
  @Optional()
  @IsIn(['yes'])
  gratis?: 'yes';

  @ApiPropertyOptional({ maxLength: 60, description: 'Words, each to be found in title, reading, place, host or summary' })
  @Optional()
  @IsString()
  // Nothing that no keyboard writes: the search would look past it.
  @Matches(/^\P{Cc}*$/u)
  @MaxLength(60)
  q?: string;
}

export class PublicFrameCan {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true (a place or a place in the queue), or why not' })
  apply: true | string;
}

/** The places that a frame has together with others of the event. */
export class PublicSharedPlaces {
  @ApiProperty({ description: 'Of all of them, taken or not' }) places: number;
  @ApiProperty({ description: 'What a newcomer can get: none while somebody waits for them' }) left: number;
}

/** A frame as approved, with its places of this moment. */
export class PublicFrame {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: FRAME_KINDS }) kind: FrameKind;
  @ApiProperty() name: string;
  @ApiProperty({ enum: FRAME_METHODS }) method: FrameMethod;
  @ApiProperty({ type: Number, nullable: true, description: 'null: everybody who comes' }) capacity: number | null;
  @ApiProperty() placesTaken: number;
  @ApiProperty({ type: Number, nullable: true, description: 'What a newcomer can get: none while somebody waits; null: no limit' }) free: number | null;
  @ApiProperty({ type: PublicSharedPlaces, nullable: true, description: 'Places that it has together with others besides its own; null: none' }) shared: PublicSharedPlaces | null;
  @ApiProperty({ description: 'Applications that wait' }) waiting: number;
  @ApiProperty({ description: 'Heads that have entered a draw that is still to come, or wait for the host’s answer' }) entered: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When lots were drawn' }) drawnAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) opensAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closesAt: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Where the host chooses: by which day everybody is answered' }) answersBy: string | null;
  @ApiProperty() perApplicationMax: number;
  @ApiProperty({ enum: COMPANIONS, description: 'What is asked about those who come along' }) companions: Companions;
  @ApiProperty({ enum: QUEUES, description: 'Whether a group that does not fit yet is passed over' }) queue: Queue;
  @ApiProperty({ description: 'Its places are beside the event’s total' }) outsideTotal: boolean;
  @ApiProperty({ type: FrameAsks, description: 'What those who apply are asked besides' }) asks: FrameAsks;
  @ApiProperty({ type: PublicFrameCan }) can: PublicFrameCan;
}

export class PublicOrganisation {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'The name in its address' }) slug: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) areaName: string | null;
  @ApiProperty({ type: String, nullable: true }) areaSlug: string | null;
}

/** 共催. */
export class PublicCoHost {
  @ApiProperty() name: string;
  @ApiProperty() slug: string;
}

/** An event of the list: the approved revision with its places of this moment. */
export class PublicEventLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'R8-0001' }) number: string;
  @ApiProperty() slug: string;
  @ApiProperty() shortCode: string;
  @ApiProperty({ enum: EVENT_STATES }) state: EventState;
  @ApiProperty({ enum: VISIBILITIES, nullable: true, description: 'Whom it shows itself to; null: everybody' }) visibility: Visibility | null;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'In やさしい日本語' }) titleEasy: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'In English' }) titleEn: string | null;
  @ApiProperty({ type: String, nullable: true }) summary: string | null;
  @ApiProperty({ enum: ACTIVITY_FIELDS, nullable: true }) field: ActivityField | null;
  @ApiProperty({ enum: EVENT_CATEGORIES, nullable: true }) category: EventCategory | null;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() placeName: string;
  @ApiProperty({ type: String, nullable: true }) feeText: string | null;
  @ApiProperty({ enum: AUDIENCES, nullable: true }) audience: Audience | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The series it is a date of' }) seriesId: string | null;
  @ApiProperty({ type: EventRepeats, nullable: true }) repeats: EventRepeats | null;
  @ApiProperty({ type: String, nullable: true }) audienceText: string | null;
  @ApiProperty({ type: PublicOrganisation }) organisation: PublicOrganisation;
  @ApiProperty({ type: [PublicCoHost], description: 'Those who hold it together with the host' }) coHosts: PublicCoHost[];
  @ApiProperty({ type: [PublicFrame] }) frames: PublicFrame[];
  @ApiProperty({ description: 'People wanted over all planned duties' }) peopleWanted: number;
}

export class PublicEventPage {
  @ApiProperty({ type: [PublicEventLine] }) items: PublicEventLine[];
  @ApiProperty() total: number;
  @ApiProperty({ description: 'A search found more than `total`: a word more finds fewer' }) more: boolean;
  @ApiProperty() page: number;
  @ApiProperty() pageSize: number;
}

/** Stands above the page of an event that does not take place. */
export class PublicBanner {
  @ApiProperty({ enum: ['cancelled'] }) kind: 'cancelled';
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

/** The initiative of the ward's plan that an event belongs to. */
export class PublicInitiative {
  @ApiProperty({ example: 'bicycle-theft' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty() nameEn: string;
}

/** The whole public page of an event. */
export class PublicEvent extends PublicEventLine {
  @ApiProperty({ type: PublicInitiative, nullable: true }) initiative: PublicInitiative | null;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'In やさしい日本語' }) descriptionEasy: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'In English' }) descriptionEn: string | null;
  @ApiProperty({ enum: ATTENDANCE_MODES, nullable: true, description: 'At the place or from elsewhere; null: nobody said' }) attendanceMode: AttendanceMode | null;
  @ApiProperty({ type: String, nullable: true }) placeAddress: string | null;
  @ApiProperty({ type: String, nullable: true }) accessText: string | null;
  @ApiProperty({ enum: RAIN_POLICIES, nullable: true }) rainPolicy: RainPolicy | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) rainDecisionAt: string | null;
  @ApiProperty({ type: EventRainDate, nullable: true, description: 'When it takes place if it rains' }) rainDate: RainDate | null;
  @ApiProperty({ enum: HEAT_LIMITS, nullable: true, description: 'From this heat index (WBGT) on it is not held' }) heatLimit: HeatLimit | null;
  @ApiProperty({ type: String, nullable: true }) bringText: string | null;
  @ApiProperty({ type: String, nullable: true }) careText: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'A page with a video about it' }) videoUrl: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) videoCaptions: boolean | null;
  @ApiProperty({ type: String, nullable: true }) contactName: string | null;
  @ApiProperty({ type: String, nullable: true }) contactPhone: string | null;
  @ApiProperty({ type: String, nullable: true }) contactHours: string | null;
  @ApiProperty({ type: [EventProgrammeItem], description: 'In its running order' }) programme: EventProgrammeItem[];
  @ApiProperty({ type: [EventDuty] }) duties: EventDuty[];
  @ApiProperty({ description: 'Not for everybody: whoever reads it came by the link that the host gave them, or was led to it as one of those it is for' }) byInvitation: boolean;
  @ApiProperty({ type: PublicBanner, nullable: true }) banner: PublicBanner | null;
  @ApiProperty({ description: 'Of the approved text' }) revision: number;
  @ApiProperty({ format: 'date-time', description: 'Of the approved text' }) updatedAt: string;
}
