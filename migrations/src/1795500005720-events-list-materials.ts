import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has to be there to hold an event (道具・材料), a thing a line. */
export class EventsListMaterials1795500005720 implements MigrationInterface {
  readonly name = 'EventsListMaterials1795500005720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events.event add column materials text constraint event_materials check (length(materials) between 1 and 2000)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column materials');
  }
}
