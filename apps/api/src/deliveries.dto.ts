import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Optional } from '@yoriai/platform';
import { ArrayMaxSize, ArrayMinSize, IsUUID } from 'class-validator';
import { ACTIVITY_FIELDS, type ActivityField } from '@yoriai/events';
import type { DeliveryState, Purpose } from '@yoriai/notifications';

const STATES = ['due', 'sending', 'accepted', 'bounced', 'no-channel', 'opted-out', 'withdrawn'];
const PURPOSES = ['sign-in', 'invitation', 'confirmation', 'cancellation', 'notice', 'reminder'];

export class DeliveryQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Continue after this delivery' })
  @Optional()
  @IsUUID()
  after?: string;
}

/** One letter of an event to one person. */
export class DeliveryLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) personId: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'h•••@example.jp', description: 'Masked; null without an address' }) recipient: string | null;
  @ApiProperty({ example: 'reminder-d1' }) kind: string;
  @ApiProperty({ enum: PURPOSES }) purpose: Purpose;
  @ApiProperty({ enum: STATES }) status: DeliveryState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) scheduledFor: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The same for every try; null until the first' }) messageId: string | null;
  @ApiProperty() attempts: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acceptedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) lastError: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

/** How the letters of one kind and time stand: audience = accepted + callSheet + optedOut + waiting; the withdrawn are no longer of it. */
export class DeliveryBalance {
  @ApiProperty() kind: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) scheduledFor: string | null;
  @ApiProperty() audience: number;
  @ApiProperty() accepted: number;
  @ApiProperty() callSheet: number;
  @ApiProperty() optedOut: number;
  @ApiProperty() waiting: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'It is night: until then some of those that wait do not go' }) heldUntil: string | null;
  @ApiProperty() withdrawn: number;
}

export class DueReminderLine {
  @ApiProperty({ enum: ['d7', 'd1', 'day'] }) kind: string;
  @ApiProperty({ format: 'date-time' }) dueAt: string;
  @ApiProperty({ enum: ['due', 'expanded', 'withdrawn', 'skipped'] }) state: string;
}

export class DeliveryList {
  @ApiProperty({ type: [DeliveryLine], description: 'Oldest first, at most 500' }) items: DeliveryLine[];
  @ApiProperty({ type: [DeliveryBalance] }) balance: DeliveryBalance[];
  @ApiProperty({ type: [DueReminderLine], description: 'When reminders go, or went' }) reminders: DueReminderLine[];
  @ApiProperty({ description: 'People no letter reached whom nobody has telephoned yet' }) callsLeft: number;
}

/** When somebody was telephoned, and by whom. */
export class CallMade {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'The name of who called' }) by: string;
}

/** A person whom no letter reached. */
export class CallLine {
  @ApiProperty({ format: 'uuid' }) personId: string;
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ enum: ['no-channel', 'bounced'] }) why: 'no-channel' | 'bounced';
  @ApiProperty({ example: 'reminder-d1', description: 'The newest letter that did not arrive' }) kind: string;
  @ApiProperty({ description: 'What to say on the telephone' }) say: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The application that a place is offered to: what they answer is entered for it' }) offeredId: string | null;
  @ApiProperty({ type: [String], format: 'uuid', description: 'The applications about which they are asked whether they still come, since the event was put off' }) askedIds: string[];
  @ApiProperty({ type: [String], format: 'uuid', description: 'The letters that did not arrive; sent along when the call is made' }) letterIds: string[];
  @ApiProperty({ type: CallMade, nullable: true, description: 'Null while there is something to say' }) called: CallMade | null;
}

export class CallSheet {
  @ApiProperty({ type: [CallLine], description: 'In kana order' }) items: CallLine[];
}

/** A call that was made. */
export class CallRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId: string;

  @ApiProperty({ type: [String], format: 'uuid', description: 'What stood on the sheet: a letter that came since stays open' })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  letterIds: string[];
}

/** A call that was not made after all. */
export class CallUndoRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId: string;
}

/** How many people of an event are still to be telephoned. */
export class EventCalls {
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty({ enum: ACTIVITY_FIELDS, nullable: true }) field: ActivityField | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty() people: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until when the soonest offered place is kept of which one of them is to be told; null: none is' }) offeredUntil: string | null;
}

export class EventCallsList {
  @ApiProperty({ type: [EventCalls], description: 'Events ahead that I lead; those without anybody are missing' }) items: EventCalls[];
}

/** A duty that a change moves or takes away, with those who stand on it: their places are given back, and they are told. */
export class ChangeLeaving {
  @ApiProperty() duty: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty() people: number;
  @ApiProperty({ type: [String], description: 'For those who lead the event; else none' }) names: string[];
}

/** Everybody of an event. Who both comes and helps is one of `people`. */
export class EventAudience {
  @ApiProperty() people: number;
  @ApiProperty({ description: 'Who have a place or wait' }) applicants: number;
  @ApiProperty() volunteers: number;
  @ApiProperty() byMail: number;
  @ApiProperty({ description: 'Without a mail address: the host telephones' }) byPhone: number;
}

/** Whom it is told to that an event is called or put off. */
export class EverybodyOfEvent extends EventAudience {
  @ApiProperty({ description: 'Stalls that wait or are accepted; they are written to besides' }) stalls: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When letters to those who come would go, were it decided now; null: at once' }) comingAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The same of those who help or have a stall' }) helpingAt: string | null;
}

/** Whom a change is told to once it is approved. */
export class ChangeAudience extends EventAudience {
  @ApiProperty({ type: [ChangeLeaving], description: 'In the order of the day' }) leaving: ChangeLeaving[];
}
