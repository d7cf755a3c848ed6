import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsISO8601, IsUUID } from 'class-validator';

/** Somebody who is asked whether they still come. */
export class StillComingLine {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: 'The duty; null for who takes part' }) duty: string | null;
  @ApiProperty({ description: '1 for a duty' }) heads: number;
  @ApiProperty({ enum: ['no', 'none'] }) answer: 'no' | 'none';
}

/** An application of who was in when the event was put off, and has its place still. */
export class StillComingApplication {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['yes', 'none'] }) answer: 'yes' | 'none';
}

/** The applications whose holder said on the telephone that they still come. */
export class HeardYesRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  applicationIds: string[];

  @ApiProperty({ format: 'date-time', description: 'When that was decided which they were asked about, as it was on the screen; put off again in the meantime is 409 `event.postponed-meanwhile`' })
  @IsISO8601({ strict: true })
  decidedAt: string;
}

/** How many of those who were in when an event was put off still come; of one that never was, nobody. Applications and duties are counted, not people. */
export class PostponementAnswers {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: it was not put off' }) decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) wasStartsAt: string | null;
  @ApiProperty() yes: number;
  @ApiProperty() no: number;
  @ApiProperty({ description: 'Who has not answered; they keep their places' }) unanswered: number;
  @ApiProperty({ type: [StillComingApplication], description: 'Of those who lead the event, to mark their list by; else none' }) applications: StillComingApplication[];
  @ApiProperty({ type: [StillComingLine], description: 'Who said no, then who has not answered; names for those who lead the event, else nobody' }) items: StillComingLine[];
}
