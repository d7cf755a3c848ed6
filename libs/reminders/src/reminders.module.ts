import { Module } from '@nestjs/common';
import { EventsModule } from '@yoriai/events';
import { IdentityModule } from '@yoriai/identity';
import { RostersModule } from '@yoriai/rosters';
import { Audience } from './audience/audience.service.js';
import { DueReminderRepository } from './due-reminder/due-reminder.repository.js';
import { DueReminders } from './due-reminder/due-reminders.service.js';

/** Reminders and their audience, for every process. */
@Module({
  imports: [IdentityModule, EventsModule, RostersModule],
  providers: [DueReminders, DueReminderRepository, Audience],
  exports: [DueReminders, Audience],
})
export class RemindersModule {}
