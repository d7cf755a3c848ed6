import { Module } from '@nestjs/common';
import { DueReminderSubscriber } from './due-reminder/due-reminder.subscriber.js';
import { RemindersModule } from './reminders.module.js';

/** What the worker loads: the plan follows the events. `DueReminders.sweep` is called by the schedule. */
@Module({ imports: [RemindersModule], providers: [DueReminderSubscriber], exports: [RemindersModule] })
export class RemindersWorkerModule {}
