import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often the mail server left a letter without an answer: whoever keeps letters waiting gets lines of their own, and nobody gets a letter again and again. */
export class NotificationsCountUnanswered1795500005895 implements MigrationInterface {
  readonly name = 'NotificationsCountUnanswered1795500005895';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notifications.delivery
        -- Tries that ran into the limit.
        add column held_up smallint not null default 0,
        -- Tries in which the letter was handed over whole and no answer came.
        add column handed_over smallint not null default 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notifications.delivery drop column held_up, drop column handed_over');
  }
}
