import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which places of the list are places of refuge, and of which area; and notices that stand on the page of an area. */
export class EventsSayWhereToTakeRefuge1795500005950 implements MigrationInterface {
  readonly name = 'EventsSayWhereToTakeRefuge1795500005950';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.venue
        add column refuge text constraint venue_refuge check (refuge in ('shelter', 'gathering', 'wide')),
        add column area_id uuid constraint venue_area references associations.area`);
    await runner.query('create index venue_of_area on events.venue (area_id) where area_id is not null');
    await runner.query(`
      alter table events.notice
        add column placed text not null default 'events' constraint notice_placed check (placed in ('events', 'areas')),
        add constraint notice_of_areas check (placed = 'events' or (audiences = '{}' and fields = '{}'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.notice drop constraint notice_of_areas, drop column placed');
    await runner.query('alter table events.venue drop column area_id, drop column refuge');
  }
}
