import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Optional } from '@yoriai/platform';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsUrl, Matches, Max, MaxLength, Min } from 'class-validator';
import { ACTIVITY_FIELDS, type ActivityField } from '../event/event.entity.js';
import { Day, Text } from '../event/event-fields.js';
import { AUDIENCES, type Audience } from '../public-event/audience.rules.js';
import { NOTICE_PLACES, type NoticePlace } from './notice.entity.js';

/** A notice as the ward office writes it. */
export class NoticeRequest {
  @ApiProperty({ maxLength: 60, example: '訪問型病児保育のご案内' })
  @Text(60, { required: true, code: 'notice.title-missing' })
  title: string;

  @ApiProperty({ maxLength: 400 })
  @Text(400, { required: true, code: 'notice.text-missing' })
  text: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300, description: 'An https address; with `linkLabel`' })
  @MaxLength(300)
  @IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true }, { context: { code: 'notice.link' } })
  @Text(300)
  link?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 60, description: 'What the link is called' })
  @Text(60)
  linkLabel?: string | null;

  @ApiPropertyOptional({ enum: NOTICE_PLACES, default: 'events', description: 'Beside events, or as a document on the pages of areas: then for no audience and no field alone' })
  @Optional()
  @IsIn(NOTICE_PLACES)
  placed?: NoticePlace;

  @ApiProperty({ format: 'date', description: 'First day in Japan' })
  @Day()
  fromDay: string;

  @ApiProperty({ format: 'date', description: 'Last day in Japan' })
  @Day()
  untilDay: string;

  @ApiPropertyOptional({ enum: AUDIENCES, isArray: true, description: 'Beside events for these alone; none: for anybody' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(AUDIENCES.length)
  @ArrayUnique()
  @IsIn(AUDIENCES, { each: true })
  audiences?: Audience[];

  @ApiPropertyOptional({ type: [String], description: 'Slugs of areas; none: everywhere' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @Matches(/^[a-z0-9-]{1,40}$/, { each: true })
  areas?: string[];

  @ApiPropertyOptional({ enum: ACTIVITY_FIELDS, isArray: true, description: 'None: all fields' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(ACTIVITY_FIELDS.length)
  @ArrayUnique()
  @IsIn(ACTIVITY_FIELDS, { each: true })
  fields?: ActivityField[];
}

/** What it leaves out stays as it stands. */
export class NoticeChangeRequest extends NoticeRequest {
  @ApiProperty({ minimum: 1, maximum: 1_000_000, description: 'The version that was read; another one in the meantime is 409 `notice.changed-meanwhile`' })
  @Max(1_000_000)
  @Min(1)
  @IsInt()
  version: number;
}

/** A notice for the ward office. */
export class NoticeLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, nullable: true }) link: string | null;
  @ApiProperty({ type: String, nullable: true }) linkLabel: string | null;
  @ApiProperty({ enum: NOTICE_PLACES }) placed: NoticePlace;
  @ApiProperty({ format: 'date' }) fromDay: string;
  @ApiProperty({ format: 'date' }) untilDay: string;
  @ApiProperty({ enum: AUDIENCES, isArray: true }) audiences: Audience[];
  @ApiProperty({ type: [String], description: 'Slugs of areas' }) areas: string[];
  @ApiProperty({ enum: ACTIVITY_FIELDS, isArray: true }) fields: ActivityField[];
  @ApiProperty({ description: 'Who wrote it first' }) writtenBy: string;
  @ApiProperty({ format: 'date-time' }) writtenAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Taken down before its last day' }) endedAt: string | null;
  @ApiProperty({ description: 'Grows with every change' }) version: number;
}

export class NoticeList {
  @ApiProperty({ type: [NoticeLine], description: 'The newest first; 200 at most' }) items: NoticeLine[];
}
