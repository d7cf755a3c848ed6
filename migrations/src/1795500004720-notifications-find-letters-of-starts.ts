import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters about a request to begin something, which belong to no event: found when it is forgotten who asked. */
export class NotificationsFindLettersOfStarts1795500004720 implements MigrationInterface {
  readonly name = 'NotificationsFindLettersOfStarts1795500004720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index delivery_start on notifications.delivery ((params ->> 'startId')) where params ? 'startId'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notifications.delivery_start');
  }
}
