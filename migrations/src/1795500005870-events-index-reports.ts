import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk asks for what waits to be reported, or was reported and waits for the ward. */
export class EventsIndexReports1795500005870 implements MigrationInterface {
  readonly name = 'EventsIndexReports1795500005870';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index event_with_report_to_come on events.event (state, ends_at) where state in ('awaiting-report', 'reported')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.event_with_report_to_come');
  }
}
