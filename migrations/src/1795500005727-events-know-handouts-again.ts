import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same paper sent again (an answer that was lost) is the one that is there. */
export class EventsKnowHandoutsAgain1795500005727 implements MigrationInterface {
  readonly name = 'EventsKnowHandoutsAgain1795500005727';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.handout add column digest bytea');
    await runner.query('update events.handout set digest = sha256(file.content) from platform.file where file.id = handout.file_id');
    await runner.query(`
      with again as (
        delete from events.handout later using events.handout first
        where first.event_id = later.event_id and first.digest = later.digest and (first.added_at, first.id) < (later.added_at, later.id) returning later.file_id)
      delete from platform.file using again where file.id = again.file_id`);
    await runner.query('alter table events.handout alter column digest set not null, add constraint handout_once unique (event_id, digest)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.handout drop column digest');
  }
}
