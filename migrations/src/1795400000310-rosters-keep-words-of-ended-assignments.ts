import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an ended assignment was about: its shift may be renamed and moved for those who come after. */
export class RostersKeepWordsOfEndedAssignments1795400000310 implements MigrationInterface {
  readonly name = 'RostersKeepWordsOfEndedAssignments1795400000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rosters.assignment add column duty text, add column place text, add column note text');
    await runner.query(`
      update rosters.assignment set duty = shift.duty, place = shift.place, note = shift.note
      from rosters.shift where shift.id = assignment.shift_id and assignment.status <> 'confirmed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rosters.assignment drop column duty, drop column place, drop column note');
  }
}
