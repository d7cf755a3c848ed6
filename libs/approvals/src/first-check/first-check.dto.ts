import { ApiProperty } from '@nestjs/swagger';
import { Nullable } from '@yoriai/platform';
import { ArrayMaxSize, IsArray, IsInt, Matches, Max, Min } from 'class-validator';
import { CaseLine } from '../approval-case/approval-case.dto.js';
import { BUSINESS_DAYS_TO_CHECK } from './first-check.rules.js';

/** By what a council looks first. */
export class FirstCheckRuleRequest {
  @ApiProperty({ type: [String], nullable: true, example: ['festival'], description: 'Of these kinds alone; null: of all' })
  @Nullable()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z-]{1,40}$/, { each: true })
  kinds: string[] | null;

  @ApiProperty({ minimum: 1, maximum: 20, example: BUSINESS_DAYS_TO_CHECK, description: 'Business days in which it answers' })
  @Max(20)
  @Min(1)
  @IsInt()
  businessDays: number;
}

/** A council of the ward, and whether it looks first. */
export class FirstCheckCouncil {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() areaName: string;
  @ApiProperty({ type: FirstCheckRuleRequest, nullable: true, description: 'null: what its bodies hand in goes to the ward at once' }) rule: FirstCheckRuleRequest | null;
}

export class FirstCheckCouncils {
  @ApiProperty({ type: [FirstCheckCouncil] }) items: FirstCheckCouncil[];
}

/** What waits for the councils that somebody leads. */
export class FirstCheckDeskPage {
  @ApiProperty({ type: [CaseLine], description: 'Soonest due first, 100 at most' }) items: CaseLine[];
}
