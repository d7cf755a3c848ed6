import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { KeptSealed } from '@yoriai/platform';
import { testConfig, testDatabase, type TestDatabase } from '@yoriai/testing';
import { DataSource, type QueryRunner } from 'typeorm';
import { EventsSealWhatIsDelicate1795500005781 } from './1795500005781-events-seal-what-is-delicate.js';

const KEY = 'a-key-of-the-tests-that-seals-long-enough';
const OTHER = 'another-key-of-the-tests-that-seals-too';
const ID = '01990000-0000-7000-8000-000000000001';
const NEEDS = { needs: ['wheelchair'], needsText: '標野の車いす', given: [] };

let database: TestDatabase;
let source: DataSource;
let runner: QueryRunner;
const migration = new EventsSealWhatIsDelicate1795500005781();

beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource({ type: 'postgres', url: database.ownerUrl, installExtensions: false }).initialize();
  runner = source.createQueryRunner();
  // What a row points at is beside the point here.
  await runner.query('set session_replication_role = replica');
});
afterEach(() => {
  delete process.env.SEALING_KEY;
});
afterAll(async () => {
  await runner.release();
  await source.destroy();
  await database.drop();
});

async function whole(step: 'up' | 'down', key?: string): Promise<void> {
  if (key) process.env.SEALING_KEY = key;
  await runner.startTransaction();
  try {
    await migration[step](runner);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

const row = async (table: string): Promise<Record<string, unknown>> => ((await runner.query(`select * from ${table}`)) as Record<string, unknown>[])[0]!;

/** Whether the marker stands anywhere in the file of a table, in rows that are there or not. */
async function liesIn(table: string): Promise<boolean> {
  await runner.query('checkpoint');
  const [found] = (await runner.query(`select position(convert_to('標野', 'UTF8') in pg_read_binary_file(pg_relation_filepath($1))) > 0 as there`, [table])) as { there: boolean }[];
  return found!.there;
}

async function eachLies(tables: readonly string[]): Promise<boolean[]> {
  const found: boolean[] = [];
  for (const table of tables) found.push(await liesIn(table));
  return found;
}

it('seals what was kept before, asks for a key only where there is something, leaves nothing in the pages, and goes back', async () => {
  const tables = ['events.application', 'events.guardian_consent', 'events.event_report'];
  await whole('down');
  await runner.query(
    `insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_phone, status, waitlist_order, channel, answers, created_at)
     values ($1, $1, $1, $1, 'A2B3C4', '\\x00', 1, 'シメノ', '0600000000', 'waitlisted', 1, 'web', $2, now())`,
    [ID, JSON.stringify(NEEDS)],
  );
  await runner.query(`insert into events.guardian_consent (application_id, event_id, token_hash, beside, guardian_name, relation, said, language, asked_at) values ($1, $1, '\\x00', true, '標野 花', '母', '{"needs":["標野"]}', 'ja', now())`, [ID]);
  await runner.query(`insert into events.event_report (id, event_id, participants, volunteers, walk_ins, incident, reported_by, reported_at) values ($1, $1, 1, 1, 1, '標野さんが "ころびました"', $1, now())`, [ID]);
  expect(await eachLies(tables)).toEqual([true, true, true]);

  await expect(whole('up')).rejects.toThrow('SEALING_KEY');
  expect(await row('events.application')).toMatchObject({ answers: NEEDS });
  await whole('up', KEY);

  const sealed = new KeptSealed(testConfig({ appUrl: '', queueUrl: '' }, { sealingKeys: [KEY] }));
  const [application, consent, report] = [await row('events.application'), await row('events.guardian_consent'), await row('events.event_report')];
  const open = (column: string, value: unknown): unknown => sealed.open({ column, row: ID }, value as string);
  expect(open('events.application.answers', application.answers)).toEqual(NEEDS);
  expect(open('events.guardian_consent.said', consent.said)).toEqual({ needs: ['標野'] });
  expect([open('events.guardian_consent.guardian_name', consent.guardian_name), open('events.guardian_consent.relation', consent.relation)]).toEqual(['標野 花', '母']);
  expect(open('events.event_report.incident', report.incident)).toBe('標野さんが "ころびました"');
  expect(await eachLies(tables)).toEqual([false, false, false]);
  expect((await row('platform.sealing_key')).id).toBe(sealed.keyIds[0]);
  await expect(runner.query(`update events.application set answers = '{"needs":["wheelchair"]}'`)).rejects.toThrow('application_answers_sealed');

  await expect(whole('down', OTHER)).rejects.toThrow('sealed with another key');
  await whole('down', KEY);
  expect(await row('events.application')).toMatchObject({ answers: NEEDS });
  expect(await row('events.event_report')).toMatchObject({ incident: '標野さんが "ころびました"' });
  // A key that had ended seals again: a process that lacks it does not begin, and a backup names it.
  await runner.query('update platform.sealing_key set ended_at = now()');
  await whole('up', KEY);
  expect(await row('platform.sealing_key')).toMatchObject({ id: sealed.keyIds[0], ended_at: null });
});
