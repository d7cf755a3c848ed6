import { Module, type DynamicModule } from '@nestjs/common';
import { ApprovalsModule } from '@yoriai/approvals';
import { AssociationsModule, AssociationsWorkerModule } from '@yoriai/associations';
import { AttendanceModule, AttendanceWorkerModule } from '@yoriai/attendance';
import { EventsModule, EventsWorkerModule } from '@yoriai/events';
import { IdentityModule, IdentityWorkerModule } from '@yoriai/identity';
import { PlatformModule, type Clock, type Config } from '@yoriai/platform';
import { RemindersModule, RemindersWorkerModule } from '@yoriai/reminders';
import { RostersModule, RostersWorkerModule } from '@yoriai/rosters';
import { Afterwards } from './afterwards.js';
import { CallingOff } from './calling-off.js';
import { DemoHandouts } from './demo-handouts.js';
import { DemoPictures } from './demo-pictures.js';
import { DemoContests } from './demo-contests.js';
import { DemoDecisions } from './demo-decisions.js';
import { DemoEvents } from './demo-events.js';
import { DemoChoices } from './demo-choices.js';
import { DemoStalls } from './demo-stalls.js';
import { DemoWard } from './demo-ward.js';
import { Door } from './door.js';
import { EventRows } from './event-rows.js';
import { Seats } from './seats.js';
import { SecondThoughts } from './second-thoughts.js';
import { Visitors } from './visitors.js';
import { VolunteersOnDuty } from './volunteers-on-duty.js';
import { WardRoles } from './ward-roles.js';

/** The contexts with their subscribers, but no letters: nobody is written to because of demo data. */
@Module({})
export class DemoModule {
  static forRoot(config: Config, clock?: Clock): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        PlatformModule.forRoot(config, clock),
        IdentityModule,
        IdentityWorkerModule,
        AssociationsModule,
        AssociationsWorkerModule,
        ApprovalsModule,
        EventsModule,
        EventsWorkerModule,
        RostersModule,
        RostersWorkerModule,
        AttendanceModule,
        AttendanceWorkerModule,
        RemindersModule,
        RemindersWorkerModule,
      ],
      providers: [DemoWard, DemoEvents, DemoStalls, DemoChoices, DemoContests, DemoHandouts, DemoPictures, DemoDecisions, CallingOff, Afterwards, SecondThoughts, Visitors, Door, VolunteersOnDuty, WardRoles, Seats, EventRows],
    };
  }
}
