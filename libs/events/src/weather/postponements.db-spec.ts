import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import { EventApprovals } from '../event/event-approval.service.js';
import type { CreateEventRequest } from '../event/event-draft.dto.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents } from '../public-event/public-event.service.js';
import { DayDecisions } from './day-decisions.service.js';
import { Postponements } from './postponements.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const rainy = (given: Partial<CreateEventRequest> = {}): Promise<EventDetail> => anEvent(app, cast, 'published', { rainPolicy: 'postponed', frames: [{ name: '席', capacity: 2, perApplicationMax: 2 }], ...given });
const postpone = (event: EventDetail, day = '2026-12-06', actor = cast.leader): Promise<EventDetail> =>
  app.get(Postponements).postpone(actor, event.id, { day, cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
const told = async ({ id }: EventDetail): Promise<string[]> => (await app.outbox()).filter(({ message, payload }) => message === 'events.event-postponed' && payload['eventId'] === id).map(({ message }) => message);

describe('putting a whole event off', () => {
  it('moves it with one message; everybody keeps their place or their turn, and the page says from when to when', async () => {
    const event = await rainy();
    const [first, second] = [await applied(app, event, 1, 2), await applied(app, event, 2)];
    expect([first.status, second.status]).toEqual(['confirmed', 'waitlisted']);
    app.clock.set('2026-11-28T17:00:00+09:00');
    const after = await postpone(event);
    expect(after).toMatchObject({ state: 'published', startsAt: '2026-12-06T01:00:00.000Z', endsAt: '2026-12-06T04:00:00.000Z', rainDecisionAt: '2026-12-05T08:00:00.000Z', placesTaken: 2, waiting: 1, publicRevision: 2, reason: { verb: 'postpone', reason: '雨の予報のため' } });
    expect(after.duties.map(({ startsAt }) => startsAt)).toEqual(Array(3).fill('2026-12-06T00:00:00.000Z'));
    expect(await app.tx((tx) => app.get(PublicEvents).bySlug(tx, event.slug))).toMatchObject({ startsAt: '2026-12-06T01:00:00.000Z' });
    expect(await app.tx((tx) => app.get(PublicEvents).earlier(tx, event.id))).toMatchObject({ when: { startsAt: event.startsAt } });
    expect(await app.tx((tx) => app.get(DayDecisions).latest(tx, event.id))).toMatchObject({ kind: 'postponed', cause: 'rain', wasStartsAt: new Date(event.startsAt!) });
    expect(await told(event)).toHaveLength(1);
    const begins = await app.database.asOwner(`select distinct begins_on::text as day from approvals.checklist_item where subject_id = $1 and wanted`, [event.id]);
    expect(begins).toEqual([{ day: '2026-12-06' }]);
  });

  it('pressed by two leaders at once, happens once; the other hears that the day moved', async () => {
    const event = await rainy();
    const days = ['2026-12-06', '2026-12-13', '2026-12-06', '2026-12-13'];
    const { values, errors } = await race(days.length, (index) => postpone(event, days[index], index % 2 ? cast.officer : cast.leader));
    expect(values).toHaveLength(1);
    expect(errors).toEqual(Array(3).fill(expect.objectContaining({ code: 'event.postponed-meanwhile' })));
    expect(await told(event)).toHaveLength(1);
  });

  it('is refused where another approved event has the place, and leaves everything as it was', async () => {
    await app.database.asOwner(`insert into events.venue (name, kana, kind, updated_at) values ('松島公園', 'まつしまこうえん', 'other', now())`);
    const event = await rainy({ venues: ['松島公園'] });
    await anEvent(app, cast, 'published', { venues: ['松島公園'], startsAt: '2026-12-06T09:00:00+09:00', endsAt: '2026-12-06T12:00:00+09:00', rainDecisionAt: '2026-12-05T17:00:00+09:00', duties: [] });
    await expect(postpone(event)).rejects.toMatchObject({ code: 'event.venue-taken-then', status: 409 });
    expect(await app.get(EventQueries).detail(cast.leader, event.id)).toMatchObject({ startsAt: event.startsAt, version: event.version });
    expect(await told(event)).toEqual([]);
    expect(await postpone(event, '2026-12-13')).toMatchObject({ startsAt: '2026-12-13T01:00:00.000Z' });
  });

  it('to a park of the ward’s list asks for its permission, whatever was answered of the old place', async () => {
    await app.database.asOwner(`insert into events.venue (name, kana, kind, updated_at) values ('雨の日の公園', 'あめのひのこうえん', 'park', now())`);
    const event = await rainy({ rainDate: { startsAt: '2026-12-06T10:00:00+09:00', endsAt: '2026-12-06T13:00:00+09:00', placeName: '雨の日の公園' } });
    expect((await postpone(event)).uses).toEqual(['park']);
  });

  it('ends a change that the ward was deciding on: it was of the old day', async () => {
    const event = await rainy();
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { placeName: '松島公園' }, `"${event.version}"`);
    await app.get(EventApprovals).submit(cast.leader, event.id);
    const writers = (): Promise<unknown> => app.database.asOwner('select editors from events.event where id = $1', [event.id]);
    expect(await writers()).toEqual([{ editors: [cast.leader.personId] }]);
    expect(await postpone(event)).toMatchObject({ changeState: null, placeName: '靱公園 バラ園', approval: { status: 'approved' } });
    // Who wrote at it has nothing to do with the next change.
    expect(await writers()).toEqual([{ editors: [] }]);
    await expect(app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 })).rejects.toMatchObject({ status: 409 });
  });

  it('is for those who lead it and the ward, where the ward approved 雨天順延 or does it itself', async () => {
    const event = await rainy({ rainPolicy: 'cancelled' });
    await expect(postpone(event)).rejects.toMatchObject({ code: 'event.postpone-not-approved', status: 409 });
    await expect(postpone(event, '2026-12-06', cast.member)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(postpone(event, '2026-11-20', cast.staff)).rejects.toMatchObject({ code: 'event.postpone-day', status: 422 });
    expect(await postpone(event, '2026-12-06', cast.staff)).toMatchObject({ startsAt: '2026-12-06T01:00:00.000Z' });
  });
});
