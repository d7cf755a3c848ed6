import { Module, type DynamicModule } from '@nestjs/common';
import { ApprovalsModule } from '@yoriai/approvals';
import { AssociationsWorkerModule } from '@yoriai/associations';
import { AttendanceWorkerModule } from '@yoriai/attendance';
import { EventsWorkerModule } from '@yoriai/events';
import { IdentityWorkerModule } from '@yoriai/identity';
import { PlatformModule, type Clock, type Config } from '@yoriai/platform';
import { RemindersWorkerModule } from '@yoriai/reminders';
import { RostersWorkerModule } from '@yoriai/rosters';
import { Afterwards, DemoEvents } from './demo-events.js';
import { DemoWard } from './demo-ward.js';
import { Visitors, VolunteersOnDuty } from './visitors.js';
import { EventRows, Seats, WardRoles } from './ward-roles.js';

/** The contexts with their subscribers, but no letters: nobody is written to because of demo data. */
@Module({})
export class DemoModule {
  static forRoot(config: Config, clock?: Clock): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        PlatformModule.forRoot(config, clock),
        IdentityWorkerModule,
        AssociationsWorkerModule,
        ApprovalsModule,
        EventsWorkerModule,
        RostersWorkerModule,
        AttendanceWorkerModule,
        RemindersWorkerModule,
      ],
      providers: [DemoWard, DemoEvents, Afterwards, Visitors, VolunteersOnDuty, WardRoles, Seats, EventRows],
    };
  }
}
