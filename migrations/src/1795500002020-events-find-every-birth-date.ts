import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rest of a parted group has no birth date of its own, but those of its companions: they are found to be forgotten too. */
export class EventsFindEveryBirthDate1795500002020 implements MigrationInterface {
  readonly name = 'EventsFindEveryBirthDate1795500002020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.application_asked');
    await runner.query(`create index application_asked on events.application (event_id) where born is not null or answers is not null or companions @? '$[*].born'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.application_asked');
    await runner.query('create index application_asked on events.application (event_id) where born is not null or answers is not null');
  }
}
