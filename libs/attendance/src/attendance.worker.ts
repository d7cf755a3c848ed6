import { Module } from '@nestjs/common';
import { AttendanceModule } from './attendance.module.js';
import { ReceptionSubscriber } from './reception/reception.subscriber.js';

/** What the worker process loads. */
@Module({ imports: [AttendanceModule], providers: [ReceptionSubscriber] })
export class AttendanceWorkerModule {}
