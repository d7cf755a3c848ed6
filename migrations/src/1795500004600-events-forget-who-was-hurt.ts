import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was hurt is forgotten after a year: of a report, which nobody changes, that one column may be emptied. */
export class EventsForgetWhoWasHurt1795500004600 implements MigrationInterface {
  readonly name = 'EventsForgetWhoWasHurt1795500004600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (incident) on events.event_report to yoriai_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (incident) on events.event_report from yoriai_app');
  }
}
