import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a guardian was asked beside the child who applied, or applied themselves: it stays when the address is erased or forgotten. Of those erased
 * before, whoever said yes in the form of the application had applied; of the others it is the guardian who says what only a guardian may.
 */
export class EventsKnowWhoWasAskedBeside1795500004100 implements MigrationInterface {
  readonly name = 'EventsKnowWhoWasAskedBeside1795500004100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.guardian_consent add column beside boolean');
    await runner.query(`update events.guardian_consent set beside = guardian_email is not null or (guardian_name is null and how is distinct from 'form')`);
    await runner.query('alter table events.guardian_consent alter column beside set not null, add constraint guardian_consent_address_beside check (beside or guardian_email is null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.guardian_consent drop column beside');
  }
}
