import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, until, type TestApp } from '@yoriai/testing';
import pg from 'pg';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { WardCalendars } from '../calendar/ward-calendar.service.js';
import { EventApprovals } from '../event/event-approval.service.js';
import type { CreateEventRequest } from '../event/event-draft.dto.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { Venues } from './venues.service.js';

let app: TestApp;
let cast: Cast;
let place = 0;
let park: string;
let garden: string;
let square: string;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-02T10:00:00+09:00');
  park = `${(place += 1)}番公園`;
  [garden, square] = [`${park} バラ園`, `${park} 広場`];
  const add = (name: string, partOf: string | null) => app.get(Venues).add(cast.staff, { name, kana: 'こうえん', kind: 'other', partOf });
  await add(park, null);
  await add(garden, park);
  await add(square, park);
});

const anEventIn = (venue: string, state: Parameters<typeof anEvent>[2], given: Partial<CreateEventRequest> = {}): Promise<EventDetail> => anEvent(app, cast, state, { venues: [venue], ...given });
const approve = ({ id }: EventDetail): Promise<EventDetail> => app.get(EventApprovals).approve(cast.approver, id, { revision: 1 });
const places = () =>
  app.database.asOwner<{ venue: string }>(`select venue from events.venue_use where venue like $1 order by venue`, [`${park}%`]).then((found) => found.map(({ venue }) => venue));
const known = { kana: 'こうえん', kind: 'other' as const };
const TAKEN = { code: 'event.venue-taken', status: 409 };

describe('a part of a place', () => {
  it('is not used while the whole is, nor the whole while a part is', async () => {
    await anEventIn(park, 'approved');
    await expect(approve(await anEventIn(garden, 'submitted'))).rejects.toMatchObject(TAKEN);
    const afternoon = { startsAt: '2026-11-29T14:00:00+09:00', endsAt: '2026-11-29T16:00:00+09:00', duties: [] };
    await approve(await anEventIn(garden, 'submitted', afternoon));
    await expect(approve(await anEventIn(park, 'submitted', afternoon))).rejects.toMatchObject(TAKEN);
  });

  it('is another place than the part beside it', async () => {
    await anEventIn(garden, 'approved');
    expect(await approve(await anEventIn(square, 'submitted'))).toMatchObject({ state: 'approved' });
    expect(await places()).toEqual([garden, square].sort());
  });

  it('and the whole are not approved by two people at once', async () => {
    const both = [await anEventIn(park, 'submitted'), await anEventIn(square, 'submitted')];
    const answers = await Promise.allSettled(both.map((each) => approve(each)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is free again when the whole is', async () => {
    const whole = await anEventIn(park, 'approved');
    await app.database.asOwner(`update events.event set state = 'cancelled' where id = $1`, [whole.id]);
    expect(await places()).toEqual([]);
    expect(await approve(await anEventIn(garden, 'submitted'))).toMatchObject({ state: 'approved' });
  });

  it('tells who asks for it of an event in the whole, and of none in the other part', async () => {
    const [inPark, inGarden] = [await anEventIn(park, 'submitted'), await anEventIn(garden, 'submitted')];
    await anEventIn(square, 'submitted');
    const seen = async ({ id }: EventDetail) => (await app.get(Venues).clashes(cast.staff, id)).items.map(({ eventId, venues }) => ({ eventId, venues }));
    expect(await seen(inGarden)).toEqual([{ eventId: inPark.id, venues: [park] }]);
    expect((await seen(inPark)).map(({ venues }) => venues)).toEqual(expect.arrayContaining([[garden], [square]]));
  });

  it('is told of in the rain too, and on the calendar of the ward', async () => {
    const rainDate = { startsAt: '2026-11-29T10:00:00+09:00', endsAt: '2026-11-29T13:00:00+09:00', placeName: null };
    const waits = await anEventIn(garden, 'submitted', { startsAt: '2026-11-28T10:00:00+09:00', endsAt: '2026-11-28T13:00:00+09:00', rainPolicy: 'postponed', rainDate, duties: [], rainDecisionAt: null });
    const inPark = await anEventIn(park, 'submitted');
    const { ifItRains } = await app.get(Venues).clashes(cast.staff, waits.id);
    expect(ifItRains.map(({ eventId, venues }) => ({ eventId, venues }))).toEqual([{ eventId: inPark.id, venues: [park] }]);
    const beside = await anEventIn(square, 'submitted', { placeName: 'どこか' });
    const { items } = await app.get(WardCalendars).beside(cast.staff, beside.id);
    expect(items.find(({ id }) => id === inPark.id)).toMatchObject({ kind: 'place' });
    const pairs = await app.get(WardCalendars).month(cast.staff, '2026-11');
    expect(pairs.clashes.filter(({ kind, one, other }) => kind === 'place' && [one, other].includes(beside.id)).flatMap(({ one, other }) => [one, other])).toEqual(expect.arrayContaining([inPark.id]));
  });
});

describe('what becomes a part of a place', () => {
  const change = (name: string, partOf: string | null, version = 1) => app.get(Venues).change(cast.staff, name, { ...known, partOf, version });

  it('is from then on where its whole is, and by itself once it is none', async () => {
    const hall = `${park}管理事務所`;
    await app.get(Venues).add(cast.staff, { name: hall, ...known });
    await anEventIn(park, 'approved');
    await change(hall, park);
    await expect(approve(await anEventIn(hall, 'submitted'))).rejects.toMatchObject(TAKEN);
    await change(hall, null, 2);
    expect(await approve(await anEventIn(hall, 'submitted'))).toMatchObject({ state: 'approved' });
  });

  it('is none while events that are approved would meet there', async () => {
    const hall = `${park}管理事務所`;
    await app.get(Venues).add(cast.staff, { name: hall, ...known });
    await anEventIn(park, 'approved');
    await anEventIn(hall, 'approved');
    await expect(change(hall, park)).rejects.toMatchObject({ code: 'venue.parts-meet', status: 409 });
    await expect(app.database.asOwner(`update events.venue set part_of = $2 where name = $1`, [hall, park])).rejects.toMatchObject({ constraint: 'venue_use_one_at_a_time' });
  });

  it('was none while events that are over were there: they met nobody', async () => {
    const hall = `${park}管理事務所`;
    await app.get(Venues).add(cast.staff, { name: hall, ...known });
    const [whole, part] = [await anEventIn(park, 'published'), await anEventIn(hall, 'published')];
    const over = (id: string, state: string) => app.database.asOwner(`update events.event set state = $2 where id = $1`, [id, state]);
    await over(whole.id, 'awaiting-report');
    await over(part.id, 'awaiting-report');
    await change(hall, park);
    expect(await app.get(Venues).list()).toContainEqual(expect.objectContaining({ name: hall, partOf: park }));
    // What is over goes on to its report, and stays where it was.
    await over(whole.id, 'reported');
    const [row] = await app.database.asOwner<{ venues: string[] }>(`select array_agg(venue) as venues from events.venue_use where event_id = $1`, [whole.id]);
    expect(row!.venues).toEqual([park]);
    await expect(approve(await anEventIn(hall, 'submitted', { startsAt: '2026-12-06T10:00:00+09:00', endsAt: '2026-12-06T12:00:00+09:00', duties: [], rainDecisionAt: null, rainPolicy: 'go-ahead' }))).resolves.toMatchObject({ state: 'approved' });
  });

  it('is waited for by who approves an event in its whole', async () => {
    const hall = `${park}管理事務所`;
    await app.get(Venues).add(cast.staff, { name: hall, ...known });
    const asked = await anEventIn(park, 'submitted');
    const ward = new pg.Client({ connectionString: app.database.ownerUrl });
    await ward.connect();
    await ward.query('begin');
    await ward.query('update events.venue set part_of = $2 where name = $1', [hall, park]);
    const approval = approve(asked);
    await until('the approval waits', async () => (await app.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
    await ward.query('commit');
    await ward.end();
    await approval;
    expect(await places()).toContain(hall);
  });

  it('has no parts, and its whole is no part; the database says so too', async () => {
    const [code, status] = ['venue.part-of-part', 422];
    await expect(change(garden, square)).rejects.toMatchObject({ code, status });
    await expect(change(park, `${park}`)).rejects.toMatchObject({ code, status });
    const other = `${park}のとなり`;
    await app.get(Venues).add(cast.staff, { name: other, ...known });
    await expect(change(park, other)).rejects.toMatchObject({ code, status });
    await expect(change(garden, '月の裏')).rejects.toMatchObject({ code: 'venue.part-unknown', status: 422 });
    for (const [name, partOf] of [[garden, square], [park, other]]) {
      await expect(app.database.asOwner(`update events.venue set part_of = $2 where name = $1`, [name, partOf])).rejects.toThrow(/venue_part_of/);
    }
  });

  it('waits for an event that is just being approved in the whole', async () => {
    const hall = `${park}管理事務所`;
    await app.get(Venues).add(cast.staff, { name: hall, ...known });
    const asked = await anEventIn(park, 'submitted');
    const approver = new pg.Client({ connectionString: app.database.ownerUrl });
    await approver.connect();
    await approver.query('begin');
    await approver.query(`update events.event set state = 'approved' where id = $1`, [asked.id]);
    const becoming = change(hall, park);
    await until('the part waits', async () => (await app.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
    await approver.query('commit');
    await approver.end();
    await becoming;
    expect(await places()).toContain(hall);
  });
});
