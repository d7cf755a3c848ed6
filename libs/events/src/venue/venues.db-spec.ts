import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import type { CreateEventRequest, UpdateEventRequest } from '../event/event-draft.dto.js';
import { EventEdits } from '../event/event-edit.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { TUESDAYS, aGymnastics, aSeries, changed, dateOf, heldOn } from '../series/a-series.builder.js';
import type { SeriesDetail } from '../series/series.dto.js';
import { SeriesForecast } from '../series/series-forecast.service.js';
import { SeriesDesk } from '../series/series.service.js';
import { Venues } from './venues.service.js';

let app: TestApp;
let cast: Cast;
let place = 0;
let park: string;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-02T10:00:00+09:00');
  park = `${(place += 1)}番公園`;
  await app.get(Venues).add(cast.staff, { name: park, kana: 'こうえん', kind: 'other' });
});

/** From ten to one o'clock. */
const there = (state: Parameters<typeof anEvent>[2], given: Partial<CreateEventRequest> = {}): Promise<EventDetail> => anEvent(app, cast, state, { venues: [park], ...given });
const FROM_NOON = { startsAt: '2026-11-29T12:00:00+09:00', endsAt: '2026-11-29T15:00:00+09:00' };
const EIGHTH = { startsAt: '2026-12-08T10:30:00+09:00', endsAt: '2026-12-08T12:00:00+09:00', duties: [], rainDecisionAt: null, rainPolicy: 'go-ahead' as const };
const eventOn = (series: SeriesDetail, date: string): Promise<EventDetail> => app.get(EventQueries).detail(cast.leader, dateOf(series, date).event!.id);
const approve = ({ id }: EventDetail, besideReason?: string): Promise<EventDetail> => app.get(EventApprovals).approve(cast.approver, id, { revision: 1, ...(besideReason ? { besideReason } : {}) });
const uses = () => app.database.asOwner<{ count: number }>(`select count(*)::int from events.venue_use where venue = $1`, [park]).then(([row]) => row!.count);

describe('two events in one place', () => {
  it('are not approved for the same time; one after the other they are', async () => {
    await there('approved');
    await expect(approve(await there('submitted', FROM_NOON))).rejects.toMatchObject({ code: 'event.venue-taken', status: 409 });
    const after = { startsAt: '2026-11-29T13:00:00+09:00', endsAt: '2026-11-29T15:00:00+09:00', duties: [] };
    expect(await approve(await there('submitted', after))).toMatchObject({ state: 'approved' });
    expect(await uses()).toBe(2);
  });

  it('are not approved by two people at once either', async () => {
    const both = [await there('submitted'), await there('submitted')];
    const answers = await Promise.allSettled(both.map((each) => approve(each)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await uses()).toBe(1);
  });

  it('are both there when the ward says why', async () => {
    const first = await there('approved');
    const other = await approve(await there('submitted'), '北と南に分けて使います。');
    expect(other.state).toBe('approved');
    expect(await app.get(Venues).clashes(cast.staff, other.id)).toMatchObject({ besideReason: '北と南に分けて使います。', items: [{ venues: [park], isApproved: true }] });
    // The one that was let in holds the place too, also when it is alone there.
    await app.get(EventPublications).cancel(cast.leader, first.id, '雨のため');
    await expect(approve(await there('submitted'))).rejects.toMatchObject({ code: 'event.venue-taken' });
  });

  it('are no two when one is called off', async () => {
    const first = await there('published');
    const second = await there('submitted');
    await app.get(EventPublications).cancel(cast.leader, first.id, '雨のため');
    expect(await approve(second)).toMatchObject({ state: 'approved' });
  });

  it('do not meet by a change of the day', async () => {
    await there('approved', { startsAt: '2026-12-06T10:00:00+09:00', endsAt: '2026-12-06T12:00:00+09:00', duties: [], rainDecisionAt: null, rainPolicy: 'go-ahead' });
    const moving = await there('published', { duties: [], rainDecisionAt: null, rainPolicy: 'go-ahead' });
    await app.get(EventChangeDrafts).update(cast.leader, moving.id, { startsAt: '2026-12-06T11:00:00+09:00', endsAt: '2026-12-06T13:00:00+09:00' }, `"${moving.version}"`);
    const asked = await app.get(EventApprovals).submit(cast.leader, moving.id);
    expect((await app.get(Venues).clashes(cast.leader, moving.id)).items).toHaveLength(1);
    const revision = asked.approval!.revision;
    await expect(app.get(EventApprovals).approve(cast.approver, moving.id, { revision })).rejects.toMatchObject({ code: 'event.venue-taken' });
    const [row] = await app.database.asOwner<{ during: string }>(`select lower(during) as during from events.venue_use where event_id = $1`, [moving.id]);
    expect(new Date(row!.during).toISOString()).toBe('2026-11-29T01:00:00.000Z');
  });

  it('do not keep each other out of a place that one left by its name alone', async () => {
    const { id, version } = await there('published', { placeName: park });
    expect(await uses()).toBe(1);
    await app.get(EventChangeDrafts).update(cast.leader, id, { placeName: 'センターコート前' }, `"${version}"`);
    const { revision } = (await app.get(EventApprovals).submit(cast.leader, id)).approval!;
    const moved = await app.get(EventApprovals).approve(cast.approver, id, { revision });
    expect([moved.placeName, moved.venues, await uses()]).toEqual(['センターコート前', [], 0]);
    const draft = await there('draft', { placeName: park });
    const other = `${park}の別館`;
    await app.get(Venues).add(cast.staff, { name: other, kana: 'べっかん', kind: 'other' });
    const renamed = await app.get(EventEdits).update(cast.leader, draft.id, { placeName: other }, `"${draft.version}"`);
    expect(renamed.venues).toContain(other);
    // Who names the places of the list says themselves where it is.
    const said = await app.get(EventEdits).update(cast.leader, draft.id, { placeName: '会館の前', venues: [park] }, `"${renamed.version}"`);
    expect(said.venues).toEqual([park]);
  });

  it('are looked at by people, small as one may be and free as the place is', async () => {
    const small = { uses: [], frames: [{ name: '席', capacity: 20, perApplicationMax: 2 }] };
    expect(await there('draft', { ...small, venues: [] }).then((event) => app.get(EventApprovals).submit(cast.leader, event.id))).toMatchObject({ state: 'approved', approval: { rule: 'notification-only' } });
    expect(await there('draft', small).then((event) => app.get(EventApprovals).submit(cast.leader, event.id))).toMatchObject({ state: 'submitted' });
  });

  it('are seen to be taken before a series is handed in, and while it is decided on', async () => {
    await there('published', EIGHTH);
    const asked = await anEvent(app, cast, 'submitted', aGymnastics({ venues: [park] }));
    for (const actor of [cast.leader, cast.approver]) {
      const { items } = await app.get(SeriesForecast).ahead(actor, asked.id);
      expect(items.slice(0, 2)).toEqual([{ date: '2026-12-08', off: 'place-taken' }, { date: '2026-12-15', off: null }]);
      expect(items.find(({ date }) => date === '2026-12-29')).toMatchObject({ off: 'holiday' });
    }
    expect(await app.get(SeriesForecast).ahead(cast.leader, (await there('draft')).id)).toEqual({ items: [] });
    // A draft may say until when it likes, and nothing of which weeks.
    for (const wild of [{ ...TUESDAYS, until: '9999-12-31', weekdays: [0, 1, 2, 3, 4, 5, 6] }, { ...TUESDAYS, every: 'month' as const, nth: [] }]) {
      const draft = await anEvent(app, cast, 'draft', aGymnastics({ repeats: wild }));
      expect(await app.get(SeriesForecast).ahead(cast.leader, draft.id)).toEqual({ items: [] });
    }
  });

  it('leave a date of a series out; the others are held', async () => {
    await there('published', EIGHTH);
    const series = await aSeries(app, cast, { venues: [park] });
    expect(dateOf(series, '2026-12-08')).toMatchObject({ event: null, off: 'place-taken' });
    expect(heldOn(series)).toContain('2026-12-15');
  });

  it('leave out what a daily series of more than a day would be in itself', async () => {
    const daily = { ...TUESDAYS, weekdays: [0, 1, 2, 3, 4, 5, 6] };
    const series = await aSeries(app, cast, { venues: [park], endsAt: '2026-12-02T16:00:00+09:00', repeats: daily });
    expect(dateOf(series, '2026-12-02')).toMatchObject({ event: null, off: 'place-taken' });
    expect(dateOf(series, '2026-12-04')).toMatchObject({ event: null, off: 'place-taken' });
    expect(heldOn(series)).toEqual(expect.arrayContaining(['2026-12-01', '2026-12-03', '2026-12-05']));
  });

  it('keep a date left out while its place is taken, and let it be put back afterwards', async () => {
    const first = await there('published', EIGHTH);
    const series = await aSeries(app, cast, { venues: [park] });
    const desk = app.get(SeriesDesk);
    await expect(desk.restore(cast.leader, series.id, '2026-12-08')).rejects.toMatchObject({ code: 'series.place-taken', status: 409 });
    const log = await app.database.asOwner(`select from identity.access_log where action = 'series.date-restored' and subject = $1`, [`series:${series.id}`]);
    expect(log).toHaveLength(0);
    await app.get(EventPublications).cancel(cast.leader, first.id, '雨のため');
    expect(heldOn(await desk.restore(cast.leader, series.id, '2026-12-08'))).toContain('2026-12-08');
  });

  it('leave a date where and when it was that would come to one by an edit of all; the others move', async () => {
    const afternoon = { startsAt: '2026-12-08T13:00:00+09:00', endsAt: '2026-12-08T15:00:00+09:00', duties: [], rainDecisionAt: null, rainPolicy: 'go-ahead' as const };
    await there('published', afternoon);
    const series = await aSeries(app, cast, { venues: [park] });
    await changed(app, cast, series, '2026-12-01', { scope: 'all', startsAt: '2026-12-01T14:00:00+09:00', endsAt: '2026-12-01T15:00:00+09:00', duties: [] });
    expect(await eventOn(series, '2026-12-08')).toMatchObject({ startsAt: '2026-12-08T01:00:00.000Z', venues: [park], series: { overridden: ['duties', 'endsAt', 'startsAt'] } });
    expect(await eventOn(series, '2026-12-15')).toMatchObject({ startsAt: '2026-12-15T05:00:00.000Z', series: { overridden: [] } });
  });

  it('leave a date in its place that would come to one by an edit of the place', async () => {
    await there('published', EIGHTH);
    const series = await aSeries(app, cast);
    await changed(app, cast, series, '2026-12-01', { scope: 'all', venues: [park], placeName: park, bringText: 'タオル' });
    expect(await eventOn(series, '2026-12-08')).toMatchObject({ venues: null, placeName: '靱会館', bringText: 'タオル', series: { overridden: ['placeName', 'venues'] } });
    expect(await eventOn(series, '2026-12-15')).toMatchObject({ venues: [park], placeName: park });
  });

  it('are side by side only where that was decided: what moves with its series is so no more', async () => {
    const series = await aSeries(app, cast, { venues: [park] });
    const { id } = dateOf(series, '2026-12-08').event!;
    await app.database.asOwner(`update events.event set beside_reason = '北と南に分けます。', beside_by = id where id = $1`, [id]);
    const beside = () => app.database.asOwner(`select beside_reason from events.event where id = $1`, [id]);
    await changed(app, cast, series, '2026-12-01', { scope: 'all', bringText: 'タオル' });
    expect(await beside()).toEqual([{ beside_reason: '北と南に分けます。' }]);
    await changed(app, cast, series, '2026-12-01', { scope: 'all', startsAt: '2026-12-01T14:00:00+09:00', endsAt: '2026-12-01T15:00:00+09:00', duties: [] });
    expect(await beside()).toEqual([{ beside_reason: null }]);
  });

  it('without the rule of the database both would be there, whoever writes the rows', async () => {
    const both = [await there('submitted'), await there('submitted')].map(({ id }) => id);
    const approveRows = (): Promise<unknown> => app.database.asOwner(`update events.event set state = 'approved' where id = any($1)`, [both]);
    await expect(approveRows()).rejects.toMatchObject({ constraint: 'venue_use_one_at_a_time' });
    await app.database.asOwner('alter table events.venue_use drop constraint venue_use_one_at_a_time');
    try {
      await approveRows();
      expect(await uses()).toBe(2);
    } finally {
      await app.database.asOwner(`delete from events.venue_use where venue = $1`, [park]);
      await app.database.asOwner('alter table events.venue_use add constraint venue_use_one_at_a_time exclude using gist (venue with =, during with &&) where (not beside)');
    }
  });
});

describe('an event in a park', () => {
  beforeEach(async () => void (await app.database.asOwner(`update events.venue set kind = 'park' where name = $1`, [park])));

  it('asks for its permission, whatever was answered; of other places nothing is said for them', async () => {
    const hall = `${park}の会館`;
    await app.get(Venues).add(cast.staff, { name: hall, kana: 'かいかん', kind: 'hall' });
    const usesOf = async (venues: string[], uses?: CreateEventRequest['uses']) => (await there('draft', { venues, ...(uses === undefined ? {} : { uses }) })).uses;
    expect([await usesOf([park]), await usesOf([park], []), await usesOf([hall, park], ['ward-name', 'road'])]).toEqual([['park'], ['park'], ['park', 'road', 'ward-name']]);
    expect([await usesOf([hall]), await usesOf([hall], [])]).toEqual([null, []]);
    const draft = await there('draft', { venues: [hall], uses: ['facility'] });
    const edit = async (request: UpdateEventRequest) => {
      const { version } = await app.get(EventQueries).detail(cast.leader, draft.id);
      return (await app.get(EventEdits).update(cast.leader, draft.id, request, `"${version}"`)).uses;
    };
    expect([await edit({ title: '名前だけ' }), await edit({ venues: [park] }), await edit({ uses: [] }), await edit({ venues: null, uses: [] })]).toEqual([['facility'], ['park', 'facility'], ['park'], []]);
  });

  it('does so too where a change brings it there', async () => {
    const published = await there('published', { venues: [] });
    const changed = await app.get(EventChangeDrafts).update(cast.leader, published.id, { venues: [park] }, `"${published.version}"`);
    expect(changed.change?.content.uses).toEqual(['park']);
  });
});

describe('the list of places', () => {
  it('takes no place that is not on it, and keeps to the ward who writes it', async () => {
    await expect(there('draft', { venues: ['月の裏'] })).rejects.toMatchObject({ code: 'event.venue-unknown', status: 422 });
    await expect(app.get(Venues).add(cast.leader, { name: '私の庭', kana: 'わたしのにわ', kind: 'other' })).rejects.toMatchObject({ code: 'venue.staff-only', status: 403 });
    await expect(app.get(Venues).add(cast.staff, { name: park, kana: 'こうえん', kind: 'other' })).rejects.toMatchObject({ code: 'venue.is-known', status: 409 });
  });

  it('does not lose what somebody else wrote meanwhile', async () => {
    const told = { kana: 'こうえん', kind: 'park' as const, capacity: 5260, unfitFor: ['tsunami' as const], version: 1 };
    expect(await app.get(Venues).change(cast.staff, park, told)).toMatchObject({ capacity: 5260, unfitFor: ['tsunami'], version: 2 });
    expect(await app.get(Venues).change(cast.approver, park, told)).toMatchObject({ version: 2 });
    await expect(app.get(Venues).change(cast.approver, park, { ...told, capacity: 5000 })).rejects.toMatchObject({ code: 'venue.changed-meanwhile', status: 409 });
  });

  it('keeps what a change does not name, and forgets what it names as none', async () => {
    const area = (await app.database.asApp<{ id: string }>('select id from associations.area limit 1'))[0]!.id;
    const hall = { name: '試しの集会所', kana: 'ためしの', kind: 'hall' as const, address: '西区1', capacity: 80, unfitFor: ['flood' as const], refuge: 'shelter' as const, areaId: area, note: '上ばき' };
    await app.get(Venues).add(cast.staff, hall);
    const change = (more: object, version: number) => app.get(Venues).change(cast.staff, hall.name, { kana: 'ためしのしゅうかいじょ', kind: 'hall', version, ...more });
    expect(await change({}, 1)).toEqual({ ...hall, kana: 'ためしのしゅうかいじょ', partOf: null, version: 2 });
    expect(await change({ refuge: null, unfitFor: null }, 2)).toMatchObject({ refuge: null, unfitFor: [], areaId: area, note: '上ばき', version: 3 });
  });

  it('is served from the rows of the events alone: nobody else writes who is where', async () => {
    await expect(app.database.asApp('delete from events.venue_use')).rejects.toThrow(/permission denied/);
  });
});
