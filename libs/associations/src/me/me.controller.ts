import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access, CurrentSession, Joining, People, type SignedIn } from '@yoriai/identity';
import { Clock, Db, jstDate } from '@yoriai/platform';
import { CurrentActor } from '../actor/access.guard.js';
import { Actor, ROLES, type Role } from '../actor/actor.js';
import { OfficerTermRepository } from '../officer-term/officer-term.repository.js';
import { Organisations } from '../organisation/organisation.service.js';

export class MyTermAnswer {
  @ApiProperty({ format: 'uuid' })
  termId: string;

  @ApiProperty({ format: 'uuid' })
  organisationId: string;

  @ApiProperty()
  organisationName: string;

  @ApiProperty()
  organisationKind: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  areaId: string | null;

  @ApiProperty({ type: String, nullable: true })
  areaName: string | null;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'date' })
  endsOn: string;
}

export class MeAnswer {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  kana: string;

  @ApiProperty({ type: String, nullable: true })
  email: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: MyTermAnswer, isArray: true, description: 'Current officer terms: where my rights come from' })
  terms: MyTermAnswer[];

  @ApiProperty({ enum: ['officer', 'staff', 'approver', 'privacy-officer', 'admin'], isArray: true })
  levels: ('officer' | 'staff' | 'approver' | 'privacy-officer' | 'admin')[];

  @ApiProperty({ description: 'Records with my address that I may join to mine, see /api/me/joinings/candidates' })
  joiningOffers: number;

  @ApiProperty({ description: 'Whether any device of mine is known by whose lock I may sign in' })
  hasPasskey: boolean;
}

@ApiTags('associations')
@Controller('api/me')
@Access('signed-in')
export class MeController {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly joining: Joining,
    private readonly organisations: Organisations,
    private readonly terms: OfficerTermRepository,
  ) {}

  /** Who I am and what I am allowed to open. */
  @Get()
  @ApiOkResponse({ type: MeAnswer })
  me(@CurrentActor() actor: Actor, @CurrentSession() { hasPasskey }: SignedIn): Promise<MeAnswer> {
    return this.db.read(async (tx) => {
      const { name, kana, email, phone } = await this.people.byId(tx, actor.personId);
      const mine = await this.terms.currentOf(tx, actor.personId, jstDate(this.clock.now()));
      const organisations = await this.organisations.byIds(tx, mine.map((term) => term.organisationId));
      const terms = mine.flatMap((term) => {
        const organisation = organisations.get(term.organisationId);
        if (!organisation) return [];
        const { id, role, title, endsOn } = term;
        const { name: organisationName, kind: organisationKind, areaId, areaName } = organisation;
        return [{ termId: id, organisationId: organisation.id, organisationName, organisationKind, areaId, areaName, role, title, endsOn }];
      });
      const joiningOffers = (await this.joining.candidates(tx, actor.personId)).length;
      return { personId: actor.personId, name, kana, email, phone, terms, levels: levelsOf(actor), joiningOffers, hasPasskey };
    });
  }
}

function levelsOf(actor: Actor): MeAnswer['levels'] {
  const levels: MeAnswer['levels'] = [];
  if (actor.isOfficer()) levels.push('officer');
  if (actor.isStaff()) levels.push('staff');
  if (actor.isApprover()) levels.push('approver');
  if (actor.isPrivacyOfficer()) levels.push('privacy-officer');
  if (actor.isAdmin()) levels.push('admin');
  return levels;
}
