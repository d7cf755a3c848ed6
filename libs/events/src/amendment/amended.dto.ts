import { ApiProperty } from '@nestjs/swagger';

/** What can become another, as it is told. */
export const AMENDED = ['heads', 'name', 'groupName', 'companions', 'phone', 'email'] as const;

/** A change of an application, as far as it is remembered. */
export class AmendedTold {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: ['ticket', 'host'] }) by: 'ticket' | 'host';
  @ApiProperty() headsBefore: number;
  @ApiProperty() headsAfter: number;
  @ApiProperty({ enum: AMENDED, isArray: true }) what: (typeof AMENDED)[number][];
}

/** What the holder of a ticket needs to change it. */
export class TicketToAmend {
  @ApiProperty({ description: 'The largest group that one application may bring, less the others of a group that was parted' }) most: number;
  @ApiProperty({ enum: ['number', 'names'] }) companions: 'number' | 'names';
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'May the group become another? true, or the refusal code that says why not' }) group: true | string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'May there be more?' }) more: true | string;
  @ApiProperty({ description: 'Who is added has to be 18 or older, and birth dates are not asked' }) adults: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Enough of it to see a slip of the finger' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty({ description: 'Stands for the application as it is told here; a change sends it along' }) read: string;
}

/** A new address that was asked and has not answered. */
export class EmailToConfirm {
  @ApiProperty({ description: 'A part of it' }) email: string;
  @ApiProperty({ format: 'date-time' }) until: string;
}
