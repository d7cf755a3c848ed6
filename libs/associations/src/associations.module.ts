import { Module } from '@nestjs/common';
import { IdentityModule } from '@yoriai/identity';
import { ActorLoader } from './actor/actor-loader.js';
import { Areas } from './area/area.service.js';
import { InvitationAcceptance } from './invitation/invitation-acceptance.service.js';
import { InvitationRepository } from './invitation/invitation.repository.js';
import { Invitations } from './invitation/invitation.service.js';
import { MembershipAsking } from './membership/membership-asking.service.js';
import { MembershipRepository } from './membership/membership.repository.js';
import { Memberships } from './membership/memberships.service.js';
import { LastAdmin } from './officer-term/last-admin.service.js';
import { OfficerTermRepository } from './officer-term/officer-term.repository.js';
import { Officers } from './officer-term/officer-term.service.js';
import { Suspensions } from './officer-term/suspension.service.js';
import { TermEndings } from './officer-term/term-ending.service.js';
import { LostDevices } from './operator/lost-devices.service.js';
import { Operator } from './operator/operator.service.js';
import { Organisations } from './organisation/organisation.service.js';
import { RetentionTermRepository } from './retention/retention-term.repository.js';
import { RetentionTerms } from './retention/retention-terms.service.js';

const DOORS = [ActorLoader, Areas, InvitationAcceptance, Invitations, Officers, LostDevices, MembershipAsking, Memberships, Operator, Organisations, RetentionTerms, Suspensions, TermEndings];

/** Areas, organisations, officer terms and who is asking, for every process. */
@Module({
  imports: [IdentityModule],
  providers: [...DOORS, InvitationRepository, LastAdmin, MembershipRepository, OfficerTermRepository, RetentionTermRepository],
  exports: [...DOORS, OfficerTermRepository],
})
export class AssociationsModule {}
