import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parseForm } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, type Cast } from '../an-event.builder.js';
import { Contests } from '../contest/contests.service.js';
import { CreateEventRequest } from '../event/event-draft.dto.js';
import { EventDrafts } from '../event/event-draft.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventsModule } from '../events.module.js';
import { Stalls } from '../stall/stalls.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const FRAMES = [{ name: 'こどもの部', capacity: 20 }, { name: '手伝い', kind: 'volunteer' as const, capacity: 5 }, { name: '団体の部', kind: 'group' as const, capacity: 20 }];
const CONTEST = { divisions: [{ frame: 2, name: '団体の部', unit: 'group' as const }, { frame: 0, name: 'こどもの部', unit: 'person' as const }], criteria: ['高さ', '絵'], scale: 10, places: 2 };
const STALLS = { kinds: ['food' as const], places: 3, closesBefore: 21, note: '火は使えません。', plots: [{ code: 'B-1', venue: null }, { code: 'A-1', venue: '南の広場' }] };
const NO_DAY = { startsAt: null, endsAt: null, rainDecisionAt: null, frames: FRAMES, duties: [] };
const begun = (more: Partial<CreateEventRequest>): Promise<EventDetail> => app.get(EventDrafts).create(cast.leader, aConcert(cast.host, { ...NO_DAY, ...more }));
const on = async (event: EventDetail, day: string): Promise<EventDetail> => app.get(EventEdits).update(cast.leader, event.id, { startsAt: `${day}T10:00:00+09:00`, endsAt: `${day}T12:00:00+09:00` }, `"${event.version}"`);

it('begins with a contest on its own frames, which is written down', async () => {
  const made = await begun({ contest: CONTEST });
  const { contest, judges } = await app.get(Contests).ofEvent(cast.leader, made.id);
  expect(contest).toEqual({ divisions: [{ frameId: made.frames[2]?.id, name: '団体の部', unit: 'group' }, { frameId: made.frames[0]?.id, name: 'こどもの部', unit: 'person' }], criteria: ['高さ', '絵'], scale: 10, places: 2 });
  expect([judges, made.stalls]).toEqual([[], null]);
  const logged = await app.database.asOwner<{ action: string }>('select action from identity.access_log where subject = $1', [`event:${made.id}`]);
  expect(logged.map(({ action }) => action)).toEqual(['contest.saved']);
});

it('begins with a call for stalls that goes by its day until the host says another', async () => {
  const made = await begun({ stalls: STALLS });
  expect(made.stalls).toEqual({ places: 3, waiting: 0, accepted: 0, closesOn: null });
  expect((await app.get(Stalls).ofEvent(cast.leader, made.id)).call).toEqual({ ...STALLS, opensOn: null, closesOn: null });

  const may = await on(made, '2027-05-16');
  expect(may.stalls?.closesOn).toBe('2027-04-25');
  const june = await on(may, '2027-06-20');
  expect(june.stalls?.closesOn).toBe('2027-05-30');
  // What would be over already is open until the day before.
  const soon = await on(june, '2026-11-05');
  expect(soon.stalls?.closesOn).toBe('2026-11-04');

  // What is written about it besides takes it off no day, before there is one nor afterwards.
  const undated = await begun({ stalls: STALLS });
  expect((await app.get(Stalls).open(cast.leader, undated.id, { ...STALLS, note: '別の言葉' })).call).toMatchObject({ note: '別の言葉', closesOn: null, closesBefore: 21 });
  await app.get(Stalls).open(cast.leader, undated.id, { ...STALLS, closesOn: null });
  expect((await on(undated, '2027-05-16')).stalls?.closesOn).toBe('2027-04-25');

  const { kinds, places, plots } = STALLS;
  await app.get(Stalls).open(cast.leader, made.id, { kinds, places, plots, closesOn: '2026-11-02' });
  expect((await on(soon, '2027-05-16')).stalls?.closesOn).toBe('2026-11-02');
});

it('takes no division on a frame that is not there, or that nobody applies for, and leaves no draft', async () => {
  const divisions = [{ frame: 1, name: '手伝い', unit: 'person' as const }, { frame: 3, name: 'ない部', unit: 'person' as const }, { frame: 0, name: 'こどもの部', unit: 'person' as const }];
  const fields = [0, 1].map((index) => ({ field: `contest.divisions.${index}.frame`, code: 'contest.frame-unknown' }));
  const before = await app.database.asOwner('select 1 from events.event');
  await expect(begun({ contest: { ...CONTEST, divisions }, stalls: STALLS })).rejects.toMatchObject({ code: 'platform.invalid', status: 422, fields });
  expect(await app.database.asOwner('select 1 from events.event')).toHaveLength(before.length);
});

it('is for who may begin the draft alone', async () => {
  await expect(app.get(EventDrafts).create(cast.otherLeader, aConcert(cast.host, { ...NO_DAY, contest: CONTEST, stalls: STALLS }))).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
});

it.each([
  ['stalls.closesBefore', { stalls: { ...STALLS, closesBefore: 0 } }],
  ['stalls.kinds', { stalls: { ...STALLS, kinds: [] } }],
  ['stalls.plots.0.code', { stalls: { ...STALLS, plots: [{ code: '1', venue: null }] } }],
  ['stalls', { stalls: [] }],
  ['stalls', { stalls: null }],
  ['contest', { contest: 'たこ' }],
  ['contest.criteria', { contest: { ...CONTEST, criteria: [] } }],
  ['contest.divisions', { contest: { ...CONTEST, divisions: [CONTEST.divisions[0], CONTEST.divisions[0]] } }],
  ['contest.divisions.0.frame', { contest: { ...CONTEST, divisions: [{ ...CONTEST.divisions[0], frame: -1 }] } }],
  ['duties.0.beside.minutes', { duties: [{ duty: '受付', people: 1, beside: { side: 'before', minutes: 0 } }] }],
  ['duties.0.beside.side', { duties: [{ duty: '受付', people: 1, beside: { side: 'during', minutes: 30 } }] }],
])('says of %s that it is wrong', async (field, wrong) => {
  const { errors } = await parseForm(CreateEventRequest, { organisationId: cast.host, ...wrong });
  expect(errors.map((each) => each.field)).toContain(field);
});
