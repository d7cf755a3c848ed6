import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** How often something happened on a day, and nothing else: no person, no address, no hour. */
export class PlatformAddDayCounts1795500001320 implements MigrationInterface {
  readonly name = 'PlatformAddDayCounts1795500001320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.day_count (
        name text not null,
        day date not null,
        count int not null,
        primary key (name, day),
        constraint day_count_positive check (count > 0)
      )`);
    await grantContext(runner, 'platform');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.day_count');
  }
}
