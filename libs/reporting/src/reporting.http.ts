import { Module } from '@nestjs/common';
import { ParticipationController } from './participation/participation.controller.js';
import { ReportingModule } from './reporting.module.js';

/** What the api process loads. */
@Module({ imports: [ReportingModule], controllers: [ParticipationController] })
export class ReportingHttpModule {}
