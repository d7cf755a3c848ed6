import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Each letter that asks a new address whether it is theirs is counted for a day, also once the application asks another. */
export class EventsCountLettersToNewAddresses1795500004610 implements MigrationInterface {
  readonly name = 'EventsCountLettersToNewAddresses1795500004610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.email_asked (
        application_id uuid not null references events.application,
        link int not null,
        -- A keyed hash: whose address it is stands nowhere but in events.email_change.
        address text not null,
        asked_at timestamptz not null,
        primary key (application_id, link)
      )`);
    await runner.query('create index email_asked_to on events.email_asked (address, asked_at)');
    await runner.query('drop index events.email_change_to');
    await runner.query(`grant select, insert, delete on events.email_asked to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.email_asked');
    await runner.query('create index email_change_to on events.email_change (email, asked_at)');
  }
}
