import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody came to a duty, and which leader entered them where they did not take it themselves. */
export class RostersEnterForOthers1795500004800 implements MigrationInterface {
  readonly name = 'RostersEnterForOthers1795500004800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rosters.assignment add column channel text not null default 'web', add column entered_by uuid,
        add constraint assignment_channel_known check (channel in ('web', 'phone', 'desk', 'paper')),
        add constraint assignment_entered_by_known check ((channel = 'web') = (entered_by is null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rosters.assignment drop column channel, drop column entered_by');
  }
}
