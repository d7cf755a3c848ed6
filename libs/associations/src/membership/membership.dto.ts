import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ContactWish } from '@yoriai/identity';
import { EmptyIsAbsent, Optional } from '@yoriai/platform';
import { IsString, Matches, MaxLength } from 'class-validator';
import { MEMBERSHIP_STATES, type MembershipState } from './membership.rules.js';

/** What people say who would like to join an association. */
export class MembershipWish extends ContactWish {
  @ApiProperty({ maxLength: 60, description: 'Slug of the association' })
  @MaxLength(60)
  @Matches(/^[a-z0-9-]+$/, { context: { code: 'membership.organisation-missing' } })
  organisation: string;

  @ApiPropertyOptional({ maxLength: 300 })
  @EmptyIsAbsent()
  @Optional()
  @IsString()
  @MaxLength(300)
  note?: string;
}

/** Who asks. */
export class MembershipContact {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: 'Digits only' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
}

/** A request to join, for those who lead the association. */
export class MembershipLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() organisationName: string;
  @ApiProperty({ type: MembershipContact, nullable: true, description: 'Null once it is forgotten' }) contact: MembershipContact | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ enum: MEMBERSHIP_STATES }) state: MembershipState;
  @ApiProperty({ type: String, nullable: true, description: 'Who got in touch' }) contactedBy: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'To say that somebody got in touch' }) canContact: true | string;
}

/** Those that wait first; of a year. */
export class MembershipList {
  @ApiProperty({ type: [MembershipLine] }) items: MembershipLine[];
}

/** A request that waits for the asker, without who it is. */
export class MembershipTask {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() organisationName: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

/** The oldest first. */
export class MembershipTaskList {
  @ApiProperty({ type: [MembershipTask] }) items: MembershipTask[];
}
