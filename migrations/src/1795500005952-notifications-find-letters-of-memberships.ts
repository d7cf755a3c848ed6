import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters about a wish to join an association, which belong to no event: found when it is forgotten who asked. Letters go on while the index is made (docs/adr/0085). */
export class NotificationsFindLettersOfMemberships1795500005952 implements MigrationInterface {
  readonly name = 'NotificationsFindLettersOfMemberships1795500005952';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists notifications.delivery_membership');
    await runner.query(`create index concurrently delivery_membership on notifications.delivery ((params ->> 'membershipId')) where params ? 'membershipId'`);
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notifications.delivery_membership');
  }
}
