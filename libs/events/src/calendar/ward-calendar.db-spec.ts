import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, textsOf, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { CLASHES, OF_MONTH, WardCalendarRepository } from './ward-calendar.repository.js';
import { WardCalendars } from './ward-calendar.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const on = (from: string, to: string, more: object = {}) => ({ startsAt: `2026-11-${from}:00+09:00`, endsAt: `2026-11-${to}:00+09:00`, rainPolicy: 'indoors' as const, rainDecisionAt: null, duties: [], frames: [{ name: '一般', capacity: 80, closesAt: '2026-11-28T12:00:00+09:00' }], ...more });
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

  describe('with events of several days', () => {
    // Far from the others: the spring of 2027.
    const day = (text: string) => `2027-${text}:00+09:00`;
    const held = (title: string, from: string, to: string, more: object = {}) =>
      anEvent(app, cast, 'submitted', on('29T10:00', '29T13:00', { title, audience: null, placeName: `${title}の場所`, frames: [{ name: '一般', capacity: 80, closesAt: '2026-11-28T12:00:00+09:00' }], startsAt: day(from), endsAt: day(to), ...more }));
    const titlesOf = async (which: string) => (await app.get(WardCalendars).month(cast.staff, which)).events.map(({ title }) => title);
    const clashesOf = async (which: string) => {
      const { events, clashes } = await app.get(WardCalendars).month(cast.staff, which);
      const titled = new Map(events.map(({ id, title }) => [id, title]));
      return clashes.map(({ kind, one, other }) => [kind, titled.get(one), titled.get(other)]);
    };
    const besideOf = async (id: string) => (await app.get(WardCalendars).beside(cast.staff, id)).items.map(({ kind, title }) => [kind, title]);

    it('has them in each month that they are on, and the hours until five with the evening before', async () => {
      await held('月をまたぐ', '03-30T10:00', '04-02T16:00');
      await held('三か月', '02-27T10:00', '04-01T16:00');
      await held('夜おそくまで', '03-31T18:00', '04-01T04:59');
      await held('朝まで', '03-31T19:00', '04-01T05:00');
      await held('つぎの日の夜', '04-01T02:00', '04-01T04:00');
      expect(await titlesOf('2027-02')).toEqual(['三か月']);
      expect(await titlesOf('2027-03')).toEqual(['三か月', '月をまたぐ', '夜おそくまで', '朝まで']);
      expect(await titlesOf('2027-04')).toEqual(['三か月', '月をまたぐ', '朝まで', 'つぎの日の夜']);
    });

    it('finds what is in the way on any day that two share, each pair once, also beside a case', async () => {
      const [children, hall] = [{ audience: 'children' }, { placeName: '祭りの場所' }];
      const festival = await held('祭り', '06-05T10:00', '06-07T16:00', { ...children, ...hall });
      const second = await held('二日目の会', '06-06T10:00', '06-06T12:00', children);
      const third = await held('三日目の会', '06-07T10:00', '06-08T12:00', { ...children, ...hall });
      const late = await held('四日目の会', '06-08T10:00', '06-08T12:00', { ...children });
      // In the same place, but after it is over.
      await held('後の会', '06-07T17:00', '06-07T18:00', hall);
      expect(await clashesOf('2027-06')).toEqual([
        ['place', '祭り', '三日目の会'],
        ['audience', '祭り', '二日目の会'],
        ['place', '三日目の会', '後の会'],
        ['audience', '三日目の会', '四日目の会'],
      ]);
      expect(await besideOf(festival.id)).toEqual([['place', '三日目の会'], ['audience', '二日目の会']]);
      expect(await besideOf(second.id)).toEqual([['audience', '祭り']]);
      expect(await besideOf(third.id)).toEqual([['place', '祭り'], ['place', '後の会'], ['audience', '四日目の会']]);
      expect(await besideOf(late.id)).toEqual([['audience', '三日目の会']]);
    });

    it('finds a pair in every month that both are on, and no more of an evening than its place', async () => {
      const [elderly, park] = [{ audience: 'seniors' }, { placeName: '夜の公園' }];
      await held('長い一つ', '07-29T10:00', '08-03T16:00', elderly);
      await held('長い二つ', '07-30T10:00', '08-02T16:00', elderly);
      const dance = await held('盆踊り', '08-14T18:00', '08-15T02:00', { ...elderly, ...park });
      await held('夜明けの会', '08-15T01:00', '08-15T06:00', { ...elderly, ...park });
      await held('昼の会', '08-15T12:00', '08-15T13:00', elderly);
      expect(await clashesOf('2027-07')).toEqual([['audience', '長い一つ', '長い二つ']]);
      expect(await clashesOf('2027-08')).toEqual([
        ['audience', '長い一つ', '長い二つ'],
        ['place', '盆踊り', '夜明けの会'],
        ['audience', '夜明けの会', '昼の会'],
      ]);
      expect(await besideOf(dance.id)).toEqual([['place', '夜明けの会']]);
    });
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

  it('finds a month by what lasts, from an index, however much was and comes', async () => {
    await app.database.asOwner('analyze events.event');
    const planOf = (sql: string) =>
      app.tx(async (tx) => (await rows<{ 'QUERY PLAN': string }>(tx, `explain ${sql}`, [new Date('2026-11-01T00:00:00+09:00'), new Date('2026-12-01T00:00:00+09:00'), 200])).map((line) => line['QUERY PLAN']).join('\n'));
    for (const sql of [OF_MONTH, CLASHES]) expect(await planOf(sql)).toMatch(/event_lasting/);
    for (const sql of [OF_MONTH, CLASHES]) expect(await planOf(sql)).not.toMatch(/Seq Scan on event\b/);
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
