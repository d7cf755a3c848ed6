import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reminder that is held back while a grave warning stands: since when, until when at the latest, when it is looked at again, and who sent it all the same. */
export class RemindersHoldBack1795500003320 implements MigrationInterface {
  readonly name = 'RemindersHoldBack1795500003320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reminders.due_reminder
        add column held_at timestamptz,
        add column held_until timestamptz,
        add column look_at timestamptz,
        add column released_by uuid references identity.person,
        add constraint due_reminder_held check ((held_at is null) = (held_until is null) and (held_at is not null or released_by is null))`);
    await runner.query('drop index reminders.due_reminder_waiting');
    await runner.query(`create index due_reminder_waiting on reminders.due_reminder (coalesce(look_at, due_at)) where state = 'due'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reminders.due_reminder_waiting');
    await runner.query(`create index due_reminder_waiting on reminders.due_reminder (due_at) where state = 'due'`);
    await runner.query('alter table reminders.due_reminder drop column released_by, drop column look_at, drop column held_until, drop column held_at');
  }
}
