import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** With which postponements the duties went along already: until then nobody is let go for the day that moved. */
export class RostersKnowWhatTheyFollowed1795500003330 implements MigrationInterface {
  readonly name = 'RostersKnowWhatTheyFollowed1795500003330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table rosters.followed_postponement (decision_id uuid primary key references events.day_decision, at timestamptz not null)');
    // What was decided before this table was there has been followed.
    await runner.query(`insert into rosters.followed_postponement select id, decided_at from events.day_decision where kind = 'postponed'`);
    await runner.query(`grant select, insert on rosters.followed_postponement to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rosters.followed_postponement');
  }
}
