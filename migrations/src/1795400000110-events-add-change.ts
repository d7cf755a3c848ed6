import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of what was approved: written, waiting or sent back beside the event, which stays as it was approved. */
export class EventsAddChange1795400000110 implements MigrationInterface {
  readonly name = 'EventsAddChange1795400000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event add column change jsonb, add column change_state text');
    await runner.query(`
      alter table events.event
        add constraint event_change_state check (change_state in ('draft', 'pending', 'returned')),
        add constraint event_change_whole check ((change is null) = (change_state is null)),
        -- What is over or off has nothing left to change.
        add constraint event_change_of_what_stands check (change_state is null or state in ('approved', 'published'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column change, drop column change_state');
  }
}
