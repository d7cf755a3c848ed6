import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import type { DeliveryState, Purpose } from '@yoriai/notifications';

const STATES = ['due', 'sending', 'accepted', 'bounced', 'no-channel', 'opted-out', 'withdrawn'];
const PURPOSES = ['sign-in', 'invitation', 'confirmation', 'cancellation', 'notice', 'reminder'];

export class DeliveryQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Continue after this delivery' })
  @IsOptional()
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
}

export class CallSheet {
  @ApiProperty({ type: [CallLine], description: 'In kana order' }) items: CallLine[];
}
