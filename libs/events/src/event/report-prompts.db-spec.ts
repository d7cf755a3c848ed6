import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { EventApprovals } from './event-approval.service.js';
import { EventEnds } from './event-ends.js';
import { EventPublications } from './event-publication.service.js';
import { EventReports } from './event-report.service.js';
import { ReportPrompts } from './report-prompts.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

/** The concert of Sunday 29 November, until 13:00. */
const published = async (): Promise<string> => (await anEvent(app, cast, 'published', { duties: [] })).id;
/** What two workers that wake at the same moment ask for. */
const sweep = async (at: string): Promise<number> => {
  app.clock.set(at);
  await app.get(EventEnds).sweep(app.clock.now());
  const both = await Promise.all([app.get(ReportPrompts).sweep(app.clock.now()), app.get(ReportPrompts).sweep(app.clock.now())]);
  return both[0] + both[1];
};
const asked = async (id: string): Promise<unknown[]> =>
  (await app.outbox()).filter(({ message, payload }) => message === 'events.report-due' && payload['eventId'] === id).map(({ payload }) => payload['days']);
const report = (id: string) => app.get(EventReports).report(cast.leader, id, { participants: 60 });

describe('a report that is due', () => {
  it('is asked for one, seven and fourteen days after the end, by day, and once however many workers there are', async () => {
    const id = await published();
    expect(await sweep('2026-11-29T19:00:00+09:00')).toBe(0);
    expect(await sweep('2026-11-30T08:59:00+09:00')).toBe(0);
    expect(await sweep('2026-11-30T09:00:00+09:00')).toBe(1);
    expect(await sweep('2026-11-30T09:01:00+09:00')).toBe(0);
    expect(await sweep('2026-12-05T19:59:00+09:00')).toBe(0);
    expect(await sweep('2026-12-06T20:00:00+09:00')).toBe(0);
    // That evening was too late: it goes in the morning.
    expect(await sweep('2026-12-07T09:00:00+09:00')).toBe(1);
    expect(await sweep('2026-12-13T12:00:00+09:00')).toBe(1);
    for (const at of ['2026-12-20T12:00:00+09:00', '2027-02-01T12:00:00+09:00']) expect(await sweep(at)).toBe(0);
    expect(await asked(id)).toEqual([1, 7, 14]);
  });

  it('is asked for by the last day alone after a standstill, and by none when it is long ago', async () => {
    const [late, forgotten] = [await published(), await published()];
    await app.database.asOwner(`update events.event set starts_at = '2026-11-01T10:00:00+09:00', ends_at = '2026-11-01T13:00:00+09:00', rain_decision_at = null where id = $1`, [forgotten]);
    expect(await sweep('2026-12-10T10:00:00+09:00')).toBe(1);
    expect([await asked(late), await asked(forgotten)]).toEqual([[7], []]);
  });

  it('is not asked for where there is none to hand in: before the end, called off, handed in, accepted', async () => {
    const [handedIn, accepted, off] = [await published(), await published(), await published()];
    await app.get(EventPublications).cancel(cast.leader, off, '荒天のため');
    app.clock.set('2026-11-29T14:00:00+09:00');
    await app.get(EventEnds).sweep(app.clock.now());
    await report(handedIn);
    await report(accepted);
    await app.get(EventReports).close(cast.staff, accepted);
    app.clock.set('2026-11-30T08:00:00+09:00');
    const later = (await anEvent(app, cast, 'published', { startsAt: '2027-01-17T10:00:00+09:00', endsAt: '2027-01-17T13:00:00+09:00', rainDecisionAt: '2027-01-16T17:00:00+09:00', duties: [] })).id;
    for (const at of ['2026-11-30T10:00:00+09:00', '2026-12-06T10:00:00+09:00', '2026-12-13T10:00:00+09:00']) await sweep(at);
    for (const id of [handedIn, accepted, off, later]) expect(await asked(id)).toEqual([]);
  });

  it('that was sent back is asked for by that, and then on the days that are left', async () => {
    const id = await published();
    expect(await sweep('2026-11-30T10:00:00+09:00')).toBe(1);
    await report(id);
    expect(await sweep('2026-12-06T10:00:00+09:00')).toBe(0);
    app.clock.set('2026-12-07T10:00:00+09:00');
    await app.get(EventApprovals).return(cast.staff, id, { reason: '人数を確かめてください。', revision: 1 });
    expect(await sweep('2026-12-08T10:00:00+09:00')).toBe(0);
    expect(await sweep('2026-12-13T10:00:00+09:00')).toBe(1);
    expect(await asked(id)).toEqual([1, 14]);
  });
});
