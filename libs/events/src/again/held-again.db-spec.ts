import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId, parseForm } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anEvent, type Cast } from '../an-event.builder.js';
import { Contests } from '../contest/contests.service.js';
import { CreateEventRequest } from '../event/event-draft.dto.js';
import { EventDrafts } from '../event/event-draft.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventsModule } from '../events.module.js';
import { StallApplications } from '../stall/stall-applications.service.js';
import { Stalls } from '../stall/stalls.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const FRAMES = [{ name: '小学生の部', capacity: 20, perApplicationMax: 4 }, { name: '見る人', method: 'open' as const }, { name: 'おとなの部', capacity: 20 }];
const NEXT_YEAR = { startsAt: '2027-11-28T10:00:00+09:00', endsAt: '2027-11-28T13:00:00+09:00', rainDecisionAt: '2027-11-27T17:00:00+09:00', frames: FRAMES, duties: [] };

/** A festival with a contest that has a judge, a call for stalls that has plots, and a stall. */
async function lastYears(): Promise<EventDetail> {
  const event = await anEvent(app, cast, 'published', { frames: FRAMES });
  const divisions = [event.frames[2]!, event.frames[0]!].map(({ id, name }) => ({ frameId: id, name: `${name}！`, unit: 'person' as const }));
  await app.get(Contests).setUp(cast.leader, event.id, { divisions, criteria: ['高さ', '絵'], scale: 10, places: 2 });
  await app.get(Contests).addJudge(cast.leader, event.id, { name: '青山 一郎', head: true });
  await app.get(Stalls).open(cast.leader, event.id, { kinds: ['food'], places: 3, opensOn: '2026-10-01', closesOn: '2026-11-25', note: '火は使えません。', plots: [{ code: 'B-1', venue: '南の広場' }, { code: 'A-1', venue: null }] });
  const stall = { kind: 'food' as const, name: 'やきいも', sells: 'いも', contactName: '標野 つばめ', phone: '090-0000-0123', email: 'tsubame@example.jp', foodBy: 'residents' as const };
  await app.get(StallApplications).apply({ id: event.id, state: 'published', startsAt: event.startsAt! }, stall, { language: 'ja', from: 'here' });
  return event;
}

it('gives the new draft the divisions, what is judged and the call for stalls, on its own frames and days; nobody who took part', async () => {
  const before = await lastYears();
  const made = await app.get(EventDrafts).create(cast.leader, aConcert(cast.host, { ...NEXT_YEAR, againOf: before.id }));
  expect(made).toMatchObject({ state: 'draft', stalls: { waiting: 0, accepted: 0, closesOn: '2027-11-24' } });
  const contest = await app.get(Contests).ofEvent(cast.leader, made.id);
  const divisions = [made.frames[2]!, made.frames[0]!].map(({ id, name }) => ({ frameId: id, name: `${name}！`, unit: 'person' }));
  expect(contest).toMatchObject({ contest: { divisions, criteria: ['高さ', '絵'], scale: 10, places: 2 }, state: 'open', judges: [], entries: [], ties: [], prizes: [] });
  const { call, stalls } = await app.get(Stalls).ofEvent(cast.leader, made.id);
  expect(call).toEqual({ kinds: ['food'], places: 3, opensOn: '2027-09-30', closesOn: '2027-11-24', closesBefore: null, note: '火は使えません。', plots: [{ code: 'B-1', venue: '南の広場' }, { code: 'A-1', venue: null }] });
  expect(stalls).toEqual([]);
  const logged = await app.database.asOwner<{ action: string }>('select action from identity.access_log where subject = $1 order by id', [`event:${made.id}`]);
  expect(logged.map(({ action }) => action).slice(0, 2)).toEqual(['contest.saved', 'stall-call.saved']);
});

it('is an ordinary draft where there was neither', async () => {
  const before = await anEvent(app, cast, 'draft');
  const made = await app.get(EventDrafts).create(cast.leader, aConcert(cast.host, { againOf: before.id }));
  expect([made.stalls, (await app.get(Contests).ofEvent(cast.leader, made.id)).contest]).toEqual([null, null]);
});

it('is begun from an event that was not approved, as the letter about it says, on the day that was asked for', async () => {
  const before = await anEvent(app, cast, 'rejected', { frames: FRAMES });
  // What the App asks before it offers it: nobody writes in it any more, but who leads the host is not a stranger.
  expect(before.state).toBe('rejected');
  expect((await app.get(EventQueries).detail(cast.leader, before.id)).can.edit).toBe('event.is-rejected');
  expect((await app.get(EventQueries).detail(cast.blockLeader, before.id)).can.edit).toBe('event.host-only');
  const made = await app.get(EventDrafts).create(cast.leader, aConcert(cast.host, { frames: FRAMES, againOf: before.id }));
  expect(made).toMatchObject({ state: 'draft', title: before.title, startsAt: before.startsAt, approval: null, reason: null, can: { submit: true } });
});

it('takes nothing from an event of somebody else, and leaves no draft behind', async () => {
  const before = await lastYears();
  const again = (againOf: string): Promise<EventDetail> => app.get(EventDrafts).create(cast.otherLeader, aConcert(cast.otherHost, { againOf }));
  await expect(again(before.id)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
  await expect(again(newId())).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
  expect(await app.database.asOwner('select 1 from events.event where organisation_id = $1', [cast.otherHost])).toEqual([]);
});

it('is begun by the ward office in the place of any host, as every draft; an empty field asks for nothing', async () => {
  const before = await lastYears();
  const made = await app.get(EventDrafts).create(cast.staff, aConcert(cast.host, { ...NEXT_YEAR, againOf: before.id }));
  expect(made).toMatchObject({ state: 'draft', stalls: { waiting: 0, accepted: 0 } });
  const { value, errors } = await parseForm(CreateEventRequest, { organisationId: cast.host, againOf: '' });
  expect([errors, value.againOf]).toEqual([[], undefined]);
  expect((await parseForm(CreateEventRequest, { organisationId: cast.host, againOf: null })).errors).toMatchObject([{ field: 'againOf' }]);
});
