import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grantContext } from './grants.js';

/** Files in the record itself, in the forms in which they are kept; whose they are is said where they belong. */
export class PlatformCreateFiles1795500001200 implements MigrationInterface {
  readonly name = 'PlatformCreateFiles1795500001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.file (
        id uuid primary key,
        kind text not null,
        size int not null,
        content bytea not null,
        kept_at timestamptz not null,
        constraint file_kind check (kind in ('image/jpeg', 'application/pdf')),
        constraint file_size check (size = length(content) and size between 1 and 10485760)
      )`);
    // Pictures and papers are folded already.
    await runner.query('alter table platform.file alter column content set storage external');
    await grantContext(runner, 'platform');
    // A file is kept and thrown away, never changed.
    await runner.query(`revoke update, truncate on platform.file from ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.file');
  }
}
