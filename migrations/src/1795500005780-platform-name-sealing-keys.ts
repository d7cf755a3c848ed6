import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** With which keys columns are sealed: their names, never a key. */
export class PlatformNameSealingKeys1795500005780 implements MigrationInterface {
  readonly name = 'PlatformNameSealingKeys1795500005780';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.sealing_key (
        id text primary key constraint sealing_key_name check (id ~ '^k[0-9a-f]{8}$'),
        since timestamptz not null,
        -- Nothing is sealed with it any more.
        ended_at timestamptz
      )`);
    await runner.query(`grant select, insert on platform.sealing_key to ${APP_ROLE}`);
    await runner.query(`grant update (ended_at) on platform.sealing_key to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.sealing_key');
  }
}
