import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventChecklist } from '../event/event-checklist.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import { Events } from '../event/events.service.js';
import { EventsModule } from '../events.module.js';
import { TUESDAYS, aGymnastics, aSeries, changed, dateOf, heldOn } from './a-series.builder.js';
import { SeriesDates } from './series-dates.service.js';
import type { SeriesDetail } from './series.dto.js';
import { SeriesRepository } from './series.repository.js';
import { SeriesDesk } from './series.service.js';

const ALL = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2027-01-05', '2027-01-12', '2027-01-19'];
const WEDNESDAYS = { ...TUESDAYS, weekdays: [3] };

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  app.clock.set(new Date('2026-11-26T10:00:00+09:00'));
});
afterAll(() => app.close());

const seen = (series: SeriesDetail): Promise<SeriesDetail> => app.get(SeriesDesk).detail(cast.leader, series.id);
const eventOf = (series: SeriesDetail, date: string) => app.get(EventQueries).detail(cast.leader, dateOf(series, date).event!.id);
const applies = async (series: SeriesDetail, date: string, neighbour: number) => applied(app, await eventOf(series, date), neighbour);

/** With people on three dates: one applied, one applied and cancelled is the same, one took a duty. */
async function withPeople(): Promise<SeriesDetail> {
  const series = await aSeries(app, cast);
  await applies(series, '2026-12-08', 1);
  await applies(series, '2026-12-22', 2);
  const helped = await app.tx((tx) => app.get(Events).byId(tx, dateOf(series, '2027-01-12').event!.id));
  await app.tx((tx) => app.get(Events).notePeople(tx, helped!));
  return seen(series);
}

describe('a series', () => {
  it('has a date each week of the next eight, as soon as its first one is published; each an event of its own', async () => {
    const series = await aSeries(app, cast);
    expect(heldOn(series)).toEqual(ALL);
    expect(dateOf(series, '2026-12-29')).toMatchObject({ off: 'holiday', event: null });
    const [first, second] = [await eventOf(series, '2026-12-01'), await eventOf(series, '2026-12-08')];
    expect(second).toMatchObject({ title: first.title, startsAt: '2026-12-08T01:00:00.000Z', endsAt: '2026-12-08T02:00:00.000Z', state: 'published', publicRevision: 1, repeats: TUESDAYS });
    expect(second.duties).toMatchObject([{ key: first.duties[0]!.key, startsAt: '2026-12-08T00:30:00.000Z' }]);
    expect(second.frames).toMatchObject([{ name: '体操', capacity: 20, placesTaken: 0 }]);
    expect(second.frames[0]!.id).not.toBe(first.frames[0]!.id);
    expect(new Set([first.slug, second.slug, first.number, second.number]).size).toBe(4);
    const log = await app.tx((tx) => rows<{ reason: string }>(tx, `select reason from identity.access_log where action = 'event.approved-by-rule' and subject = $1`, [`event:${second.id}`]));
    expect(log).toEqual([{ reason: `series:${series.id}` }]);
    const published = (await app.outbox()).filter(({ message, payload }) => message === 'events.event-published' && payload['eventId'] === second.id);
    expect(published).toHaveLength(1);
  });

  it('grows by the night, once for each date, however many workers look at it', async () => {
    const series = await aSeries(app, cast);
    app.clock.set(new Date('2026-12-09T01:00:00+09:00'));
    await race(4, () => app.get(SeriesDates).sweep(app.clock.now()));
    expect(heldOn(await seen(series))).toEqual([...ALL, '2027-01-26', '2027-02-02']);
    expect(await app.get(SeriesDates).sweep(app.clock.now())).toBe(0);
    app.clock.set(new Date('2026-11-26T10:00:00+09:00'));
  });

  it('grows also while another one can not', async () => {
    const [broken, sound] = [await aSeries(app, cast), await aSeries(app, cast)];
    const { template } = (await app.tx((tx) => app.get(SeriesRepository).byId(tx, broken.id)))!;
    await app.database.asOwner(`update events.series set template = template - 'organisation' where id = $1`, [broken.id]);
    app.clock.set(new Date('2026-12-03T01:00:00+09:00'));
    try {
      await expect(app.get(SeriesDates).sweep(app.clock.now())).rejects.toThrow();
      expect(heldOn(await seen(sound))).toContain('2027-01-26');
    } finally {
      await app.database.asOwner('update events.series set template = $2 where id = $1', [broken.id, JSON.stringify(template)]);
      app.clock.set(new Date('2026-11-26T10:00:00+09:00'));
    }
  });

  it('is not begun by a day that is none of its days, nor for longer than the ward decides at once', async () => {
    const missing = async (given: Parameters<typeof aGymnastics>[0]) => (await anEvent(app, cast, 'draft', aGymnastics(given))).missing;
    expect(await missing({})).toEqual([]);
    expect(await missing({ repeats: WEDNESDAYS })).toEqual([{ field: 'repeats.weekdays', code: 'series.first-day-off-rule' }]);
    expect(await missing({ repeats: { ...TUESDAYS, until: '2027-04-01' } })).toEqual([{ field: 'repeats.until', code: 'series.until-too-late' }]);
  });

  it('says of each date whether one applies for it, or just comes', async () => {
    const series = await aSeries(app, cast);
    const eventId = dateOf(series, '2026-12-15').event!.id;
    await app.database.asOwner(`update events.frame set method = 'open' where event_id = $1`, [eventId]);
    const after = await seen(series);
    expect(['2026-12-08', '2026-12-15'].map((date) => dateOf(after, date).event!.applies)).toEqual([true, false]);
  });

  it('is seen by those who work on it, and changed by who leads', async () => {
    const series = await aSeries(app, cast);
    const desk = app.get(SeriesDesk);
    await expect(desk.detail(cast.otherLeader, series.id)).rejects.toMatchObject({ code: 'series.not-found', status: 404 });
    expect((await desk.detail(cast.staff, series.id)).can).toEqual({ change: true, end: true, seeStreaks: 'attendance.not-yours' });
    expect((await desk.detail(cast.leader, series.id)).can).toEqual({ change: true, end: true, seeStreaks: true });
    expect((await desk.detail(cast.blockLeader, series.id)).can).toEqual({ change: 'event.host-only', end: 'event.host-only', seeStreaks: 'attendance.not-yours' });
    await expect(desk.skip(cast.blockLeader, series.id, '2026-12-15')).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
  });
});

describe('a weekly series with people on three dates', () => {
  const KEPT = ['2026-12-08', '2026-12-22', '2027-01-12'];
  const expectKept = async (before: SeriesDetail): Promise<SeriesDetail> => {
    const after = await seen(before);
    for (const date of KEPT) expect(dateOf(after, date).event).toMatchObject({ id: dateOf(before, date).event!.id, state: 'published', people: true });
    expect(dateOf(after, '2026-12-08').event!.placesTaken).toBe(1);
    return after;
  };

  it('keeps them when all move to another weekday: only empty dates go', async () => {
    const before = await withPeople();
    const gone = dateOf(before, '2026-12-15').event!;
    await changed(app, cast, before, '2026-12-15', { scope: 'all', repeats: WEDNESDAYS });
    const after = await expectKept(before);
    expect(heldOn(after)).toEqual([...KEPT, '2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23', '2027-01-06', '2027-01-13', '2027-01-20'].sort());
    expect(dateOf(after, '2026-12-22').byRule).toBe(false);
    expect(await app.tx((tx) => app.get(Events).byId(tx, gone.id))).toMatchObject({ state: 'cancelled', publicRevision: null });
  });

  it('keeps them when the following ones become fewer, and when the series ends', async () => {
    const before = await withPeople();
    await changed(app, cast, before, '2026-12-15', { scope: 'following', repeats: { ...TUESDAYS, every: 'month', nth: [1] } });
    const monthly = await expectKept(before);
    expect(heldOn(monthly)).toEqual(['2026-12-01', '2026-12-08', '2026-12-22', '2027-01-05', '2027-01-12']);
    await app.get(SeriesDesk).end(cast.leader, before.id, '2026-12-10');
    expect(heldOn(await expectKept(before))).toEqual(['2026-12-01', '2026-12-08', '2026-12-22', '2027-01-12']);
  });

  it('keeps a date for which a stall applied, as if somebody came', async () => {
    const series = await aSeries(app, cast);
    const eventId = dateOf(series, '2026-12-15').event!.id;
    await app.database.asOwner(`insert into events.stall_call (event_id, kinds, places, closes_on, updated_at) values ($1, '{goods}', 1, '2026-12-10', now())`, [eventId]);
    await app.database.asOwner(
      `insert into events.stall (id, event_id, ticket_hash, kind, name, sells, contact_name, contact_email, language, appliances, extinguishers, watts, tents, tables, chairs, state, created_at, updated_at)
       values (gen_random_uuid(), $1, '\\x01', 'goods', '手づくり小物', '布の小物', '標野 つばめ', 'tsubame@example.jp', 'ja', '{}', 0, 0, 0, 0, 0, 'accepted', now(), now())`,
      [eventId],
    );
    await app.get(SeriesDesk).end(cast.leader, series.id, '2026-12-10');
    expect(heldOn(await seen(series))).toEqual(['2026-12-01', '2026-12-08', '2026-12-15']);
  });

  it('tells its people of an hour that moved for all, and leaves alone what a date has of its own', async () => {
    const before = await withPeople();
    await changed(app, cast, before, '2026-12-15', { placeName: '本町会館' });
    const own = await seen(before);
    expect(dateOf(own, '2026-12-15').event!.overridden).toEqual(['placeName']);
    await changed(app, cast, before, '2026-12-08', { scope: 'all', startsAt: '2026-12-08T10:30:00+09:00', endsAt: '2026-12-08T11:30:00+09:00', placeName: '江之子島コミュニティ' });
    await expectKept(before);
    expect(await eventOf(before, '2026-12-15')).toMatchObject({ startsAt: '2026-12-15T01:30:00.000Z', placeName: '本町会館' });
    expect(await eventOf(before, '2026-12-22')).toMatchObject({ startsAt: '2026-12-22T01:30:00.000Z', endsAt: '2026-12-22T02:30:00.000Z', placeName: '江之子島コミュニティ', publicRevision: 2 });
    const told = (await app.outbox()).filter(({ message, payload }) => message === 'events.event-changed' && payload['eventId'] === dateOf(before, '2026-12-22').event!.id);
    expect(told).toMatchObject([{ payload: { revision: 2, before: 1, withSeries: true } }]);
    // A new date reads as the series does now.
    app.clock.set(new Date('2026-12-03T01:00:00+09:00'));
    await app.get(SeriesDates).sweep(app.clock.now());
    const next = await eventOf(await seen(before), '2027-01-26');
    expect(next).toMatchObject({ startsAt: '2027-01-26T01:30:00.000Z', placeName: '江之子島コミュニティ' });
    app.clock.set(new Date('2026-11-26T10:00:00+09:00'));
  });

  it('opens on each date that moves what was settled with others, and on none that stays', async () => {
    const before = await aSeries(app, cast);
    const insured = ['2026-12-08', '2026-12-15', '2026-12-22'];
    for (const date of insured) await app.get(EventChecklist).say(cast.leader, dateOf(before, date).event!.id, 'insurance', 'reported', null);
    app.clock.set(new Date('2026-11-26T11:00:00+09:00'));
    await changed(app, cast, before, '2026-12-15', { scope: 'following', placeName: '江之子島コミュニティ' });
    const states = await Promise.all(insured.map(async (date) => (await eventOf(before, date)).checklist.find(({ code }) => code === 'insurance')?.state));
    expect(states).toEqual(['confirmed', 'open', 'open']);
    app.clock.set(new Date('2026-11-26T10:00:00+09:00'));
  });

  it('takes words over at once, without the ward, and does not touch what comes before', async () => {
    const before = await withPeople();
    const edited = await changed(app, cast, before, '2026-12-22', { scope: 'following', bringText: 'タオルと飲み物' });
    expect(edited).toMatchObject({ bringText: 'タオルと飲み物', change: null, approval: null });
    expect((await eventOf(before, '2026-12-15')).bringText).toBeNull();
    expect(await eventOf(before, '2027-01-12')).toMatchObject({ bringText: 'タオルと飲み物', publicRevision: 2 });
    await expectKept(before);
  });

  it('keeps the places people took when there are to be fewer', async () => {
    const before = await aSeries(app, cast);
    for (const neighbour of [1, 2, 3]) await applies(before, '2026-12-22', neighbour);
    const { frames } = await eventOf(before, '2026-12-08');
    await changed(app, cast, before, '2026-12-08', { scope: 'all', frames: [{ id: frames[0]!.id, name: '体操', capacity: 2 }] });
    expect((await eventOf(before, '2026-12-15')).frames).toMatchObject([{ capacity: 2 }]);
    expect(await eventOf(before, '2026-12-22')).toMatchObject({ frames: [{ capacity: 20, placesTaken: 3 }], series: { overridden: ['frames'] } });
  });
});

describe('a single date', () => {
  it('is left out while it is empty, and put back', async () => {
    const series = await withPeople();
    const desk = app.get(SeriesDesk);
    await expect(desk.skip(cast.leader, series.id, '2026-12-08')).rejects.toMatchObject({ code: 'series.date-not-empty', status: 409 });
    await expect(desk.skip(cast.leader, series.id, '2026-12-09')).rejects.toMatchObject({ code: 'series.no-such-date', status: 409 });
    const without = await desk.skip(cast.leader, series.id, '2026-12-15');
    expect(dateOf(without, '2026-12-15')).toMatchObject({ off: 'skipped', event: null, can: { restore: true } });
    await expect(desk.restore(cast.leader, series.id, '2026-12-22')).rejects.toMatchObject({ code: 'series.date-not-skipped', status: 409 });
    const again = await desk.restore(cast.leader, series.id, '2026-12-15');
    expect(heldOn(again)).toEqual(ALL);
    expect(dateOf(again, '2026-12-15').event!.id).not.toBe(dateOf(series, '2026-12-15').event!.id);
  });

  it('is not taken away under those who apply in the same moment', async () => {
    const series = await aSeries(app, cast);
    const dates = ['2026-12-08', '2026-12-15', '2026-12-22', '2027-01-05'];
    const events = await Promise.all(dates.map((date) => eventOf(series, date)));
    const applying = events.map((event, index) => applied(app, event, 40 + index).then(() => true, () => false));
    const skipping = dates.map((date) => app.get(SeriesDesk).skip(cast.leader, series.id, date).then(() => true, () => false));
    const [got, gone] = [await Promise.all(applying), await Promise.all(skipping)];
    const after = await seen(series);
    dates.forEach((date, index) => {
      expect([got[index], gone[index]]).toContain(true);
      expect(got[index] && gone[index]).toBe(false);
      expect(dateOf(after, date).event === null).toBe(gone[index]);
    });
  });

  it('may move to another day for itself; the others can not', async () => {
    const series = await aSeries(app, cast);
    const wednesday = { startsAt: '2026-12-16T10:00:00+09:00', endsAt: '2026-12-16T11:00:00+09:00' };
    await expect(changed(app, cast, series, '2026-12-15', { scope: 'following', ...wednesday })).rejects.toMatchObject({ fields: [{ field: 'startsAt', code: 'series.day-by-rule' }] });
    await expect(changed(app, cast, series, '2026-12-15', { repeats: WEDNESDAYS })).rejects.toMatchObject({ fields: [{ field: 'repeats', code: 'series.rule-is-of-more' }] });
    await changed(app, cast, series, '2026-12-15', wednesday);
    const moved = await seen(series);
    expect(dateOf(moved, '2026-12-15').event).toMatchObject({ startsAt: '2026-12-16T01:00:00.000Z', overridden: ['duties', 'endsAt', 'startsAt'] });
    await app.get(SeriesDates).sweep(app.clock.now());
    expect(heldOn(await seen(series))).toEqual(ALL);
  });

  it('has its first case with its first change, compared with what was approved with the series', async () => {
    const series = await aSeries(app, cast);
    const approved = await changed(app, cast, series, '2026-12-15', { placeName: '本町会館' });
    expect(approved).toMatchObject({ placeName: '本町会館', approval: { status: 'approved', revision: 2 } });
  });
});

describe('days of school', () => {
  it('are what the ward office writes down: dates go and come with them', async () => {
    const desk = app.get(SeriesDesk);
    const daily = { ...TUESDAYS, weekdays: [1, 2, 3, 4, 5], schoolDays: true };
    const series = await aSeries(app, cast, { repeats: daily });
    await app.get(SeriesDates).sweep(app.clock.now());
    expect(heldOn(await seen(series))).toContain('2026-12-25');
    await expect(desk.addClosure(cast.leader, { name: '冬休み', startsOn: '2026-12-25', endsOn: '2027-01-07' })).rejects.toMatchObject({ code: 'event.staff-only', status: 403 });
    await applies(await seen(series), '2026-12-28', 7);
    const { items } = await desk.addClosure(cast.staff, { name: '冬休み', startsOn: '2026-12-25', endsOn: '2027-01-07' });
    await app.get(SeriesDates).sweep(app.clock.now());
    const shut = await seen(series);
    expect(heldOn(shut).filter((date) => date > '2026-12-23' && date < '2027-01-11')).toEqual(['2026-12-24', '2026-12-28', '2027-01-08']);
    expect(dateOf(shut, '2026-12-25').off).toBe('no-school');
    await desk.removeClosure(cast.staff, items[0]!.id);
    await app.get(SeriesDates).sweep(app.clock.now());
    expect(heldOn(await seen(series))).toContain('2026-12-25');
    await expect(desk.removeClosure(cast.staff, items[0]!.id)).rejects.toMatchObject({ code: 'series.closure-not-found', status: 404 });
  });
});
