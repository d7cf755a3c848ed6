import { Module, type DynamicModule } from '@nestjs/common';
import { AssociationsModule, AssociationsWorkerModule } from '@yoriai/associations';
import { AttendanceWorkerModule } from '@yoriai/attendance';
import { ApprovalsModule } from '@yoriai/approvals';
import { EventsWorkerModule } from '@yoriai/events';
import { IdentityWorkerModule } from '@yoriai/identity';
import { NotificationsWorkerModule } from '@yoriai/notifications';
import { PlatformModule, type Clock, type Config } from '@yoriai/platform';
import { RemindersWorkerModule } from '@yoriai/reminders';
import { RostersWorkerModule } from '@yoriai/rosters';
import { LettersModule } from './letters/letters.module.js';
import { MessageWorker } from './queue/message-worker.js';
import { RelayEar } from './queue/relay-ear.js';
import { Slices } from './queue/slices.js';
import { SCHEDULED } from './schedule.js';
import { Timetable } from './timetable.js';

/** Everything that happens behind the requests: messages, letters, timed work. Loads no controller. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, clock),
        IdentityWorkerModule,
        AssociationsModule,
        AssociationsWorkerModule,
        ApprovalsModule,
        EventsWorkerModule,
        RostersWorkerModule,
        AttendanceWorkerModule,
        RemindersWorkerModule,
        NotificationsWorkerModule,
        LettersModule,
      ],
      providers: [Timetable, MessageWorker, RelayEar, Slices, ...SCHEDULED],
    };
  }
}
