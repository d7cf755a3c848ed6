import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AgeOnTheDay, AnswersRequest, AnswersTold, FrameAsks } from '../asks/asks.dto.js';
import { PHOTOS_TOLD, type PhotosTold } from '../asks/photos.rules.js';
import { isBirthDate } from '../asks/ages.rules.js';
import { AmendedTold, EmailToConfirm, TicketToAmend } from '../amendment/amended.dto.js';
import { ConsentTold, GuardianFields } from '../consent/consent.dto.js';
import { IsKana, IsPersonName, IsPhone, IsPlainEmail, fieldRule } from '@yoriai/identity';
import { Digits, EmptyIsAbsent, Optional } from '@yoriai/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Plain, Text } from '../event/event-fields.js';
import { EVENT_STATES, type EventState } from '../event/event.rules.js';
import { APPLICATION_STATUSES, CHANNELS, type ApplicationStatus, type Channel, type Companion } from './application.entity.js';
import { WAIT_REASONS, type WaitReason } from './offer.rules.js';
import { HEAT_LIMITS, type HeatLimit } from '../weather/heat-limit.rules.js';
import { EventRainDate } from '../weather/rain-date.dto.js';
import type { RainDate } from '../weather/rain-date.rules.js';
import { NamesRemoved } from './applicant-contacts.dto.js';

const CAN = { oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' };

/** The longest name of a group, in letters. */
export const MOST_GROUP_NAME = 60;

/** A birth date in a form or in JSON, only where the host has a rule about ages. */
const Born = (): PropertyDecorator => applyDecorators(ApiPropertyOptional({ format: 'date', example: '2019-04-02', description: 'Only where the frame has a rule about ages' }), EmptyIsAbsent(), Optional(), fieldRule('born', 'application.born', isBirthDate));

/** Somebody who comes along, by name. */
export class CompanionFields {
  @ApiProperty({ maxLength: 100, example: '山田 太郎' })
  @IsPersonName()
  name: string;

  @ApiProperty({ maxLength: 100, example: 'やまだ たろう' })
  @IsKana()
  kana: string;

  @Born()
  born?: string;
}

/** Somebody who comes along, as the event's leaders see them. */
export class CompanionLine {
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty({ type: AgeOnTheDay, nullable: true, description: 'Where they were asked' }) age: AgeOnTheDay | null;
}

/** Who wants how many places. Phone or mail: at least one of them. */
export class ApplyRequest extends AnswersRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  frameId: string;

  @ApiProperty({ maxLength: 100, example: '山田 はな子' })
  @IsPersonName()
  name: string;

  @ApiProperty({ maxLength: 100, example: 'やまだ はなこ' })
  @IsKana()
  kana: string;

  @Born()
  born?: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: MOST_GROUP_NAME, example: '江戸堀こども将棋クラブ', description: 'Only where the frame is for groups, and there it is needed' })
  @Text(MOST_GROUP_NAME)
  groupName?: string | null;

  @ApiPropertyOptional({ maxLength: 40, example: '090-0000-1234' })
  @EmptyIsAbsent()
  @Optional()
  @IsPhone()
  phone?: string;

  @ApiPropertyOptional({ maxLength: 254, example: 'hanako@example.jp' })
  @EmptyIsAbsent()
  @Optional()
  @IsPlainEmail()
  email?: string;

  @ApiProperty({ minimum: 1, maximum: 100, description: 'People, the applicant included' })
  @Digits()
  @Max(100)
  @Min(1)
  @IsInt()
  heads: number;

  @ApiPropertyOptional({ type: [CompanionFields], maxItems: 100, description: 'Each who comes along, where the frame asks for names; nobody elsewhere' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => CompanionFields)
  companions?: CompanionFields[];

  @ApiPropertyOptional({ type: GuardianFields, description: 'Who is applying, where the host asks for a guardian’s consent' })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => GuardianFields)
  guardian?: GuardianFields;

  @ApiPropertyOptional({ type: Boolean, description: 'Where the host asks: pictures of those who come may be shown. Of a child who applies alone the guardian says it' })
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value === 'yes' ? true : value === 'no' ? false : value))
  @Optional()
  @IsBoolean()
  photos?: boolean;

  @ApiPropertyOptional({ default: false, description: '一部だけでもよい: as many as fit, in the order given; the others wait' })
  @Optional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'on' ? true : value))
  @IsBoolean()
  partIsFine?: boolean;

  @ApiPropertyOptional({ type: String, maxLength: 60, description: 'Of an event for invited people: the token at the end of its address, after `~`' })
  @Optional()
  @IsString()
  @MaxLength(60)
  invitation?: string;
}

/** The same, entered by a leader for somebody who phoned, came by or wrote. */
export class ProxyApplyRequest extends ApplyRequest {
  @ApiProperty({ enum: ['phone', 'desk', 'paper'] })
  @IsIn(['phone', 'desk', 'paper'])
  channel: 'phone' | 'desk' | 'paper';
}

/** Those of a group who wait, when the others have places. */
export class WaitingRest {
  @ApiProperty({ example: 'B29-4K7' }) number: string;
  @ApiProperty() heads: number;
  @ApiProperty() waitlistPosition: number;
  @ApiProperty() ticketUrl: string;
}

/**
 * What the applicant gets. `received` is the answer to somebody whose name and contact have an active
 * application already: nothing is told here, the ticket goes to that contact once more.
 */
export class ApplicationAnswer {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) id: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'B29-4K7' }) number: string | null;
  @ApiProperty({ enum: ['confirmed', 'guardian_pending', 'waitlisted', 'applied', 'received'], description: '`applied`: lots will be drawn, or the host chooses; `guardian_pending`: a guardian has to say yes' })
  status: 'confirmed' | 'guardian_pending' | 'waitlisted' | 'applied' | 'received';
  @ApiProperty({ type: Number, nullable: true }) waitlistPosition: number | null;
  @ApiProperty({ type: String, nullable: true }) ticketUrl: string | null;
  @ApiProperty({ type: WaitingRest, nullable: true, description: 'Where a part was fine and not all have places' }) rest: WaitingRest | null;
}

/** Where the ticket was lost: a phone number or a mail address. */
export class ResendRequest {
  @ApiProperty({ maxLength: 254 })
  @IsString()
  @MaxLength(254)
  contact: string;
}

/** The same whether there was anything to send or not. */
export class ResendAnswer {
  @ApiProperty({ enum: ['received'] }) status: 'received';
}

/** Why a host cancels somebody's application. */
export class CancelApplicationRequest {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @Text(500)
  reason?: string | null;
}

export class ApplicationCan {
  @ApiProperty({ ...CAN, description: 'To be given a place, one in the queue, or none, where the host chooses' }) answer: true | string;
  @ApiProperty({ ...CAN, description: 'To be changed for who telephones' }) amend: true | string;
  @ApiProperty(CAN) promote: true | string;
  @ApiProperty(CAN) cancel: true | string;
}

/** An application as the event's leaders see it. */
export class ApplicationLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty({ format: 'uuid' }) frameId: string;
  @ApiProperty() frameName: string;
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty({ type: String, nullable: true, example: '•••4649', description: 'Partly hidden' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'ha•••@example.jp', description: 'Partly hidden' }) email: string | null;
  @ApiProperty() heads: number;
  @ApiProperty({ type: AgeOnTheDay, nullable: true, description: 'Where they were asked' }) age: AgeOnTheDay | null;
  @ApiProperty({ type: String, nullable: true, description: 'The group that the applicant speaks for, where the frame is for groups' }) groupName: string | null;
  @ApiProperty({ type: [CompanionLine], description: 'Who comes along, by name; empty where only their number was asked for' }) companions: CompanionLine[];
  @ApiProperty({ type: AnswersTold, nullable: true, description: 'What they answered to the host' }) said: AnswersTold | null;
  @ApiProperty({ type: ConsentTold, nullable: true, description: 'Where a guardian has to say yes' }) guardian: ConsentTold | null;
  @ApiProperty({ enum: PHOTOS_TOLD, nullable: true, description: 'May pictures be shown? null: nobody asks; `unanswered` counts as no' }) photos: PhotosTold | null;
  @ApiProperty({ description: '一部だけでもよい' }) partIsFine: boolean;
  @ApiProperty({ type: [Number], description: 'Entry numbers in the contest of the event' }) entries: number[];
  @ApiProperty({ description: 'The others of a group that was parted: the applicant is not among the heads' }) withoutApplicant: boolean;
  @ApiProperty({ enum: APPLICATION_STATUSES }) status: ApplicationStatus;
  @ApiProperty({ enum: APPLICATION_STATUSES, nullable: true, description: 'How it stood when the event was called off, and ended with it; else null' }) stood: ApplicationStatus | null;
  @ApiProperty({ type: Number, nullable: true }) waitlistPosition: number | null;
  @ApiProperty({ enum: WAIT_REASONS, nullable: true, description: 'Why they still wait, as their ticket says it' }) waitReason: WaitReason | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until when a place is kept for them' }) offerEndsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until when the host’s answer can be taken back; then it is told' }) undoUntil: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the host said to them' }) hostWords: string | null;
  @ApiProperty({ enum: CHANNELS }) channel: Channel;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ description: 'Stands for the application as it is told here; a change sends it along' }) read: string;
  @ApiProperty({ type: [AmendedTold], description: 'Each change of it, the latest first' }) amended: AmendedTold[];
  @ApiProperty({ type: ApplicationCan }) can: ApplicationCan;
}

export class ApplicationList {
  @ApiProperty({ type: NamesRemoved, nullable: true, description: 'A fiscal year after the event nobody is named any more, and nobody listed; null until then' }) namesRemoved: NamesRemoved | null;
  @ApiProperty({ type: [ApplicationLine], description: 'In kana order; those who wait in their order, after the confirmed; last those who were declined and those whose offer ran out. Of an event that was called off: those who had applied until then' })
  items: ApplicationLine[];
}

export class TicketEvent {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null where its page is for invited people and the application ended' }) slug: string | null;
  @ApiProperty({ enum: EVENT_STATES }) state: EventState;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The series it is a date of' }) seriesId: string | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'How the title is read' }) kana: string | null;
  @ApiProperty({ type: String, nullable: true }) placeName: string | null;
  @ApiProperty({ type: String, nullable: true }) placeAddress: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null;
  @ApiProperty({ type: String, nullable: true }) bringText: string | null;
  @ApiProperty({ type: String, nullable: true }) rainPolicy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) rainDecisionAt: string | null;
  @ApiProperty({ type: EventRainDate, nullable: true }) rainDate: RainDate | null;
  @ApiProperty({ enum: HEAT_LIMITS, nullable: true }) heatLimit: HeatLimit | null;
  @ApiProperty() organisationName: string;
  @ApiProperty({ type: String, nullable: true }) contactName: string | null;
  @ApiProperty({ type: String, nullable: true }) contactPhone: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it does not take place' }) cancellationReason: string | null;
}

export class TicketCan {
  @ApiProperty({ ...CAN, description: 'To change who comes, or how they are reached' }) amend: true | string;
  @ApiProperty(CAN) answer: true | string;
  @ApiProperty(CAN) accept: true | string;
  @ApiProperty(CAN) cancel: true | string;
}

/** A ticket, as its holder sees it. */
export class TicketAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty({ enum: APPLICATION_STATUSES }) status: ApplicationStatus;
  @ApiProperty({ type: Number, nullable: true }) waitlistPosition: number | null;
  @ApiProperty({ enum: WAIT_REASONS, nullable: true, description: 'Why they still wait' }) waitReason: WaitReason | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Free places that only their own group is too large for' }) freeForFewer: number | null;
  @ApiProperty({ description: 'It ended before it ever was a place' }) leftQueue: boolean;
  @ApiProperty({ description: 'Its holder gave it up while they waited' }) stoppedWaiting: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until when a place is kept for them' }) offerEndsAt: string | null;
  @ApiProperty() heads: number;
  @ApiProperty({ type: String, nullable: true, description: 'The group that the holder speaks for, where the frame is for groups' }) groupName: string | null;
  @ApiProperty({ type: [CompanionFields], description: 'Who comes along, by name' }) companions: Companion[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When lots are drawn, while they are not' }) drawsAt: string | null;
  @ApiProperty({ description: 'The host says who gets a place' }) chosen: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'By which day they are answered' }) answersBy: string | null;
  @ApiProperty({ description: 'The event began and the host had said nothing' }) unanswered: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'What the host says to who was not chosen' }) hostWords: string | null;
  @ApiProperty({ description: 'The others of a group that was parted: the holder is not among the heads' }) withoutApplicant: boolean;
  @ApiProperty({ type: [String], description: 'Tickets of the others of the same group; on the first ticket alone, for whoever was handed another must not cancel it' }) partUrls: string[];
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty() frameName: string;
  @ApiProperty({ type: FrameAsks, description: 'What the host asks' }) asks: FrameAsks;
  @ApiProperty({ type: AnswersTold, nullable: true, description: 'What its holder answered' }) said: AnswersTold | null;
  @ApiProperty({ enum: PHOTOS_TOLD, nullable: true, description: 'May pictures be shown? null: nobody asks' }) photos: PhotosTold | null;
  @ApiProperty({ description: 'The holder can say something else about pictures now' }) photosOpen: boolean;
  @ApiProperty({ type: ConsentTold, nullable: true, description: 'Where a guardian has to say yes' }) guardian: ConsentTold | null;
  @ApiProperty({ enum: ['consent-refused', 'no-consent'], nullable: true, description: 'It ended because a guardian said no, or nothing' }) endedBy: 'consent-refused' | 'no-consent' | null;
  @ApiProperty() ticketUrl: string;
  @ApiProperty({ type: [Number], description: 'Entry numbers in the contest of the event' }) entries: number[];
  @ApiProperty({ description: 'Whether their names may be shown with a prize' }) entriesNamed: boolean;
  @ApiProperty({ type: TicketToAmend, nullable: true, description: 'What a change needs, where one is possible' }) amend: TicketToAmend | null;
  @ApiProperty({ type: AmendedTold, nullable: true, description: 'How it was changed last' }) amended: AmendedTold | null;
  @ApiProperty({ type: EmailToConfirm, nullable: true, description: 'A new address that has not confirmed yet' }) emailAsked: EmailToConfirm | null;
  @ApiProperty({ type: TicketEvent }) event: TicketEvent;
  @ApiProperty({ type: TicketCan }) can: TicketCan;
}
