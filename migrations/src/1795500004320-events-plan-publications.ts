import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an approved event is to be published, and who said so. */
export class EventsPlanPublications1795500004320 implements MigrationInterface {
  readonly name = 'EventsPlanPublications1795500004320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.event
        add column publish_at timestamptz,
        add column publish_by uuid references identity.person,
        -- Whatever ends the wait for it ends the plan too.
        add constraint event_planned_while_approved check (publish_at is null or state = 'approved'),
        add constraint event_planned_by_somebody check ((publish_at is null) = (publish_by is null))`);
    await runner.query('create index event_to_publish on events.event (publish_at) where publish_at is not null');
    await runner.query('create index event_publish_by on events.event (publish_by) where publish_by is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column publish_at, drop column publish_by');
  }
}
