import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Nullable, Optional } from '@yoriai/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsISO8601, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Count, Day, INSTANT, Plain, Text, Yen } from './event-fields.js';

/** What the figures of a closed event should have been, and why they were not. */
export class CorrectionRequest {
  @ApiProperty({ minimum: 0, maximum: 1_000_000 })
  @Max(1_000_000)
  @Min(0)
  @IsInt()
  participants: number;

  @ApiProperty({ minimum: 0, maximum: 1_000_000 })
  @Max(1_000_000)
  @Min(0)
  @IsInt()
  volunteers: number;

  @ApiProperty({ minimum: 0, maximum: 1_000_000, description: '当日参加' })
  @Max(1_000_000)
  @Min(0)
  @IsInt()
  walkIns: number;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 1_000_000, description: 'こども: of the participants and walk-ins; left out: as it was' })
  @Count()
  children?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 1_000_000, description: 'With a wheelchair: of the participants and walk-ins; left out: as it was' })
  @Count()
  wheelchairs?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 100_000_000, description: 'What it cost in all, in yen; left out: as it was' })
  @Yen()
  cost?: number | null;

  @ApiProperty({ maxLength: 1000 })
  @Text(1000, { required: true, code: 'event.reason-required' })
  reason: string;

  @ApiProperty({ minimum: 0, maximum: 100_000, description: 'How many corrections there were when it was written; another one in the meantime is 409 `event.corrected-meanwhile`' })
  @Max(100_000)
  @Min(0)
  @IsInt()
  after: number;
}

/** Why something is done to an event. */
export class ReasonRequest {
  @ApiProperty({ maxLength: 1000 })
  @Text(1000, { required: true, code: 'event.reason-required' })
  reason: string;
}

/** When an approved event is to be published. */
export class PublicationPlanRequest {
  @ApiProperty({ format: 'date-time', example: '2026-11-20T09:00:00+09:00' })
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  at: string;
}

/** What can be written about: the fields of the content, a frame by its id, a duty by its key. */
const REMARKED = /^(frames|duties|title|kana|summary|description|field|category|initiative|placeName|placeAddress|accessText|startsAt|endsAt|rainPolicy|rainDecisionAt|rainDecider|materials|titleEasy|descriptionEasy|titleEn|descriptionEn|insurance|budget|attendanceMode|rainDate|heatLimit|audience|audienceText|feeText|bringText|careText|videoUrl|videoCaptions|contactName|contactPhone|contactHours|food|fire|uses|venues|visibility|programme|totalPlaces|(frames|duties)\.[0-9A-Za-z-]{1,40})$/;
const REVISION = { minimum: 1, maximum: 100_000, description: 'The revision that was read; another one in the meantime is 409 `approval.revision-changed`' };

/** In whose place somebody decides (代決), once it has waited five business days, and why. */
export class DeputyDraft {
  @ApiProperty({ format: 'uuid', description: 'An approver of the ward' })
  @IsUUID()
  inPlaceOf: string;

  @ApiProperty({ maxLength: 500, example: '出張のため' })
  @Text(500, { required: true, code: 'approval.deputy-reason' })
  reason: string;
}

const IsDeputy = (): PropertyDecorator => applyDecorators(Nullable(), Plain(), ValidateNested(), Type(() => DeputyDraft));

/** Turns down what was read. */
export class RefusalRequest extends ReasonRequest {
  @ApiProperty(REVISION)
  @Max(100_000)
  @Min(1)
  @IsInt()
  revision: number;

  @ApiPropertyOptional({ type: DeputyDraft, nullable: true })
  @IsDeputy()
  deputy?: DeputyDraft | null;
}

/** A word about one field. */
export class FieldRemark {
  @ApiProperty({ example: 'placeName', maxLength: 60, description: 'A field of the content; of one frame or duty `frames.<id>` or `duties.<key>`' })
  @MaxLength(60)
  @Matches(REMARKED)
  field: string;

  @ApiProperty({ maxLength: 500 })
  @Text(500, { required: true })
  text: string;
}

/** Sends back what was read, with words about single fields where the host has something to put right. */
export class ReturnRequest extends OmitType(RefusalRequest, ['reason', 'deputy']) {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000, description: 'Needs not be where `remarks` say it; of a report it is needed' })
  @Text(1000)
  reason?: string | null;

  @ApiPropertyOptional({ type: [FieldRemark], maxItems: 110 })
  @Nullable()
  @IsArray()
  @ArrayMaxSize(110)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => FieldRemark)
  remarks?: FieldRemark[] | null;
}

/** What has to be met until a day for the approval to hold (条件付き承認). */
export class ConditionDraft {
  @ApiProperty({ maxLength: 300, example: '露店等の開設届出書を、消防署に出してください。' })
  @Text(300, { required: true, code: 'event.field-missing' })
  text: string;

  @ApiProperty({ format: 'date', example: '2026-11-20', description: 'A day in Japan, today at the earliest' })
  @Day()
  dueOn: string;

  @ApiProperty({ description: 'The event is not published before it is met' })
  @IsBoolean()
  blocking: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'food', description: 'The procedure of the checklist that becomes a condition' })
  @Nullable()
  @Matches(/^[a-z-]{1,40}$/)
  item?: string | null;
}

/** A word about a condition or a procedure. */
export class ConditionWordRequest {
  @ApiProperty({ maxLength: 1000 })
  @Text(1000, { required: true, code: 'approval.words-required' })
  words: string;
}

/** Says that something is done; without words only where that is enough: a paper lies by, or it was reported. */
export class ConditionConfirmationRequest {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000 })
  @Text(1000)
  words?: string | null;
}

/** The council has looked at what was read; a word along with it needs not be. */
export class CheckRequest {
  @ApiProperty(REVISION)
  @Max(100_000)
  @Min(1)
  @IsInt()
  revision: number;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000 })
  @Text(1000)
  words?: string | null;
}

/** Approves what was read; a word along with it needs not be. */
export class ApprovalRequest {
  @ApiProperty(REVISION)
  @Max(100_000)
  @Min(1)
  @IsInt()
  revision: number;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000 })
  @Text(1000)
  comment?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, description: 'Why it may take place where another event is at the same time; without it that is 409 `event.venue-taken`' })
  @Text(500)
  besideReason?: string | null;

  @ApiPropertyOptional({ type: [ConditionDraft], maxItems: 10 })
  @Optional()
  @IsArray()
  @ArrayMaxSize(10)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => ConditionDraft)
  conditions?: ConditionDraft[];

  @ApiPropertyOptional({ type: DeputyDraft, nullable: true })
  @IsDeputy()
  deputy?: DeputyDraft | null;
}
