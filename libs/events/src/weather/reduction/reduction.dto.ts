import { ApiProperty } from '@nestjs/swagger';
import { Nullable } from '@yoriai/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Plain, Text } from '../../event/event-fields.js';
import { MOST_ITEMS } from '../../programme/programme.dto.js';
import { DECISION_CAUSES, type DecisionCause } from '../day-decision.entity.js';
import type { Held } from '../held.js';
import { PROPOSAL_RULES, PROPOSED } from './proposal.rules.js';
import type { DroppedItem } from './reduction.rules.js';

/** An item of the programme that is off, as the programme has it. */
export class DroppedProgrammeItem implements DroppedItem {
  @ApiProperty({ maxLength: 80 })
  @Text(80, { required: true })
  title: string;

  @ApiProperty({ minimum: 0, maximum: 30 })
  @Max(30)
  @Min(0)
  @IsInt()
  day: number;

  @ApiProperty({ type: String, nullable: true, example: '10:30' })
  @Nullable()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  start: string | null;

  @ApiProperty({ type: String, nullable: true, maxLength: 60 })
  @Text(60)
  place: string | null;
}

/** Says that an event takes place in a smaller form. */
export class ReductionRequest {
  @ApiProperty({ format: 'date-time', description: 'The beginning that was on the screen; another one in the meantime is 409 `event.postponed-meanwhile`' })
  @IsISO8601({ strict: true })
  startsAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'The `at` of the reduction that was on the screen, null: none; another one in the meantime is 409 `event.reduced-meanwhile`' })
  @Nullable()
  @IsISO8601({ strict: true })
  after: string | null;

  @ApiProperty({ enum: DECISION_CAUSES })
  @IsIn(DECISION_CAUSES)
  cause: DecisionCause;

  @ApiProperty({ maxLength: 1000, description: 'What is left out and why: in the letter and on the page' })
  @Text(1000, { required: true, code: 'event.reason-required' })
  reason: string;

  @ApiProperty({ type: [DroppedProgrammeItem], description: 'Items of the programme that are off; empty: the words say it' })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => DroppedProgrammeItem)
  dropped: DroppedProgrammeItem[];
}

/** In what smaller form an event takes place. */
export class EventReduction {
  @ApiProperty({ format: 'date-time', description: 'When it was decided' }) at: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: [DroppedProgrammeItem] }) dropped: DroppedProgrammeItem[];
}

/** What is proposed for the day of an event; a person decides. */
export class EventDayProposal {
  @ApiProperty({ enum: PROPOSED }) kind: (typeof PROPOSED)[number];
  @ApiProperty({ enum: PROPOSAL_RULES, description: 'The rule that fired' }) rule: (typeof PROPOSAL_RULES)[number];
  @ApiProperty({ type: [String], description: 'What stands, in the words of its source' }) because: string[];
}

export class EventDayProposals {
  @ApiProperty({ type: EventDayProposal, nullable: true, description: 'null: nothing stands that speaks of its day, or it can not be known' }) proposal: EventDayProposal | null;
}

/** As an answer tells it. */
export const toReduction = (said: Held | null): EventReduction | null => said && { at: said.at.toISOString(), reason: said.reason, dropped: said.dropped ?? [] };
