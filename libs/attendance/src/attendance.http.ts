import { Module } from '@nestjs/common';
import { AttendanceModule } from './attendance.module.js';
import { StreakController } from './streak/streak.controller.js';
import { ReceptionController } from './reception/reception.controller.js';

/** What the api process loads. */
@Module({ imports: [AttendanceModule], controllers: [ReceptionController, StreakController] })
export class AttendanceHttpModule {}
