import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublicEvents, StallApplications } from '@yoriai/events';
import { Db, KeptSealed } from '@yoriai/platform';
import { testConfig, testDatabase, type TestDatabase } from '@yoriai/testing';
import { DemoContests } from './demo-contests.js';
import { DemoEvents } from './demo-events.js';
import { DemoStalls } from './demo-stalls.js';
import { DemoWard, type Cast } from './demo-ward.js';
import { playersOf } from './players.js';
import { EVENTS_AHEAD } from './events-ahead.js';
import { EVENTS_OF_THE_PLAN } from './events-of-the-plan.js';
import { EVENTS, type DemoEvent } from './events.js';
import { Hands } from './hands.js';
import type { StagedEvent } from './staged-event.js';
import { addVenues } from './venues.js';

let database: TestDatabase;
let hands: Hands;
let cast: Cast;

beforeAll(async () => {
  database = await testDatabase();
  hands = await Hands.open(1, testConfig(database), new Date('2026-11-28T18:00:00+09:00'));
  cast = await hands.first.get(DemoWard).found();
  await addVenues(hands.first, cast);
});
afterAll(async () => {
  await hands.close();
  await database.drop();
});

const players = (event: DemoEvent) => ({ ...playersOf(cast, event), volunteers: cast.volunteers });
const seen = ({ id }: StagedEvent) => hands.first.get(Db).read((tx) => hands.first.get(PublicEvents).byId(tx, id));
const statuses = async ({ id }: StagedEvent): Promise<string[]> => {
  const found = await database.asOwner<{ status: string }>('select distinct status from events.application where event_id = $1 order by status', [id]);
  return found.map(({ status }) => status);
};

describe("the ward's own programmes", () => {
  const staged = new Map<string, StagedEvent>();
  beforeAll(async () => {
    for (const event of EVENTS_AHEAD) {
      const one = await hands.first.get(DemoEvents).begin(event, players(event));
      staged.set(event.title, one);
      if (event.contest) await hands.first.get(DemoContests).prepare(one);
      await hands.first.get(DemoEvents).come(one);
      if (event.stalls) await hands.first.get(DemoStalls).play(one);
    }
  }, 120_000);

  it.each(EVENTS_AHEAD.map(({ title, stalls }) => [title, stalls] as const))('%s can be applied to now', async (title, stalls) => {
    const one = staged.get(title)!;
    const { frames } = await seen(one);
    expect(frames.map(({ can }) => can.apply)).toEqual(frames.map(() => true));
    expect(frames.length).toBeGreaterThan(0);
    if (!stalls) return;
    const { startsAt } = await seen(one);
    const { can, accepted } = await hands.first.get(StallApplications).shown({ id: one.id, state: 'published', startsAt });
    expect(can).toBe(true);
    expect(accepted.length).toBeGreaterThan(1);
  });

  it('shows films twice: in the morning whoever is first, in the afternoon by lot', async () => {
    const one = staged.get('こどもワクワク映画会 冬休みの上映')!;
    expect((await seen(one)).frames.map(({ method }) => method)).toEqual(['first-come', 'lottery']);
    expect(await statuses(one)).toEqual(['applied', 'confirmed']);
  });

  it('lets kites fly with the consent of a guardian: some wait for it, and some want no pictures', async () => {
    const one = staged.get('新春たこあげ大会')!;
    expect((await seen(one)).frames[0]?.asks).toMatchObject({ guardian: true, photos: true, ages: { by: 'grade', from: 7, to: 12 } });
    expect(await statuses(one)).toEqual(['confirmed', 'guardian_pending']);
    const [{ refused } = { refused: 0 }] = await database.asOwner<{ refused: number }>('select count(*)::int as refused from events.application where event_id = $1 and photos = false', [one.id]);
    expect(refused).toBeGreaterThan(0);
  });
});

it('has a report that tells children, wheelchairs, costs and who was hurt', async () => {
  const event = EVENTS.find(({ told }) => told !== undefined)!;
  const { id } = await hands.first.get(DemoEvents).stage(event, players(event));
  const [found] = await database.asOwner<{ id: string; incident: string }>('select id, children, wheelchairs, cost, incident from events.event_report where event_id = $1', [id]);
  const { id: report, incident, ...told } = found!;
  expect({ ...told, incident: hands.first.get(KeptSealed).open({ column: 'events.event_report.incident', row: report }, incident) }).toEqual(event.told);
}, 60_000);

/** An example of each category that the plan names as a kind of event; the first that is open to everybody. */
const KINDS = [...new Map(EVENTS_OF_THE_PLAN.filter(({ frame, duties, nth, chosen }) => frame && duties && nth === undefined && !chosen).map((event) => [event.category, event]).reverse() as [string, DemoEvent][])];

describe('a kind of event of the plan', () => {
  it.each([...KINDS, ['for invited people alone', EVENTS_OF_THE_PLAN.find(({ shownTo, state }) => shownTo === 'invited' && state === 'published')!] as [string, DemoEvent]])(
    '%s: it is approved, applied to, staffed, attended, reported and closed',
    async (_, event) => {
      const helpers = event.duties ? 1 : 0;
      const { id } = await hands.first.get(DemoEvents).stage({ ...event, day: -30, state: 'closed', applied: 5, helpers, came: 1 }, players(event));
      const [found] = await database.asOwner<{ state: string; came: number; helped: number; notes: number }>(
        `select state, headcount_participants as came, (select count(*)::int from rosters.assignment where event_id = event.id and status = 'confirmed') as helped,
           (select count(*)::int from events.event_report where event_id = event.id) as notes from events.event where id = $1`,
        [id],
      );
      expect(found).toEqual({ state: 'closed', came: 5, helped: helpers, notes: 1 });
    },
    60_000,
  );
});
