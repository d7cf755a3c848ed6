import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Digits, Optional } from '@yoriai/platform';

/** What the figures are asked for. */
export class ParticipationQuery {
  @ApiProperty({ required: false, minimum: 2000, maximum: 2100, description: 'The year the fiscal year begins in; the current one where absent' })
  @Optional()
  @Digits()
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear?: number;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID()
  areaId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID()
  eventId?: string;
}

/** Heads, unless said otherwise. */
export class FiguresResponse {
  @ApiProperty({ description: '申込: whose application stands, with a place or waiting' }) applied: number;
  @ApiProperty({ description: '確定: with a place now' }) confirmed: number;
  @ApiProperty({ description: '定員: places of counted frames' }) places: number;
  @ApiProperty({ description: 'Places of counted frames that are taken' }) placesTaken: number;
  @ApiProperty({ type: Number, nullable: true, description: '充足率: placesTaken / places, 0 to 1; null where nothing is counted' }) fillRate: number | null;
  @ApiProperty({ description: '参加: came on an application' }) participants: number;
  @ApiProperty({ description: '当日参加: came without one' }) walkIns: number;
  @ApiProperty({ description: 'Places on shifts' }) volunteerPlaces: number;
  @ApiProperty({ description: 'Places on shifts that are taken' }) volunteersConfirmed: number;
  @ApiProperty({ description: 'ボランティア: came for their shift' }) volunteers: number;
  @ApiProperty({ description: 'きれいにした面積: square metres that were cleaned, as reported; one decimal' }) cleanedArea: number;
  @ApiProperty({ description: '配ったもの: pieces given to people, as reported' }) handedOut: number;
}

export class EventFiguresResponse extends FiguresResponse {
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty({ example: 'R8-0001' }) number: string;
  @ApiProperty() title: string;
  @ApiProperty() organisationName: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) areaId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: the whole ward' }) areaName: string | null;
  @ApiProperty({ type: String, nullable: true }) areaSlug: string | null;
  @ApiProperty({ type: String, nullable: true, description: '活動分野' }) field: string | null;
  @ApiProperty() state: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ enum: ['correction', 'report', 'reception'], description: 'Where the attendance comes from; correction: the ward corrected what was reported' })
  attendanceFrom: 'correction' | 'report' | 'reception';
}

export class AreaFiguresResponse extends FiguresResponse {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) areaId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: the whole ward' }) areaName: string | null;
  @ApiProperty({ type: String, nullable: true }) areaSlug: string | null;
  @ApiProperty({ description: 'Number of events' }) events: number;
  @ApiProperty({ description: 'Those of them that have not begun yet, and to which nobody came' }) eventsToCome: number;
}

export class InitiativeFiguresResponse extends FiguresResponse {
  @ApiProperty({ example: 'bicycle-theft' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty() nameEn: string;
  @ApiProperty({ description: 'Number of events' }) events: number;
  @ApiProperty({ description: 'Those of them that have not begun yet, and to which nobody came' }) eventsToCome: number;
}

export class MonthFiguresResponse extends FiguresResponse {
  @ApiProperty({ example: '2026-11' }) month: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Who came in that month of the year before; in the month of today until the same day; null: nothing is to be compared' })
  peopleBefore: number | null;
  @ApiProperty({ description: 'Number of events' }) events: number;
  @ApiProperty({ description: 'Those of them that have not begun yet, and to which nobody came' }) eventsToCome: number;
}

export class TotalFiguresResponse extends FiguresResponse {
  @ApiProperty({ description: 'Number of events' }) events: number;
  @ApiProperty({ description: 'Those of them that have not begun yet, and to which nobody came' }) eventsToCome: number;
}

/** The year before, until the same day. */
export class YearBeforeResponse {
  @ApiProperty({ description: 'Who came to take part' }) people: number;
  @ApiProperty({ description: 'Who helped' }) volunteers: number;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The day up to which is counted; null: the whole year' }) until: string | null;
}

/** How the duties of one name filled, over all events that have begun. */
export class DutyFillResponse {
  @ApiProperty({ example: '受付' }) duty: string;
  @ApiProperty({ description: 'Number of events' }) events: number;
  @ApiProperty({ description: 'Places on shifts' }) places: number;
  @ApiProperty({ type: [Number], description: 'Places that were taken five, four, three, two weeks and one week before, and when it began' }) taken: number[];
}

export class ParticipationResponse {
  @ApiProperty() fiscalYear: number;
  @ApiProperty({ example: '令和8年度' }) fiscalYearWords: string;
  @ApiProperty({ type: [EventFiguresResponse], description: 'Earliest first' }) byEvent: EventFiguresResponse[];
  @ApiProperty({ type: [AreaFiguresResponse], description: "In the ward's order, the whole ward last" }) byArea: AreaFiguresResponse[];
  @ApiProperty({ type: [InitiativeFiguresResponse], description: 'Of the ward’s plan, in its order; events of none are in no line' }) byInitiative: InitiativeFiguresResponse[];
  @ApiProperty({ type: [MonthFiguresResponse], description: 'April to March, months without events too' }) byMonth: MonthFiguresResponse[];
  @ApiProperty({ type: TotalFiguresResponse }) total: TotalFiguresResponse;
  @ApiProperty({ type: YearBeforeResponse, nullable: true, description: 'null: nobody came then, or one event is asked for' }) before: YearBeforeResponse | null;
  @ApiProperty({ type: [DutyFillResponse], description: 'Most places first; duties of several events' }) dutyFill: DutyFillResponse[];
  @ApiProperty({ description: 'Public events that were cancelled; in no other figure' }) cancelledEvents: number;
}

export class ParticipationYears {
  @ApiProperty({ type: [Number], description: 'Fiscal years with events and the current one, newest first' }) years: number[];
  @ApiProperty() current: number;
}
