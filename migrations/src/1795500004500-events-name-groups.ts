import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups apply by their name, where a frame is for groups; of every other application it is null. */
export class EventsNameGroups1795500004500 implements MigrationInterface {
  readonly name = 'EventsNameGroups1795500004500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.application add column group_name text constraint application_group_name check (length(group_name) between 1 and 60)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.application drop column group_name');
  }
}
