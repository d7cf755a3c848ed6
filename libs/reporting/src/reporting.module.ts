import { Module } from '@nestjs/common';
import { AssociationsModule } from '@yoriai/associations';
import { IdentityModule } from '@yoriai/identity';
import { HandoverRepository } from './handover/handover.repository.js';
import { Handovers } from './handover/handovers.service.js';
import { DutyFillRepository } from './participation/duty-fill.repository.js';
import { ParticipationRepository } from './participation/participation.repository.js';
import { Participation } from './participation/participation.service.js';

/** The services of the context. It has no tables of its own and hears no messages. */
@Module({
  imports: [IdentityModule, AssociationsModule],
  providers: [Participation, ParticipationRepository, DutyFillRepository, Handovers, HandoverRepository],
  exports: [Participation, Handovers],
})
export class ReportingModule {}
