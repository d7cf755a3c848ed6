import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events for invited people alone: who may see them, and how often their link was made anew. */
export class EventsInvite1795500002300 implements MigrationInterface {
  readonly name = 'EventsInvite1795500002300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.event
        add column visibility text,
        add column invitation_round int not null default 1,
        add constraint event_visibility check (visibility in ('invited')),
        add constraint event_invitation_round check (invitation_round > 0)`);
    // Changes that are being written say everything: here that everybody sees it.
    await runner.query(`update events.event set change = '{"visibility": null}'::jsonb || change where change is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column visibility, drop column invitation_round');
  }
}
