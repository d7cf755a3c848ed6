import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '@yoriai/identity';
import { Db } from '@yoriai/platform';
import { CurrentActor } from '../actor/access.guard.js';
import { Actor } from '../actor/actor.js';
import { OrganisationAnswer, toOrganisationAnswer } from './organisation.dto.js';
import { Organisations } from './organisation.service.js';

@ApiTags('associations')
@Controller('api/organisations')
@Access('officer')
export class OrganisationController {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
  ) {}

  /** The organisations I hold a term in; the ward office sees all. */
  @Get()
  @ApiOkResponse({ type: OrganisationAnswer, isArray: true })
  async list(@CurrentActor() actor: Actor): Promise<OrganisationAnswer[]> {
    const organisations = await this.db.read((tx) => this.organisations.visibleTo(tx, actor));
    return organisations.map(toOrganisationAnswer);
  }

  @Get(':id')
  @ApiOkResponse({ type: OrganisationAnswer })
  async one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OrganisationAnswer> {
    return toOrganisationAnswer(await this.db.read((tx) => this.organisations.seenBy(tx, actor, id)));
  }
}
