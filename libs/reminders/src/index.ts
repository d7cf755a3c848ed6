export { Audience } from './audience/audience.service.js';
export type { AudienceMember } from './audience/audience.rules.js';
export type { MessageMember } from './audience/message-recipients.rules.js';
export { MessageRecipients } from './audience/message-recipients.service.js';
export type { DueReminderRow } from './due-reminder/due-reminder.repository.js';
export { DueReminders } from './due-reminder/due-reminders.service.js';
export type { ReminderKind, ReminderState } from './due-reminder/reminder.rules.js';
export { RemindersModule } from './reminders.module.js';
export { RemindersWorkerModule } from './reminders.worker.js';
