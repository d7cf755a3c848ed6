import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language of an invitation's letter. Those written before went out in Japanese. */
export class AssociationsAddInvitationLanguage1795300001600 implements MigrationInterface {
  readonly name = 'AssociationsAddInvitationLanguage1795300001600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table associations.invitation add column language text not null default 'ja' check (language in ('ja', 'ja-easy', 'en'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table associations.invitation drop column language');
  }
}
