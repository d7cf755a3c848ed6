import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { ContestDivision, ContestRequest } from '../contest/contest.dto.js';
import { Plain } from '../event/event-fields.js';
import { StallCallRequest } from '../stall/stall.dto.js';

/** 出店の募集 of an event that is only begun: what {@link StallCallRequest} asks, but its last day is so many days before the event's. */
export class PlannedCall extends OmitType(StallCallRequest, ['opensOn', 'closesOn', 'closesBefore']) {
  @ApiProperty({ minimum: 1, maximum: 365, example: 21, description: 'Days from the last day to ask for a stall to the day of the event' })
  @Max(365)
  @Min(1)
  @IsInt()
  closesBefore: number;
}

/** 部 of an event that is only begun: its frames have no id yet. */
export class PlannedDivision extends OmitType(ContestDivision, ['frameId']) {
  @ApiProperty({ minimum: 0, maximum: 19, description: 'Which of the frames of the request, from 0' })
  @Max(19)
  @Min(0)
  @IsInt()
  frame: number;
}

/** A contest of an event that is only begun. */
export class PlannedContest extends OmitType(ContestRequest, ['divisions']) {
  @ApiProperty({ type: [PlannedDivision], description: 'In their order' })
  @IsArray()
  @ArrayMinSize(1, { context: { code: 'app.choose-one' } })
  @ArrayMaxSize(20)
  @ArrayUnique((division: PlannedDivision) => division.frame)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => PlannedDivision)
  divisions: PlannedDivision[];
}
