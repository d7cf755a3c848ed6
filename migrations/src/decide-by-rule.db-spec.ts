import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@yoriai/testing';
import { DataSource, type QueryRunner } from 'typeorm';
import { ApprovalsDecideByRule1795500000110 } from './1795500000110-approvals-decide-by-rule.js';
import { EventsAskWhatIsUsed1795500001210 } from './1795500001210-events-ask-what-is-used.js';

let database: TestDatabase;
let source: DataSource;
let runner: QueryRunner;

beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource({ type: 'postgres', url: database.ownerUrl, installExtensions: false }).initialize();
  runner = source.createQueryRunner();
});
afterAll(async () => {
  await runner.release();
  await source.destroy();
  await database.drop();
});

/** A decision whose case and people are beside the point here. */
const decide = (by: 'a person' | 'nobody', rule: boolean): Promise<unknown> =>
  runner.query(`insert into approvals.decision (id, case_id, revision_number, kind, remarks, submitted_by, decided_at, decided_by${rule ? ', rule' : ''})
    values (gen_random_uuid(), gen_random_uuid(), 1, 'approved', '[]', gen_random_uuid(), now(), ${by === 'nobody' ? 'null' : 'gen_random_uuid()'}${rule ? ", 'notification-only'" : ''})`);

it('goes down with decisions that nobody made, takes no further ones then, and knows the rule again when it comes back up', async () => {
  const migration = new ApprovalsDecideByRule1795500000110();
  await runner.query('set session_replication_role = replica');
  await decide('nobody', true);
  const later = new EventsAskWhatIsUsed1795500001210();
  await later.down(runner);
  await migration.down(runner);
  await expect(decide('nobody', false)).rejects.toThrow('decision_by_person');
  await decide('a person', false);
  await migration.up(runner);
  await later.up(runner);
  const kept = (await runner.query('select rule, decided_by is null as nobody from approvals.decision order by rule nulls last')) as unknown[];
  expect(kept).toEqual([{ rule: 'notification-only', nobody: true }, { rule: null, nobody: false }]);
  await expect(runner.query('update approvals.decision set rule = null')).rejects.toThrow('decision_by_person_or_rule');
  await decide('nobody', true);
});
