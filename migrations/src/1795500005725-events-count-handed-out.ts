import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a report says besides heads: how many leaflets, locks and the like were given to people. */
export class EventsCountHandedOut1795500005725 implements MigrationInterface {
  readonly name = 'EventsCountHandedOut1795500005725';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event_report add column handed_out int constraint event_report_handed_out check (handed_out between 0 and 1000000)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event_report drop column handed_out');
  }
}
