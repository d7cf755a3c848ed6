import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events for the people of their associations, or of their area: two more kinds of who may see them, and the list of those that are to come. */
export class EventsShowToCircles1795500005000 implements MigrationInterface {
  readonly name = 'EventsShowToCircles1795500005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.event drop constraint event_visibility,
        add constraint event_visibility check (visibility in ('invited', 'members', 'area'))`);
    await runner.query(`create index event_of_circles on events.event (ends_at) where visibility in ('members', 'area') and public_revision is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.event_of_circles');
    // What a circle saw is seen by fewer rather than by more.
    await runner.query(`update events.event set visibility = 'invited' where visibility in ('members', 'area')`);
    await runner.query(`update events.event set change = change || '{"visibility": "invited"}' where change ->> 'visibility' in ('members', 'area')`);
    await runner.query(`
      alter table events.event drop constraint event_visibility,
        add constraint event_visibility check (visibility in ('invited'))`);
  }
}
