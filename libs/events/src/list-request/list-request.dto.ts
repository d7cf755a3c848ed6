import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Text } from '../event/event-fields.js';
import { EXPORT_REASONS, MOST_WORDS, type ExportWhy } from './export-reason.rules.js';
import { LISTS, REQUEST_STATES, type ListName, type RequestState } from './list-request.rules.js';

/** A list that somebody of the ward office would like to take along as a file. */
export class ListRequestBody {
  @ApiProperty({ enum: LISTS, enumName: 'ListName' })
  @IsIn(LISTS)
  list: ListName;

  @ApiProperty({ enum: EXPORT_REASONS, enumName: 'ExportWhy' })
  @IsIn(EXPORT_REASONS, { context: { code: 'print.why-missing' } })
  why: ExportWhy;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: MOST_WORDS, description: 'Needed for `other`' })
  @Text(MOST_WORDS)
  words?: string | null;
}

/** What the second person says with their yes or no. */
export class ListReplyBody {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: MOST_WORDS })
  @Text(MOST_WORDS)
  reply?: string | null;
}

export class ListRequestLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty({ enum: LISTS, enumName: 'ListName' }) list: ListName;
  @ApiProperty({ enum: EXPORT_REASONS, enumName: 'ExportWhy' }) why: ExportWhy;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @ApiProperty({ enum: REQUEST_STATES }) state: RequestState;
  @ApiProperty({ description: 'Who asks, by name' }) askedBy: string;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty({ description: 'Whoever reads this asked for it: somebody else says yes or no' }) mine: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Who said yes or no, by name' }) decidedBy: string | null;
  @ApiProperty({ type: String, nullable: true }) reply: string | null;
  @ApiProperty({ format: 'date-time', description: 'Until then it waits, or may be taken' }) until: string;
}

export class ListRequestList {
  @ApiProperty({ type: [ListRequestLine], description: 'What waits for a second person, and one’s own that may be taken' }) items: ListRequestLine[];
}

export class ListRequestsOfEvent {
  @ApiProperty({ description: 'Whoever asks needs a second person before a list of this event leaves as a file' }) needed: boolean;
  @ApiProperty({ type: [ListRequestLine], description: 'One’s own, the newest of each list' }) items: ListRequestLine[];
}
