import { ApiProperty } from '@nestjs/swagger';
import { CONDITION_STATES, CONDITION_STEPS, type ConditionState, type ConditionStepKind } from '@yoriai/approvals';
import { EventFile } from './checklist.dto.js';

const CAN = { oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' };

/** What was said last about a condition. */
export class EventConditionWord {
  @ApiProperty({ enum: CONDITION_STEPS }) kind: ConditionStepKind;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @ApiProperty({ format: 'date-time' }) at: string;
}

/** Each word about a condition: `true`, or the code that says why not. */
export class EventConditionCan {
  @ApiProperty(CAN) report: true | string;
  @ApiProperty(CAN) confirm: true | string;
  @ApiProperty(CAN) sendBack: true | string;
  @ApiProperty(CAN) attach: true | string;
}

/** What the ward approved it on condition of. */
export class EventCondition {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date', description: 'A day in Japan' }) dueOn: string;
  @ApiProperty({ description: 'The event is not published before it is met' }) blocking: boolean;
  @ApiProperty({ enum: CONDITION_STATES }) state: ConditionState;
  @ApiProperty({ type: String, nullable: true, example: 'food', description: 'The procedure that it stands for' }) itemCode: string | null;
  @ApiProperty({ type: [EventFile], description: 'Oldest first' }) files: EventFile[];
  @ApiProperty({ type: EventConditionWord, nullable: true }) last: EventConditionWord | null;
  @ApiProperty({ type: EventConditionCan }) can: EventConditionCan;
}
