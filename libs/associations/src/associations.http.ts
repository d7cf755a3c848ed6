import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { IdentityModule } from '@yoriai/identity';
import { AccessGuard } from './actor/access.guard.js';
import { AreaController } from './area/area.controller.js';
import { AssociationsModule } from './associations.module.js';
import { InvitationController } from './invitation/invitation.controller.js';
import { MembershipController } from './membership/membership.controller.js';
import { MeController } from './me/me.controller.js';
import { OfficerTermController } from './officer-term/officer-term.controller.js';
import { WardOfficersController } from './officer-term/ward-officers.controller.js';
import { OrganisationController } from './organisation/organisation.controller.js';

/** The routes of associations, and the guard before every route of the process. */
@Module({
  imports: [AssociationsModule, IdentityModule],
  controllers: [AreaController, InvitationController, MeController, MembershipController, OfficerTermController, OrganisationController, WardOfficersController],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
})
export class AssociationsHttpModule {}
