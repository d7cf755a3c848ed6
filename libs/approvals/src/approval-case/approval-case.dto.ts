import { ApiProperty, OmitType } from '@nestjs/swagger';
import { CASE_STATUSES, type CaseStatus } from './approval-case.entity.js';
import { CONDITION_STATES, CONDITION_STEPS, type ConditionState, type ConditionStepKind } from '../condition/condition.rules.js';
import { DECISION_KINDS, type DecisionKind } from './decision.entity.js';
import { FIRST_CHECK_OUTCOMES, type FirstCheckOutcome } from '../first-check/first-check.rules.js';

export const DESK_PAGE_SIZE = 50;

export class NamedOrganisation {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) areaName: string | null;
}

export class NamedPerson {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class CaseCan {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' })
  decide: true | string;
}

/** The same of one case. */
export class CaseDetailCan extends CaseCan {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'As a community centre: true, or the refusal code that says why not' })
  comment: true | string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'Say that what community centres said was read: true, or the refusal code that says why not' })
  readComments: true | string;
}

/** The look of the area's council, before the ward decides. */
export class CaseCheck {
  @ApiProperty() councilName: string;
  @ApiProperty({ format: 'date', description: 'A day in Japan; over it, the case goes on to the ward' }) dueOn: string;
  @ApiProperty({ enum: FIRST_CHECK_OUTCOMES, nullable: true, description: 'null: it waits for the council; confirmed by it, returned by it, forwarded by the ward, passed over after its last day, ended with the case, skipped for want of days' })
  outcome: FirstCheckOutcome | null;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @ApiProperty({ type: NamedPerson, nullable: true }) by: NamedPerson | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at: string | null;
}

/** One line of the desk. */
export class CaseLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'event' }) subjectKind: string;
  @ApiProperty({ format: 'uuid' }) subjectId: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true, description: 'How the title is read' }) kana: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of what the subject is, for its picture' }) field: string | null;
  @ApiProperty({ type: NamedOrganisation }) organisation: NamedOrganisation;
  @ApiProperty({ enum: CASE_STATUSES }) status: CaseStatus;
  @ApiProperty({ description: 'How often it was handed in' }) revision: number;
  @ApiProperty({ description: 'A change of what stands approved already' }) isChange: boolean;
  @ApiProperty({ type: String, nullable: true, example: 'notification-only', description: 'The rule that approved what stands; null where people did, or nothing is approved' })
  rule: string | null;
  @ApiProperty({ type: NamedPerson }) submittedBy: NamedPerson;
  @ApiProperty({ format: 'date-time' }) submittedAt: string;
  @ApiProperty({ format: 'date', description: 'A day in Japan' }) dueOn: string;
  @ApiProperty({ description: 'Business days until dueOn; negative when overdue' }) businessDaysLeft: number;
  @ApiProperty({ type: CaseCheck, nullable: true, description: 'Of the newest revision; null where no council was asked' }) check: CaseCheck | null;
  @ApiProperty({ description: 'How often community centres said something about the newest revision' }) comments: number;
  @ApiProperty({ type: CaseCan }) can: CaseCan;
}

export class DeskPage {
  @ApiProperty({ type: [CaseLine] }) items: CaseLine[];
  @ApiProperty() total: number;
  @ApiProperty() page: number;
  @ApiProperty() pageSize: number;
}

export class CaseRevision {
  @ApiProperty() number: number;
  @ApiProperty({ type: NamedPerson }) submittedBy: NamedPerson;
  @ApiProperty({ format: 'date-time' }) submittedAt: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What was handed in' })
  snapshot: Record<string, unknown>;
}

/** A word of the ward about one field. */
export class CaseRemark {
  @ApiProperty({ example: 'placeName', description: 'A path in the snapshot' }) field: string;
  @ApiProperty() text: string;
}

/** In whose place a decision was made (代決), and why. */
export class CaseDeputy {
  @ApiProperty({ type: NamedPerson }) inPlaceOf: NamedPerson;
  @ApiProperty() reason: string;
}

/** In whose place the reader may decide, and from when. */
export class CaseDeputyChoices {
  @ApiProperty({ format: 'date', description: 'A day in Japan: the fifth business day with the ward' }) from: string;
  @ApiProperty({ type: [NamedPerson], description: 'Empty before that day' }) people: NamedPerson[];
}

export class CaseDecision {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() revision: number;
  @ApiProperty({ enum: DECISION_KINDS }) kind: DecisionKind;
  @ApiProperty({ type: String, nullable: true }) comment: string | null;
  @ApiProperty({ type: [CaseRemark] }) remarks: CaseRemark[];
  @ApiProperty({ type: NamedPerson, nullable: true, description: 'null: the rule did' }) decidedBy: NamedPerson | null;
  @ApiProperty({ type: String, nullable: true, example: 'notification-only', description: 'The rule that approved it; null where a person decided' })
  rule: string | null;
  @ApiProperty({ type: () => CaseDeputy, nullable: true, description: 'null: by whoever decided in their own place' }) deputy: CaseDeputy | null;
  @ApiProperty({ format: 'date-time' }) decidedAt: string;
}

/** What was said about a condition. */
export class CaseConditionStep {
  @ApiProperty({ enum: CONDITION_STEPS }) kind: ConditionStepKind;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @ApiProperty({ type: NamedPerson }) by: NamedPerson;
  @ApiProperty({ format: 'date-time' }) at: string;
}

/** What an approval asked for until a day. */
export class CaseCondition {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) decisionId: string;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date', description: 'A day in Japan' }) dueOn: string;
  @ApiProperty({ description: 'Nothing is published before it is met' }) blocking: boolean;
  @ApiProperty({ enum: CONDITION_STATES }) state: ConditionState;
  @ApiProperty({ type: [CaseConditionStep], description: 'Oldest first' }) steps: CaseConditionStep[];
}

export class DeskConditionCan {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' })
  confirm: true | string;
}

/** A condition that the ward has to look at. */
export class DeskCondition {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty({ example: 'event' }) subjectKind: string;
  @ApiProperty({ format: 'uuid' }) subjectId: string;
  @ApiProperty({ description: 'Of what was approved' }) title: string;
  @ApiProperty({ type: String, nullable: true, description: 'How the title is read' }) kana: string | null;
  @ApiProperty({ type: NamedOrganisation }) organisation: NamedOrganisation;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date', description: 'A day in Japan' }) dueOn: string;
  @ApiProperty({ description: 'Nothing is published before it is met' }) blocking: boolean;
  @ApiProperty({ enum: CONDITION_STATES, description: 'open: its day is over; reported: to be confirmed' }) state: ConditionState;
  @ApiProperty({ type: DeskConditionCan }) can: DeskConditionCan;
}

export class DeskConditions {
  @ApiProperty({ type: [DeskCondition], description: 'Reported as met, or open after their day; soonest due first, 100 at most' }) items: DeskCondition[];
}

/** What a community centre said, which decides nothing. */
export class CaseComment {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() revision: number;
  @ApiProperty() centreName: string;
  @ApiProperty() words: string;
  @ApiProperty({ type: NamedPerson }) by: NamedPerson;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the host said that it has read it' }) readAt: string | null;
}

export class CaseChange {
  @ApiProperty({ example: 'placeName' }) field: string;
  @ApiProperty({ description: 'null when there was nothing', nullable: true, type: 'object', additionalProperties: true }) before: unknown;
  @ApiProperty({ description: 'null when it was taken away', nullable: true, type: 'object', additionalProperties: true }) after: unknown;
}

/** A case with everything that was handed in and decided, newest first. */
export class CaseDetail extends OmitType(CaseLine, ['can', 'comments']) {
  @ApiProperty({ type: CaseDetailCan }) can: CaseDetailCan;
  @ApiProperty({ type: CaseDeputyChoices, nullable: true, description: 'null: not for the reader to decide' }) deputies: CaseDeputyChoices | null;
  @ApiProperty({ type: [CaseComment], description: 'Newest first' }) comments: CaseComment[];
  @ApiProperty({ type: Number, nullable: true, description: 'What stands approved' }) approvedRevision: number | null;
  @ApiProperty({ type: [CaseRevision] }) revisions: CaseRevision[];
  @ApiProperty({ type: [CaseDecision] }) decisions: CaseDecision[];
  @ApiProperty({ type: [CaseCondition], description: 'Soonest due first' }) conditions: CaseCondition[];
  @ApiProperty({ type: Number, nullable: true, description: 'The revision that the ward decided on before the newest; null for the first' })
  comparedWith: number | null;
  @ApiProperty({ type: [CaseChange], description: 'Between that revision and the newest; empty when there is none' }) changes: CaseChange[];
}
