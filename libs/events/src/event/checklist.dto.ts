import { ApiProperty } from '@nestjs/swagger';
import { CHECKLIST_GATES, CHECKLIST_STATES, CHECKLIST_WORDS, type ChecklistGate, type ChecklistState, type ChecklistWordKind } from '@yoriai/approvals';
import { FILE_KINDS, type FileKind } from '@yoriai/platform';

const CAN = { oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' };

/** A file that proves something; its content is at `/api/events/:id/files/:fileId`. */
export class EventFile {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: FILE_KINDS }) kind: FileKind;
  @ApiProperty({ description: 'Bytes' }) size: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'The actor added it or leads the event; others never throw it away' }) mayRemove: boolean;
}

/** What was said last about a procedure. */
export class EventChecklistWord {
  @ApiProperty({ enum: CHECKLIST_WORDS }) kind: ChecklistWordKind;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @ApiProperty({ format: 'date-time' }) at: string;
}

/** Each word about a procedure: `true`, or the code that says why not. */
export class EventChecklistCan {
  @ApiProperty(CAN) report: true | string;
  @ApiProperty(CAN) confirm: true | string;
  @ApiProperty(CAN) sendBack: true | string;
  @ApiProperty(CAN) waive: true | string;
  @ApiProperty(CAN) attach: true | string;
  @ApiProperty({ ...CAN, description: `${CAN.description}; of an event that is off: that whoever had agreed was told` }) withdraw: true | string;
}

/** A procedure that the event needs by its answers, or needed. */
export class EventChecklistItem {
  @ApiProperty({ example: 'food' }) code: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Where it is done' }) authority: string;
  @ApiProperty() how: string;
  @ApiProperty({ description: 'Business days before the day' }) leadDays: number;
  @ApiProperty({ description: 'The ward has not confirmed days and words yet (要確認)' }) toConfirm: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Of the office where it is done' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where its form is' }) formUrl: string | null;
  @ApiProperty({ enum: CHECKLIST_GATES, description: 'Before what it has to be settled' }) gate: ChecklistGate;
  @ApiProperty({ enum: ['ward', 'host'], description: 'host: its own look is enough' }) judgedBy: 'ward' | 'host';
  @ApiProperty({ description: 'Asked of every event, whatever its answers' }) always: boolean;
  @ApiProperty({ enum: CHECKLIST_STATES }) state: ChecklistState;
  @ApiProperty({ description: 'False: it is asked for no more, by the answers or by the ward' }) wanted: boolean;
  @ApiProperty({ description: 'The ward asks nobody for it any more' }) ended: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'A day in Japan; null while the event has none' }) dueOn: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The condition of the approval that it became' }) conditionId: string | null;
  @ApiProperty({ type: [EventFile], description: 'Oldest first' }) files: EventFile[];
  @ApiProperty({ type: EventChecklistWord, nullable: true }) last: EventChecklistWord | null;
  @ApiProperty({ type: EventChecklistCan }) can: EventChecklistCan;
}
