import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** What is kept and never changed, for good: granting a whole schema again had given rights back that were taken before. */
export class PlatformRevokeAgain1795500001600 implements MigrationInterface {
  readonly name = 'PlatformRevokeAgain1795500001600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update, truncate on platform.file from ${APP_ROLE}`);
    await runner.query(`revoke update, delete, truncate on events.draw from ${APP_ROLE}`);
    await runner.query(`revoke insert, update, delete, truncate on events.venue_use from ${APP_ROLE}`);
    await runner.query(`revoke delete, truncate on events.venue from ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant update on platform.file to ${APP_ROLE}`);
    await runner.query(`grant update, delete on events.draw to ${APP_ROLE}`);
  }
}
