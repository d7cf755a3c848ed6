import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testConfig, testDatabase, textsOf, type TestDatabase } from '@yoriai/testing';
import { DemoEvents } from './demo-events.js';
import { DemoWard } from './demo-ward.js';
import { playersOf } from './demo-year.js';
import { EVENTS } from './events.js';
import { Hands } from './hands.js';

/** Statements at most for one event from its draft to its closing, with forty people who apply, help and come. */
const MOST = 450;

let database: TestDatabase;
let hands: Hands;

beforeAll(async () => {
  database = await testDatabase();
  hands = await Hands.open(1, testConfig(database), new Date('2026-11-28T18:00:00+09:00'));
});
afterAll(async () => {
  await hands.close();
  await database.drop();
});

describe('loading the demo ward', () => {
  it('asks the database a bounded number of times for an event: a first start is not a wait', async () => {
    const cast = await hands.first.get(DemoWard).found();
    const event = EVENTS.find(({ state, frame, duties }) => state === 'closed' && frame && duties)!;
    const statements = await textsOf(() => hands.first.get(DemoEvents).stage({ ...event, applied: 40, came: 1, helpers: 2 }, { ...playersOf(cast, event), volunteers: cast.volunteers }));
    const [staged] = await database.asOwner<{ state: string; participants: number }>('select state, headcount_participants as participants from events.event');
    expect(staged).toEqual({ state: 'closed', participants: 40 });
    expect(statements.length).toBeLessThanOrEqual(MOST);
  }, 60_000);
});
