import { Module } from '@nestjs/common';
import { EventsModule } from '@yoriai/events';
import { IdentityModule } from '@yoriai/identity';
import { RostersModule } from '@yoriai/rosters';
import { Audience } from './audience/audience.service.js';
import { MessageRecipients } from './audience/message-recipients.service.js';
import { DueReminderRepository } from './due-reminder/due-reminder.repository.js';
import { Weather } from './due-reminder/weather.service.js';
import { DueReminders } from './due-reminder/due-reminders.service.js';

/** Reminders and their audience, for every process. */
@Module({
  imports: [IdentityModule, EventsModule, RostersModule],
  providers: [DueReminders, DueReminderRepository, Weather, Audience, MessageRecipients],
  exports: [DueReminders, Audience, MessageRecipients],
})
export class RemindersModule {}
