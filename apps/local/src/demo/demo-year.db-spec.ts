import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testConfig, testDatabase, textsOf, type TestDatabase } from '@yoriai/testing';
import { SeriesDates } from '@yoriai/events';
import { Afterwards } from './afterwards.js';
import { CallingOff } from './calling-off.js';
import { DemoEvents } from './demo-events.js';
import { DemoContests } from './demo-contests.js';
import { DemoStalls } from './demo-stalls.js';
import { DemoWard, type Cast } from './demo-ward.js';
import { playersOf } from './players.js';
import { EVENTS } from './events.js';
import { Hands } from './hands.js';
import { SecondThoughts } from './second-thoughts.js';
import { addVenues } from './venues.js';

/** Statements at most for one event from its draft to its closing, with forty people who apply, help and come; and for each procedure that is settled besides. */
const MOST = 465;
const MOST_A_PROCEDURE = 34;

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

describe('loading the demo ward', () => {
  it('welcomes some three hundred and fifty volunteers, each with a login and no office', async () => {
    const [counted] = await database.asOwner<{ people: number }>(
      `select count(distinct account.person_id)::int as people from identity.account account
       where account.status = 'active' and account.person_id = any($1) and not exists (select from associations.officer_term term where term.person_id = account.person_id)`,
      [cast.volunteers.map(({ personId }) => personId)],
    );
    expect(counted?.people).toBeGreaterThanOrEqual(350);
  });

  it('asks the database a bounded number of times for an event: a first start is not a wait', async () => {
    const event = EVENTS.find(({ state, frame, duties, contest }) => state === 'closed' && frame && duties && !contest)!;
    const statements = await textsOf(() => hands.first.get(DemoEvents).stage({ ...event, applied: 40, came: 1, helpers: 2 }, { ...playersOf(cast, event), volunteers: cast.volunteers }));
    const [staged] = await database.asOwner<{ state: string; participants: number }>('select state, headcount_participants as participants from events.event');
    expect(staged).toEqual({ state: 'closed', participants: 40 });
    const procedures = await database.asOwner(`select from approvals.checklist_step`);
    expect(statements.length).toBeLessThanOrEqual(MOST + procedures.length * MOST_A_PROCEDURE);
  }, 60_000);

  it('has places on offer: somebody gave theirs back today, and those at the head of the queue are asked', async () => {
    const event = EVENTS.find(({ givenBack }) => givenBack !== undefined)!;
    const staged = await hands.first.get(DemoEvents).stage(event, { ...playersOf(cast, event), volunteers: cast.volunteers });
    await hands.first.get(SecondThoughts).giveBack(staged);
    const counted = await database.asOwner<{ status: string; count: number }>('select status, count(*)::int as count from events.application where event_id = $1 group by status', [staged.id]);
    const counts = new Map(counted.map(({ status, count }) => [status, count]));
    expect(counts.get('offered')).toBeGreaterThan(0);
    expect(counts.get('waitlisted')).toBeGreaterThan(0);
    expect(counts.get('cancelled_by_host')).toBeLessThan(5);
  }, 60_000);

  it('has stalls in every state, those that were accepted on plots of their own', async () => {
    const event = EVENTS.find(({ stalls }) => stalls === 'fair')!;
    const staged = await hands.first.get(DemoEvents).begin(event, { ...playersOf(cast, event), volunteers: cast.volunteers });
    await hands.first.get(DemoStalls).play(staged);
    const counted = await database.asOwner<{ state: string; plots: number }>('select state, count(plot)::int as plots from events.stall where event_id = $1 group by state order by state', [staged.id]);
    expect(counted).toEqual([{ state: 'accepted', plots: 4 }, { state: 'applied', plots: 0 }, { state: 'declined', plots: 0 }, { state: 'withdrawn', plots: 0 }]);
  }, 60_000);

  it('has a contest that is over, with numbers, an absent entry and results', async () => {
    const event = EVENTS.find(({ contest, state }) => contest === true && state === 'closed')!;
    const staged = await hands.first.get(DemoEvents).begin(event, { ...playersOf(cast, event), volunteers: cast.volunteers });
    await hands.first.get(DemoContests).prepare(staged);
    await hands.first.get(DemoEvents).come(staged);
    await hands.first.get(DemoContests).judge(staged);
    const [found] = await database.asOwner<{ state: string; divisions: number; entries: number; unjudged: number }>(
      `select state, jsonb_array_length(results -> 'divisions') as divisions, last_number as entries,
         (select count(*)::int from events.contest_entry entry where entry.event_id = contest.event_id
           and not exists (select from events.contest_sheet sheet where sheet.event_id = entry.event_id and sheet.number = entry.number)) as unjudged
       from events.contest where event_id = $1`,
      [staged.id],
    );
    expect(found).toEqual({ state: 'confirmed', divisions: 2, entries: 17, unjudged: 1 });
  }, 60_000);

  it('has one put off by rain, whose people are asked and have begun to answer', async () => {
    const event = EVENTS.find(({ putOff }) => putOff !== undefined)!;
    const staged = await hands.first.get(DemoEvents).stage(event, { ...playersOf(cast, event), volunteers: cast.volunteers });
    await hands.first.get(CallingOff).decide(staged);
    await hands.first.get(Afterwards).settle();
    const [found] = await database.asOwner<{ kind: string; cause: string; days: number; yes: number; duties: number }>(
      `select kind, cause, (event.starts_at::date - was_starts_at::date) as days, (select count(*)::int from events.still_coming where decision_id = decision.id) as yes,
         (select count(*)::int from rosters.assignment where event_id = event.id and status = 'confirmed' and lower(during) > was_starts_at + interval '6 days') as duties
       from events.day_decision decision join events.event on event.id = event_id where event_id = $1`,
      [staged.id],
    );
    expect(found).toEqual({ kind: 'postponed', cause: 'rain', days: 7, yes: 4, duties: 4 });
  }, 60_000);

  it('has series: what repeats every week has its dates eight weeks ahead, each with duties of its own', async () => {
    const event = EVENTS.find(({ repeats }) => repeats === 'weekly')!;
    const staged = await hands.first.get(DemoEvents).stage({ ...event, helpers: 0 }, { ...playersOf(cast, event), volunteers: cast.volunteers });
    await hands.first.get(SeriesDates).sweep(new Date('2026-11-28T18:00:00+09:00'));
    await hands.first.get(Afterwards).settle();
    const dates = await database.asOwner<{ day: string; shifts: number }>(
      `select series_date::text as day, (select count(*)::int from rosters.shift where event_id = event.id) as shifts from events.event
       where series_id = (select series_id from events.event where id = $1) order by series_date`,
      [staged.id],
    );
    // Thursdays without 31 December.
    expect(dates.map(({ day }) => day)).toEqual(['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24', '2027-01-07', '2027-01-14', '2027-01-21']);
    expect(dates.every(({ shifts }) => shifts === 1)).toBe(true);
  }, 60_000);
});
