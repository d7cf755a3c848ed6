import { Module, type DynamicModule } from '@nestjs/common';
import { ApprovalsHttpModule } from '@yoriai/approvals';
import { AssociationsHttpModule, AssociationsModule } from '@yoriai/associations';
import { AttendanceHttpModule } from '@yoriai/attendance';
import { EventsHttpModule, EventsModule } from '@yoriai/events';
import { IdentityHttpModule, IdentityModule } from '@yoriai/identity';
import { NotificationsModule } from '@yoriai/notifications';
import { PlatformModule, type Clock, type Config } from '@yoriai/platform';
import { RemindersModule } from '@yoriai/reminders';
import { ReportingHttpModule } from '@yoriai/reporting';
import { RostersHttpModule, RostersModule } from '@yoriai/rosters';
import { CallDesk } from './call-desk.js';
import { CallSheets } from './call-sheets.js';
import { ChangeDesk } from './change-desk.js';
import { EverybodyDesk } from './everybody-desk.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionDesk } from './retention/retention-desk.js';
import { HeldReminderDesk } from './held-reminder-desk.js';
import { HeldRemindersController } from './held-reminders.controller.js';
import { PostponementController } from './postponement.controller.js';
import { PostponementDesk } from './postponement-desk.js';
import { PostponementNames } from './postponement-names.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveryDesk } from './delivery-desk.js';
import { MessageDesk } from './messages/message-desk.js';
import { MessageLines } from './messages/message-lines.js';
import { MessagesController } from './messages/messages.controller.js';
import { HealthController } from './health.controller.js';
import { Goodbye } from './http/goodbye.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { OpenDataModule } from './open-data/open-data.module.js';
import { ProblemFilter } from './problem.filter.js';
import { SiteModule } from './site/site.module.js';
import { WardController } from './ward.controller.js';

/** Everything that answers HTTP. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, clock?: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(config, clock),
        IdentityHttpModule,
        AssociationsHttpModule,
        ApprovalsHttpModule,
        EventsHttpModule,
        RostersHttpModule,
        AttendanceHttpModule,
        ReportingHttpModule,
        // For what stands beside two contexts: the deliveries of an event.
        IdentityModule,
        AssociationsModule,
        EventsModule,
        RostersModule,
        RemindersModule,
        NotificationsModule,
        OpenDataModule,
        SiteModule,
      ],
      controllers: [HealthController, RetentionController, WardController, DeliveriesController, HeldRemindersController, MessagesController, PostponementController],
      providers: [Goodbye, IdempotencyInterceptor, ProblemFilter, DeliveryDesk, CallDesk, CallSheets, ChangeDesk, EverybodyDesk, HeldReminderDesk, MessageDesk, MessageLines, PostponementDesk, PostponementNames, RetentionDesk],
    };
  }
}
