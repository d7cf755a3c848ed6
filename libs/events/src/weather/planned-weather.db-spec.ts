import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChecklist } from '../event/event-checklist.service.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import type { CreateEventRequest } from '../event/event-draft.dto.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { Stalls } from '../stall/stalls.service.js';
import { Venues } from '../venue/venues.service.js';
import { AlertSource, AlertSources, type WeatherAlert } from './alerts/alert-source.js';
import { Alerts } from './alerts/alerts.service.js';
import { DecisionPrompts } from './decision-prompts.service.js';
import { Holdings } from './holdings.service.js';
import { Postponements } from './postponements.service.js';
import { Reductions } from './reduction/reductions.service.js';

class Heat extends AlertSource {
  readonly name = 'heat';
  says: readonly WeatherAlert[] = [];
  fails = false;
  read = (): Promise<readonly WeatherAlert[]> => (this.fails ? Promise.reject(new Error('nobody answers')) : Promise.resolve(this.says));
}

let app: TestApp;
let cast: Cast;
const heat = new Heat();

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  for (const name of ['松島公園', '靱会館']) await app.get(Venues).add(cast.staff, { name, kana: 'まつしま', kind: 'other' });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const RAIN_DATE = { startsAt: '2026-12-06T12:00:00+09:00', endsAt: '2026-12-06T14:00:00+09:00' };
const rainy = (state: Parameters<typeof anEvent>[2], given: Partial<CreateEventRequest> = {}): Promise<EventDetail> => anEvent(app, cast, state, { rainPolicy: 'postponed', rainDate: RAIN_DATE, venues: ['松島公園'], ...given });
const put = (event: EventDetail, day: string): Promise<EventDetail> => app.get(Postponements).postpone(cast.leader, event.id, { day, cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
const inRain = async ({ id }: EventDetail) => (await app.get(Venues).clashes(cast.staff, id)).ifItRains.map(({ eventId, theirs, venues }) => ({ eventId, theirs, venues }));

describe('the day for rain', () => {
  it('is part of what is approved, moves with the day, and goes with the rule', async () => {
    const event = await rainy('draft');
    expect(event.rainDate).toEqual({ startsAt: '2026-12-06T03:00:00.000Z', endsAt: '2026-12-06T05:00:00.000Z', placeName: null });
    const edits = app.get(EventEdits);
    const moved = await edits.update(cast.leader, event.id, { startsAt: '2026-12-01T10:00:00+09:00', endsAt: '2026-12-01T13:00:00+09:00' }, `"${event.version}"`);
    expect(moved.rainDate).toMatchObject({ startsAt: '2026-12-08T03:00:00.000Z' });
    const early = await edits.update(cast.leader, event.id, { rainDate: { startsAt: '2026-11-30T12:00:00+09:00', endsAt: '2026-11-30T14:00:00+09:00' } }, `"${moved.version}"`);
    expect(early.missing).toEqual([{ field: 'rainDate.startsAt', code: 'event.rain-date-day'}]);
    expect((await edits.update(cast.leader, event.id, { rainPolicy: 'cancelled' }, `"${early.version}"`)).rainDate).toBeNull();
  });

  it('holds no place: who would meet in the rain is told, both ways, and both are approved', async () => {
    const first = await rainy('published');
    const there = await anEvent(app, cast, 'submitted', { venues: ['松島公園'], startsAt: '2026-12-06T13:00:00+09:00', endsAt: '2026-12-06T15:00:00+09:00', duties: [], rainDecisionAt: null, rainPolicy: 'go-ahead' });
    expect(await inRain(there)).toEqual([{ eventId: first.id, theirs: true, venues: ['松島公園'] }]);
    expect(await inRain(first)).toEqual([{ eventId: there.id, theirs: false, venues: ['松島公園'] }]);
    expect((await app.get(Venues).clashes(cast.staff, there.id)).items).toEqual([]);
    expect(await app.get(EventApprovals).approve(cast.approver, there.id, { revision: 1 })).toMatchObject({ state: 'approved' });
    await expect(put(first, '2026-12-06')).rejects.toMatchObject({ code: 'event.venue-taken-then', status: 409 });
    expect(await put(first, '2026-12-07')).toMatchObject({ startsAt: '2026-12-07T01:00:00.000Z', venues: ['松島公園'], rainDate: null });
    expect(await inRain(there)).toEqual([]);
  });

  it('may be beside another where the ward says why; a host asks the ward', async () => {
    const event = await rainy('published', { startsAt: '2026-11-25T10:00:00+09:00', endsAt: '2026-11-25T13:00:00+09:00', rainDecisionAt: null, duties: [] });
    await anEvent(app, cast, 'published', { venues: ['松島公園'], startsAt: '2026-12-14T10:00:00+09:00', endsAt: '2026-12-14T12:00:00+09:00', duties: [], rainDecisionAt: null, rainPolicy: 'go-ahead' });
    const given = { day: '2026-12-14', cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! } as const;
    const off = (actor: Cast['leader'], besideReason: string | null) => app.get(Postponements).postpone(actor, event.id, { ...given, besideReason });
    for (const words of [null, '場所を分けます']) await expect(off(cast.leader, words)).rejects.toMatchObject({ code: 'event.venue-taken-then', status: 409 });
    for (const words of [null, ' ']) await expect(off(cast.staff, words)).rejects.toMatchObject({ code: 'event.venue-taken', status: 409 });
    expect(await off(cast.staff, '公園の中の別の場所を使います。')).toMatchObject({ startsAt: '2026-12-14T01:00:00.000Z' });
    expect((await app.get(Venues).clashes(cast.staff, event.id)).besideReason).toBe('公園の中の別の場所を使います。');
    // Nothing else is there: no reason stays.
    const again = { ...given, day: '2026-12-21', startsAt: '2026-12-14T01:00:00.000Z', besideReason: '念のため' } as const;
    await app.get(Postponements).postpone(cast.staff, event.id, again);
    expect((await app.get(Venues).clashes(cast.staff, event.id)).besideReason).toBeNull();
  });

  it('is where and when it is put off to with one press: other hours, another place, duties with them', async () => {
    const rainDate = { startsAt: '2026-12-13T12:00:00+09:00', endsAt: '2026-12-13T14:00:00+09:00', placeName: '靱会館' };
    const event = await rainy('published', { startsAt: '2026-11-22T10:00:00+09:00', endsAt: '2026-11-22T13:00:00+09:00', rainDecisionAt: null, rainDate, duties: [{ duty: '受付', startsAt: '2026-11-22T09:00:00+09:00', endsAt: '2026-11-22T13:00:00+09:00', people: 2 }] });
    const after = await put(event, '2026-12-13');
    expect(after).toMatchObject({ startsAt: '2026-12-13T03:00:00.000Z', endsAt: '2026-12-13T05:00:00.000Z', placeName: '靱会館', placeAddress: null, venues: ['靱会館'], rainDate: null });
    expect(after.duties).toMatchObject([{ startsAt: '2026-12-13T02:00:00.000Z', endsAt: '2026-12-13T06:00:00.000Z' }]);
  });

  it('what was settled with others for the old day is to be settled again', async () => {
    const event = await rainy('submitted', { startsAt: '2026-11-24T10:00:00+09:00', endsAt: '2026-11-24T13:00:00+09:00', uses: ['park'], venues: [], duties: [], rainDecisionAt: null, rainDate: null });
    const say = app.get(EventChecklist);
    const park = ({ checklist }: EventDetail) => checklist.find(({ code }) => code === 'park');
    await say.say(cast.leader, event.id, 'park', 'reported', '許可書をもらいました。');
    await say.say(cast.approver, event.id, 'park', 'confirmed', '確かめました。');
    await app.get(EventApprovals).approve(cast.approver, event.id, { revision: 1 });
    const after = await put(await app.get(EventPublications).publish(cast.leader, event.id), '2026-12-20');
    expect(park(after)).toMatchObject({ state: 'open', last: { kind: 'reopened', words: '雨の予報のため' }, can: { report: true } });
    await say.say(cast.leader, event.id, 'park', 'reported', '新しい日で出し直しました。');
    expect(park(await app.get(EventQueries).detail(cast.leader, event.id))).toMatchObject({ state: 'reported' });
  });
});

describe('the call for stalls', () => {
  const days = async ({ id }: EventDetail) => app.database.asOwner(`select opens_on::text as opens, closes_on::text as closes from events.stall_call where event_id = $1`, [id]);
  const called = async (opensOn: string, closesOn: string): Promise<EventDetail> => {
    const event = await rainy('published', { venues: [], duties: [] });
    await app.get(Stalls).open(cast.leader, event.id, { kinds: ['goods'], places: 3, opensOn, closesOn, plots: [] });
    return event;
  };

  it('goes along with what has not come yet of it; one that is over stays over', async () => {
    const [ahead, open, over] = [await called('2026-11-10', '2026-11-20'), await called('2026-11-01', '2026-11-20'), await called('2026-11-01', '2026-11-05')];
    app.clock.set('2026-11-06T10:00:00+09:00');
    for (const event of [ahead, open, over]) await put(event, '2026-12-06');
    expect([await days(ahead), await days(open), await days(over)].flat()).toEqual([
      { opens: '2026-11-17', closes: '2026-11-27' },
      { opens: '2026-11-01', closes: '2026-11-27' },
      { opens: '2026-11-01', closes: '2026-11-05' },
    ]);
  });
});

describe('the limit for heat', () => {
  const sweep = async (at: string, wbgt: number | null, hour = '2027-07-25T12:00:00+09:00'): Promise<number> => {
    app.clock.set(at);
    heat.says = wbgt === null ? [] : [{ kind: 'heat', title: `暑さ指数${wbgt}`, level: 4, wbgt, hours: [{ at: hour, wbgt }] }];
    Object.assign(app.get(AlertSources), { all: [heat] });
    await app.get(Alerts).poll();
    return app.get(DecisionPrompts).sweep(app.clock.now());
  };
  const limited = (heatLimit: 28 | 31 | 33, day = '2027-07-25'): Promise<EventDetail> =>
    anEvent(app, cast, 'published', { heatLimit, startsAt: `${day}T10:00:00+09:00`, endsAt: `${day}T13:00:00+09:00`, rainPolicy: 'go-ahead', rainDecisionAt: null, duties: [] });
  const stages = async ({ id }: EventDetail): Promise<unknown[]> => (await app.outbox()).filter(({ message, payload }) => message === 'events.decision-asked' && payload['eventId'] === id).map(({ payload }) => payload['stage']);

  it('asks whoever leads, once for the day, when the forecast reaches it; nothing is called off by itself', async () => {
    const [weak, usual, strong] = [await limited(28), await limited(31), await limited(33)];
    expect(await sweep('2027-07-24T09:00:00+09:00', 34)).toBe(0);
    expect(await sweep('2027-07-24T10:30:00+09:00', null)).toBe(0);
    // This afternoon is hot, and tomorrow evening will be: not while the event is on.
    for (const hour of ['2027-07-24T15:00:00+09:00', '2027-07-25T07:00:00+09:00', '2027-07-25T16:00:00+09:00']) expect(await sweep('2027-07-24T10:30:00+09:00', 34, hour)).toBe(0);
    expect(await sweep('2027-07-24T10:30:00+09:00', 30.9)).toBe(1);
    expect(await sweep('2027-07-24T11:30:00+09:00', 31, '2027-07-25T09:00:00+09:00')).toBe(1);
    expect(await sweep('2027-07-24T11:40:00+09:00', 32.9)).toBe(0);
    expect([await stages(weak), await stages(usual), await stages(strong)]).toEqual([['heat'], ['heat'], []]);
    expect(await sweep('2027-07-24T17:00:00+09:00', 34)).toBe(1);
    expect(await sweep('2027-07-24T17:10:00+09:00', 34)).toBe(0);
    expect(await app.get(EventQueries).detail(cast.leader, usual.id)).toMatchObject({ state: 'published', heatLimit: 31 });
  });

  it('asks also where the day was decided before, but for what was made smaller because of heat', async () => {
    const [held, windy, shady] = [await limited(33, '2027-08-08'), await limited(33, '2027-08-08'), await limited(33, '2027-08-08')];
    expect(await sweep('2027-08-07T12:00:00+09:00', 32, '2027-08-08T12:00:00+09:00')).toBe(0);
    await app.get(Holdings).hold(cast.leader, held.id, held.startsAt!);
    for (const [event, cause] of [[windy, 'wind'], [shady, 'heat']] as const) {
      await app.get(Reductions).reduce(cast.leader, event.id, { cause, reason: '一部を見合わせます。', dropped: [], startsAt: event.startsAt!, after: null });
    }
    expect(await sweep('2027-08-07T18:00:00+09:00', 34, '2027-08-08T12:00:00+09:00')).toBe(2);
    expect([await stages(held), await stages(windy), await stages(shady)]).toEqual([['heat'], ['heat'], []]);
  });

  it('asks nobody outside the season of heat, whatever the forecast says', async () => {
    const [inside, outside] = [await limited(28, '2027-10-27'), await limited(28, '2027-10-28')];
    expect(await sweep('2027-10-26T12:00:00+09:00', 34, '2027-10-27T12:00:00+09:00')).toBe(1);
    expect(await sweep('2027-10-27T12:00:00+09:00', 34, '2027-10-28T12:00:00+09:00')).toBe(0);
    expect([await stages(inside), await stages(outside)]).toEqual([['heat'], []]);
  });
});

describe('what has to be there', () => {
  it('is written a thing a line, an edit of words, copied into the revision, and told to host and ward alone', async () => {
    const { id } = await anEvent(app, cast, 'published', { duties: [] });
    const read = (actor: Cast['leader']) => app.get(EventQueries).detail(actor, id);
    const edited = await app.get(EventEdits).update(cast.leader, id, { materials: 'ローラー 10本 町会\nペンキ 2かん 区' }, `"${(await read(cast.leader)).version}"`);
    expect(edited).toMatchObject({ materials: 'ローラー 10本 町会\nペンキ 2かん 区', publicRevision: 2, changeState: null });
    expect([(await read(cast.staff)).materials, (await read(cast.otherLeader)).materials]).toEqual([edited.materials, null]);
    await expect(app.get(EventEdits).update(cast.leader, id, { materials: '⚠️'.repeat(1001) }, `"${edited.version}"`)).rejects.toMatchObject({ code: 'platform.invalid', status: 422 });
    expect(await app.database.asOwner(`select snapshot->>'materials' as said from events.event_revision where event_id = $1 and number = 2`, [id])).toEqual([{ said: edited.materials }]);
  });
});

describe('a grave warning', () => {
  const sweep = async (at: string, level: 3 | 4 | 5, kind: 'rain' | 'heat' = 'rain'): Promise<number> => {
    app.clock.set(at);
    heat.says = [{ kind, title: `レベル${level}`, level }];
    Object.assign(app.get(AlertSources), { all: [heat] });
    await app.get(Alerts).poll();
    return app.get(DecisionPrompts).sweep(app.clock.now());
  };
  const asked = async ({ id }: EventDetail): Promise<unknown[]> => (await app.outbox()).filter(({ message, payload }) => message === 'events.decision-asked' && payload['eventId'] === id).map(({ payload }) => payload['stage']);

  it('asks about every event of the next half day, also one that rain does not change and one of which it was said that it takes place; once', async () => {
    const days = { startsAt: '2027-02-14T10:00:00+09:00', endsAt: '2027-02-14T12:00:00+09:00', rainDecisionAt: null, duties: [] };
    const [inside, anyway, later] = [await anEvent(app, cast, 'published', { ...days, rainPolicy: 'indoors' }), await anEvent(app, cast, 'published', { ...days, rainPolicy: 'go-ahead' }), await anEvent(app, cast, 'published', { ...days, startsAt: '2027-02-15T10:00:00+09:00', endsAt: '2027-02-15T12:00:00+09:00', rainPolicy: 'indoors' })];
    await app.get(Holdings).hold(cast.leader, anyway.id, anyway.startsAt!);
    expect(await sweep('2027-02-14T05:00:00+09:00', 3)).toBe(0);
    // Each event has its own limit for heat.
    expect(await sweep('2027-02-14T05:05:00+09:00', 5, 'heat')).toBe(0);
    expect(await sweep('2027-02-14T05:10:00+09:00', 4)).toBe(2);
    expect(await sweep('2027-02-14T05:20:00+09:00', 4)).toBe(0);
    expect([await asked(inside), await asked(anyway), await asked(later)]).toEqual([['warning'], ['warning'], []]);
    expect(await app.get(EventQueries).detail(cast.leader, inside.id)).toMatchObject({ state: 'published' });
  });

  it('that was lifted and is issued again is asked about again; one that can’t be read in between is not', async () => {
    const days = { startsAt: '2027-03-14T10:00:00+09:00', endsAt: '2027-03-14T12:00:00+09:00', rainDecisionAt: null, duties: [] };
    const event = await anEvent(app, cast, 'published', { ...days, rainPolicy: 'indoors' });
    expect(await sweep('2027-03-13T23:00:00+09:00', 5)).toBe(1);
    heat.fails = true;
    expect(await sweep('2027-03-13T23:10:00+09:00', 5)).toBe(0);
    heat.fails = false;
    expect(await sweep('2027-03-13T23:20:00+09:00', 4)).toBe(0);
    expect(await sweep('2027-03-14T01:00:00+09:00', 3)).toBe(0);
    expect(await sweep('2027-03-14T04:00:00+09:00', 4)).toBe(1);
    expect(await asked(event)).toEqual(['warning', 'warning']);
  });

  it('that becomes one of the gravest kind is a danger of its own: it is asked about again, once, and holding it is said anew', async () => {
    const event = await anEvent(app, cast, 'published', { startsAt: '2027-04-18T10:00:00+09:00', endsAt: '2027-04-18T12:00:00+09:00', rainDecisionAt: null, rainPolicy: 'indoors', duties: [] });
    const hold = () => app.get(Holdings).hold(cast.leader, event.id, event.startsAt!);
    const times = async (): Promise<number> => (await app.database.asOwner(`select from events.day_decision where event_id = $1 and kind = 'held'`, [event.id])).length;
    const onHome = async (): Promise<string | null> => (await app.get(EventQueries).detail(cast.leader, event.id)).decideBy;
    expect(await sweep('2027-04-18T06:00:00+09:00', 4)).toBe(1);
    for (let twice = 0; twice < 2; twice += 1) await hold();
    expect([await times(), await sweep('2027-04-18T06:10:00+09:00', 4)]).toEqual([1, 0]);
    expect([await sweep('2027-04-18T07:20:00+09:00', 5), await sweep('2027-04-18T07:30:00+09:00', 5)]).toEqual([1, 0]);
    expect(await onHome()).toBe(event.startsAt);
    for (let twice = 0; twice < 2; twice += 1) await hold();
    expect([await times(), await asked(event)]).toEqual([2, ['warning', 'warning']]);
    expect(await onHome()).toBeNull();
  });
});

describe('who decides about the weather', () => {
  it('is content that is copied into the revision and changed by an edit of words, for the host and the ward alone', async () => {
    const { id } = await anEvent(app, cast, 'published', { rainDecider: '会長', duties: [] });
    const read = (actor: Cast['leader']) => app.get(EventQueries).detail(actor, id);
    const { version } = await read(cast.leader);
    const edited = await app.get(EventEdits).update(cast.leader, id, { rainDecider: '実行委員長' }, `"${version}"`);
    // Forms count this sign as one; in the table it is two.
    await expect(app.get(EventEdits).update(cast.leader, id, { rainDecider: '⚠️'.repeat(21) }, `"${edited.version}"`)).rejects.toMatchObject({ code: 'platform.invalid', status: 422 });
    expect(edited).toMatchObject({ rainDecider: '実行委員長', publicRevision: 2, changeState: null });
    expect([(await read(cast.staff)).rainDecider, (await read(cast.otherLeader)).rainDecider]).toEqual(['実行委員長', null]);
    const revisions = await app.database.asOwner<{ who: string }>(`select snapshot->>'rainDecider' as who from events.event_revision where event_id = $1 order by number`, [id]);
    expect(revisions.map(({ who }) => who)).toEqual(['会長', '実行委員長']);
    await expect(app.database.asOwner('update events.event set rain_decider = $2 where id = $1', [id, '長'.repeat(41)])).rejects.toThrow('event_rain_decider');
  });
});
