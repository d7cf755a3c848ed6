import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** For how many fiscal years names are kept, as the privacy officer sets it; each setting stays (docs/adr/0073). */
export class AssociationsSetRetention1795500005791 implements MigrationInterface {
  readonly name = 'AssociationsSetRetention1795500005791';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table associations.retention_term (
        id uuid primary key,
        kind text not null,
        -- the first is 1; of two that are set at the same moment one stands
        number int not null constraint retention_term_first check (number >= 1),
        fiscal_years int not null,
        why text not null constraint retention_term_why check (length(why) between 1 and 300),
        set_by uuid not null references identity.person,
        set_at timestamptz not null,
        constraint retention_term_number unique (kind, number),
        constraint retention_term_bounds check ((kind = 'applications' and fiscal_years between 0 and 5) or (kind = 'duties' and fiscal_years between 1 and 10))
      )`);
    await runner.query('create index retention_term_setter on associations.retention_term (set_by)');
    await runner.query(`grant select, insert on associations.retention_term to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table associations.retention_term');
  }
}
