import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, textsOf, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { WardCalendarRepository } from './ward-calendar.repository.js';
import { WardCalendars } from './ward-calendar.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const on = (from: string, to: string, more: object = {}) => ({ startsAt: `2026-11-${from}:00+09:00`, endsAt: `2026-11-${to}:00+09:00`, rainPolicy: 'indoors' as const, rainDecisionAt: null, duties: [], frames: [{ name: '一般', capacity: 80, closesAt: `2026-11-20T12:00:00+09:00` }], ...more });
const month = () => app.get(WardCalendars).month(cast.staff, '2026-11');

describe('the ward’s calendar', () => {
  it('has what was handed in and stands, pairs in one place at one time, and pairs for the same people of an area on one day', async () => {
    const concert = await anEvent(app, cast, 'submitted', on('29T10:00', '29T13:00', { title: 'ひとつ', audience: 'children' }));
    const beside = await anEvent(app, cast, 'published', on('29T12:00', '29T14:00', { title: 'ふたつ', audience: 'seniors' }));
    const same = await anEvent(app, cast, 'approved', on('29T18:00', '29T19:00', { title: 'みっつ', audience: 'children', placeName: '西船場会館' }));
    await anEvent(app, cast, 'approved', on('30T18:00', '30T19:00', { title: 'よっつ', audience: 'children', placeName: '西船場会館' }));
    await anEvent(app, cast, 'draft', on('29T10:00', '29T13:00', { title: '下書き', audience: 'children' }));
    const { events, clashes, holidays } = await month();
    expect(events.map(({ title }) => title)).toEqual(['ひとつ', 'ふたつ', 'みっつ', 'よっつ']);
    expect(clashes).toEqual([
      { kind: 'place', one: concert.id, other: beside.id },
      { kind: 'audience', one: concert.id, other: same.id },
    ]);
    expect(holidays).toEqual(['2026-11-03', '2026-11-23']);
    const { items } = await app.get(WardCalendars).beside(cast.approver, concert.id);
    expect(items.map(({ kind, id }) => ({ kind, id }))).toEqual([{ kind: 'place', id: beside.id }, { kind: 'audience', id: same.id }]);
    expect(() => app.get(WardCalendars).month(cast.leader, '2026-11')).toThrow(expect.objectContaining({ code: 'event.staff-only' }));
  });

  it('asks as often, and within its bounds, however full the month is', async () => {
    const few = (await textsOf(month)).length;
    await app.tx((tx) =>
      rows(
        tx,
        `insert into events.event select (jsonb_populate_record(event, jsonb_build_object('id', gen_random_uuid(), 'number', 'R8-' || copy, 'slug', 'copy-' || copy, 'short_code', 'copy-' || copy,
           'starts_at', event.starts_at + make_interval(days => copy % 20), 'ends_at', event.ends_at + make_interval(days => copy % 20), 'public_revision', null, 'state', 'approved', 'place_name', 'ところ ' || copy))).*
         from events.event, generate_series(1, 1100) copy where event.title = 'みっつ'`,
      ),
    );
    expect((await textsOf(month)).length).toBe(few);
    const found = await app.get(WardCalendars).month(cast.staff, '2026-12');
    expect(found.events.length).toBeGreaterThan(900);
    expect(found.clashes).toHaveLength(200);
  });

  it('looks up what a place touches once for each place, however many events are there', async () => {
    await app.tx((tx) =>
      rows(
        tx,
        `insert into events.event select (jsonb_populate_record(event, jsonb_build_object('id', gen_random_uuid(), 'number', 'R8-p' || copy, 'slug', 'place-' || copy, 'short_code', 'place-' || copy,
           'starts_at', event.starts_at + make_interval(years => 1, days => copy % 20), 'ends_at', event.ends_at + make_interval(years => 1, days => copy % 20), 'public_revision', null, 'state', 'submitted', 'audience', null, 'place_name', 'ところ ' || copy,
           'venues', array[case when copy % 2 = 0 then '堀江公園' else '靱公園' end]))).*
         from events.event, generate_series(1, 60) copy where event.title = 'よっつ' limit 60`,
      ),
    );
    await app.database.asOwner('create sequence events.looked_up');
    await app.database.asOwner(`create or replace function events.touching(names text[]) returns text[] language plpgsql stable security definer set search_path = pg_catalog as $$
      begin perform nextval('events.looked_up'); return names; end $$`);
    const clashes = await app.tx((tx) => new WardCalendarRepository().clashesBetween(tx, new Date('2027-11-01T00:00:00+09:00'), new Date('2028-02-01T00:00:00+09:00'), 500));
    // Three on each day of twenty, each pair of which is in one place.
    expect(clashes.filter(({ kind }) => kind === 'place').length).toBeGreaterThan(50);
    expect(await app.database.asOwner('select last_value::int as calls from events.looked_up')).toEqual([{ calls: 2 }]);
  });
});
