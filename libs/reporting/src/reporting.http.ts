import { Module } from '@nestjs/common';
import { EventsModule } from '@yoriai/events';
import { LinkUsesController } from './link-use/link-uses.controller.js';
import { ParticipationController } from './participation/participation.controller.js';
import { ReportingModule } from './reporting.module.js';

/** What the api process loads. */
@Module({ imports: [ReportingModule, EventsModule], controllers: [ParticipationController, LinkUsesController] })
export class ReportingHttpModule {}
