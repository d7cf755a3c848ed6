import { Module } from '@nestjs/common';
import { AssignmentSubscriber } from './assignment/assignment.subscriber.js';
import { RostersModule } from './rosters.module.js';
import { ShiftSubscriber } from './shift/shift.subscriber.js';

/** What the worker process loads. */
@Module({ imports: [RostersModule], providers: [ShiftSubscriber, AssignmentSubscriber], exports: [RostersModule] })
export class RostersWorkerModule {}
