import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an application answered is part of what a guardian says yes to; and their address may be put right. */
export class EventsKeepWhatGuardiansRead1795500003700 implements MigrationInterface {
  readonly name = 'EventsKeepWhatGuardiansRead1795500003700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.guardian_consent
        -- The answers of the application as they read when the yes was given.
        add column said jsonb,
        -- Which link is good: the first, or one that was sent since. The older ones are unknown.
        add column link int not null default 0 constraint guardian_consent_link check (link >= 0),
        add column resent_at timestamptz`);
    await runner.query('create index guardian_consent_email on events.guardian_consent (guardian_email) where guardian_email is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.guardian_consent_email');
    await runner.query('alter table events.guardian_consent drop column said, drop column link, drop column resent_at');
  }
}
