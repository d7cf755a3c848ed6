import { ApiProperty } from '@nestjs/swagger';
import { IsDateOnly, IsReason } from './officer-term.fields.js';
import { ROLES, type Actor, type Role } from '../actor/actor.js';
import { OrganisationAnswer, toOrganisationAnswer } from '../organisation/organisation.dto.js';
import { mayHandOver, type OrganisationFacts } from '../organisation/organisation.policy.js';
import type { OrganisationSummary } from '../organisation/organisation.service.js';
import type { OpenInvitation } from '../invitation/invitation.service.js';
import { invitableRoles, mayEndTerm, mayInvite, mayResetPasskeys } from './officer-term.policy.js';
import type { Officer } from './officer-term.service.js';

/** `true`, or the code that says why not. */
const WHY_NOT = { oneOf: [{ type: 'boolean', enum: [true] }, { type: 'string' }] };

export class OfficerCan {
  @ApiProperty(WHY_NOT)
  end: true | string;

  @ApiProperty({ ...WHY_NOT, description: 'Removing all devices they sign in by, when theirs are lost' })
  resetPasskeys: true | string;
}

export class OfficerAnswer {
  @ApiProperty({ format: 'uuid' })
  termId: string;

  @ApiProperty({ format: 'uuid' })
  organisationId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  kana: string;

  @ApiProperty({ type: String, nullable: true, description: 'Only for those who work with the officers; the read is logged' })
  email: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'date' })
  startsOn: string;

  @ApiProperty({ format: 'date', description: 'The last day with rights, until 23:59:59 JST' })
  endsOn: string;

  @ApiProperty({ enum: ['upcoming', 'current', 'past'] })
  state: 'upcoming' | 'current' | 'past';

  @ApiProperty({ type: OfficerCan })
  can: OfficerCan;
}

export class InvitationCan {
  @ApiProperty(WHY_NOT)
  withdraw: true | string;
}

export class InvitationAnswer {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  organisationId: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty()
  email: string;

  @ApiProperty({ format: 'date-time' })
  invitedAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ enum: ['open', 'expired'] })
  state: 'open' | 'expired';

  @ApiProperty({ type: InvitationCan })
  can: InvitationCan;
}

export class OfficersCan {
  @ApiProperty(WHY_NOT)
  invite: true | string;

  @ApiProperty({ ...WHY_NOT, description: 'Printing what the next officers have to know' })
  handOver: true | string;
}

/** The page `/app/org`: who holds which term, who is invited, and what I may do. */
export class OfficersAnswer {
  @ApiProperty({ type: OrganisationAnswer })
  organisation: OrganisationAnswer;

  @ApiProperty({ type: OfficerAnswer, isArray: true })
  officers: OfficerAnswer[];

  @ApiProperty({ type: InvitationAnswer, isArray: true })
  invitations: InvitationAnswer[];

  @ApiProperty({ enum: ROLES, isArray: true, description: 'Roles I may invite to, in falling rank' })
  inviteRoles: Role[];

  @ApiProperty({ type: OfficersCan })
  can: OfficersCan;
}

/** The page `/app/admin/people`: every officer of the ward with terms, without contact data. */
export class WardOfficersAnswer {
  @ApiProperty({ type: OrganisationAnswer, isArray: true })
  organisations: OrganisationAnswer[];

  @ApiProperty({ type: OfficerAnswer, isArray: true })
  officers: OfficerAnswer[];

  @ApiProperty({ type: InvitationAnswer, isArray: true })
  invitations: InvitationAnswer[];
}

export class TermEndingBody {
  @ApiProperty({ format: 'date', description: 'The last day of the term; yesterday ends it at once' })
  @IsDateOnly()
  endsOn: string;

  @ApiProperty({ maxLength: 500 })
  @IsReason()
  reason: string;
}

export class TermEndingAnswer {
  @ApiProperty({ format: 'date' })
  endsOn: string;
}

/** A device by whose lock somebody signs in; the key itself is told to nobody. */
export class LostDevice {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'As its owner calls it' }) name: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: never used' }) lastUsedAt: string | null;
}

/** The newest first. */
export class LostDeviceList {
  @ApiProperty({ type: [LostDevice] }) items: LostDevice[];
}

export class PasskeyResetAnswer {
  @ApiProperty({ description: 'Devices that were removed; 0 where there was none' })
  removed: number;
}

/** Why a login is stopped or opened again. */
export class StandingBody {
  @ApiProperty({ maxLength: 500 })
  @IsReason()
  reason: string;
}

export function toOfficerAnswer(officer: Officer, actor: Actor, organisation: OrganisationFacts, withContacts: boolean): OfficerAnswer {
  const { termId, organisationId, person, role, title, startsOn, endsOn, state } = officer;
  return {
    termId,
    organisationId,
    personId: person.id,
    name: person.name,
    kana: person.kana,
    email: withContacts ? person.email : null,
    phone: withContacts ? person.phone : null,
    role,
    title,
    startsOn,
    endsOn,
    state,
    can: { end: mayEndTerm(actor, organisation, { personId: person.id, role }), resetPasskeys: mayResetPasskeys(actor, person.id) },
  };
}

export function toInvitationAnswer(invitation: OpenInvitation, actor: Actor, organisation: OrganisationFacts): InvitationAnswer {
  const { invitedAt, expiresAt, ...rest } = invitation;
  const may = mayInvite(actor, organisation, invitation.role);
  return { ...rest, invitedAt: invitedAt.toISOString(), expiresAt: expiresAt.toISOString(), can: { withdraw: may } };
}

export function toOfficersAnswer(
  actor: Actor,
  organisation: OrganisationSummary,
  found: { officers: Officer[]; invitations: OpenInvitation[]; withContacts: boolean },
): OfficersAnswer {
  const inviteRoles = invitableRoles(actor, organisation);
  return {
    organisation: toOrganisationAnswer(organisation),
    officers: found.officers.map((officer) => toOfficerAnswer(officer, actor, organisation, found.withContacts)),
    invitations: found.invitations.map((invitation) => toInvitationAnswer(invitation, actor, organisation)),
    inviteRoles,
    can: { invite: inviteRoles.length > 0 ? true : 'invitation.role-not-allowed', handOver: mayHandOver(actor, organisation) },
  };
}
