import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The language somebody reads: letters go out in it. Who was here before read Japanese. A database that was
 * migrated while this file shared its number with another one has the columns already.
 */
const LANGUAGE = `
alter table identity.person add column if not exists language text not null default 'ja' check (language in ('ja', 'ja-easy', 'en'));
alter table identity.sign_in_request add column if not exists language text not null default 'ja' check (language in ('ja', 'ja-easy', 'en'));
`;

export class IdentityAddLanguage1795300001300 implements MigrationInterface {
  readonly name = 'IdentityAddLanguage1795300001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LANGUAGE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.person drop column language; alter table identity.sign_in_request drop column language');
  }
}
