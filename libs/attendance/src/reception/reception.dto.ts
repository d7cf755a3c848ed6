import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsDate, IsIn, IsInt, IsUUID, Matches, Max, Min } from 'class-validator';
import { Digits, Optional } from '@yoriai/platform';
import { SETTLEMENTS, SUBJECT_KINDS, type Answer, type Settlement, type SubjectKind } from './check-in.rules.js';

/** A headcount beyond this at one press is a slip of the finger. */
const MAX_HEADS = 1000;

/** An instant of this century with its offset. Anything else that JavaScript would take for a date (`true`, 1, +275760-09-13) is none. */
const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

class ActRequest {
  @ApiProperty({ description: 'Made by the client for this one act; the same act sent again gets the same answer', minLength: 8, maxLength: 64 })
  @Matches(/^[A-Za-z0-9_-]{8,64}$/)
  nonce: string;

  @ApiProperty({ format: 'date-time', required: false, description: "The device's clock at the act; now where absent" })
  @Optional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && INSTANT.test(value) ? new Date(value) : value))
  @IsDate()
  deviceTime?: Date;

  @ApiProperty({ enum: SUBJECT_KINDS, required: false, description: 'Needed without `ticket`' })
  @Optional()
  @IsIn(SUBJECT_KINDS)
  subjectKind?: SubjectKind;

  @ApiProperty({ format: 'uuid', required: false, description: 'Application or assignment; not for walk-ins' })
  @Optional()
  @IsUUID()
  subjectId?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: MAX_HEADS, description: 'Heads that came; the whole application where absent' })
  @Optional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(MAX_HEADS)
  heads?: number;
}

/** Somebody is there. Name them by `ticket` (the scanned code) or by `subjectKind` and `subjectId`. */
export class CheckInRequest extends ActRequest {
  @ApiProperty({ required: false, description: 'The token in the ticket link' })
  @Optional()
  @Matches(/^[A-Za-z0-9_-]{20,100}$/)
  ticket?: string;

  @ApiProperty({ required: false, default: false, description: 'Count it although the last answer was `review`' })
  @Optional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'on' ? true : value))
  @IsBoolean()
  anyway?: boolean;
}

/** A check-in was a mistake; for walk-ins, so many too many. */
export class CheckInUndoRequest extends ActRequest {}

/** The answer to one act; a repeat of the act gets the very same. */
export class CheckInAnswer {
  @ApiProperty() nonce: string;
  @ApiProperty({ enum: ['done', 'already', 'review'] }) answer: Answer;
  @ApiProperty({ format: 'date-time', description: 'When it counted; for `already`, when the first one did' }) at: string;
  @ApiProperty({ type: String, nullable: true, description: 'The code that says why a person has to look' }) reason: string | null;
  @ApiProperty({ enum: SUBJECT_KINDS }) subjectKind: SubjectKind;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) subjectId: string | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty() heads: number;
}

export class ReceptionCounts {
  @ApiProperty({ description: 'Heads of received applications' }) participants: number;
  @ApiProperty() volunteers: number;
  @ApiProperty() walkIns: number;
}

export class ReceptionCan {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' })
  checkIn: true | string;
}

/** Somebody who comes along. */
export class ReceptionCompanion {
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
}

/** One line of the list at the door. */
export class ReceptionPerson {
  @ApiProperty({ enum: ['application', 'assignment'] }) subjectKind: SubjectKind;
  @ApiProperty({ format: 'uuid' }) subjectId: string;
  @ApiProperty({ format: 'uuid' }) personId: string;
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty({ example: 'か', description: 'The row of the kana table to find the name under' }) kanaRow: string;
  @ApiProperty({ description: 'Heads that applied; 1 for a volunteer' }) heads: number;
  @ApiProperty({ type: String, nullable: true, description: 'The group that the person speaks for' }) groupName: string | null;
  @ApiProperty({ type: [ReceptionCompanion], description: 'Who comes along, by name; empty where only their number was asked for' }) companions: ReceptionCompanion[];
  @ApiProperty({ description: 'The others of a group that was parted: the person is not among the heads' }) withoutApplicant: boolean;
  @ApiProperty({ description: 'No guardian has said yes yet' }) consentMissing: boolean;
  @ApiProperty({ description: '写真不可: they said no to pictures, or nobody said yes' }) noPhotos: boolean;
  @ApiProperty({ example: 'KTRWAS' }) number: string;
  @ApiProperty({ type: [Number], description: 'Entry numbers in the contest of the event' }) entries: number[];
  @ApiProperty({ type: String, nullable: true, description: 'The duty of a volunteer' }) duty: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the duty of a volunteer begins' }) dutyStartsAt: string | null;
  @ApiProperty() present: boolean;
  @ApiProperty({ description: 'Heads that came' }) presentHeads: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) presentAt: string | null;
  @ApiProperty({ description: 'They received themselves, by the code at the entrance' }) bySelf: boolean;
}

/** 確認が必要: kept, and a person has to look at it. */
export class ReceptionReview {
  @ApiProperty() nonce: string;
  @ApiProperty({ enum: SUBJECT_KINDS }) subjectKind: SubjectKind;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) subjectId: string | null;
  @ApiProperty({ enum: ['in', 'undo'] }) act: 'in' | 'undo';
  @ApiProperty() heads: number;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true, description: 'Whom it is about; null for an unknown ticket, another event and walk-ins' }) name: string | null;
}

/** What a person decides about an unclear act. */
export class SettlementRequest {
  @ApiProperty({
    enum: SETTLEMENTS,
    description: '`keep`: who came counts, without a ticket of this event as a walk-in; a taking back stays without effect. `drop`: nothing comes of it',
  })
  @IsIn(SETTLEMENTS)
  verdict: Settlement;
}

export class SettlementAnswer {
  @ApiProperty() nonce: string;
  @ApiProperty({ enum: SETTLEMENTS }) verdict: Settlement;
}

/** The list at the door, in kana order. */
export class ReceptionList {
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null;
  @ApiProperty({ format: 'date', description: 'The day of the event, for the sentence of `can.checkIn`' }) day: string;
  @ApiProperty({ type: ReceptionCounts }) counts: ReceptionCounts;
  @ApiProperty({ description: 'Heads that are expected: confirmed applications' }) expectedParticipants: number;
  @ApiProperty({ description: 'Volunteers that are expected' }) expectedVolunteers: number;
  @ApiProperty({ type: [ReceptionPerson] }) people: ReceptionPerson[];
  @ApiProperty({ type: [ReceptionReview] }) reviews: ReceptionReview[];
  @ApiProperty({ type: ReceptionCan }) can: ReceptionCan;
}

/** A ticket in the hands of somebody who runs the event. */
export class TicketAtDoor {
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty({ format: 'uuid' }) applicationId: string;
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty() heads: number;
  @ApiProperty() present: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) presentAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The code that says why a person has to look before it counts' }) review: string | null;
  @ApiProperty({ format: 'date', description: 'The day of the event, for the sentence of `can.checkIn`' }) day: string;
  @ApiProperty({ type: ReceptionCan }) can: ReceptionCan;
}
