import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the ward's calendar shows of a month: everything that was handed in and is not off. */
export class EventsIndexDays1795500002320 implements MigrationInterface {
  readonly name = 'EventsIndexDays1795500002320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index event_on_calendar on events.event (starts_at) where state not in ('draft', 'returned', 'rejected', 'cancelled')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.event_on_calendar');
  }
}
