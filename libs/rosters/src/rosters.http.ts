import { Module } from '@nestjs/common';
import { AssignmentController } from './assignment/assignment.controller.js';
import { RostersModule } from './rosters.module.js';
import { ShiftController } from './shift/shift.controller.js';

/** What the api process loads. */
@Module({ imports: [RostersModule], controllers: [ShiftController, AssignmentController] })
export class RostersHttpModule {}
