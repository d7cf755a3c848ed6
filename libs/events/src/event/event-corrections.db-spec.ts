import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@yoriai/associations';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { AnswersForgetting } from '../asks/forgetting.js';
import { EventsModule } from '../events.module.js';
import { EventCorrections } from './event-corrections.service.js';
import type { CorrectionRequest } from './event-decision.dto.js';
import { EventEnds } from './event-ends.js';
import { EventQueries } from './event-queries.service.js';
import { EventReports } from './event-report.service.js';
import type { EventDetail } from './event.dto.js';
import { EventRepository } from './event.repository.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const REPORTED = { participants: 40, volunteers: 5, walkIns: 3 };

async function held(): Promise<{ id: string }> {
  const event = await anEvent(app, cast, 'published');
  app.clock.set('2026-11-30T10:00:00+09:00');
  await app.get(EventEnds).sweep(app.clock.now());
  return event;
}

async function reported(): Promise<EventDetail> {
  const event = await held();
  return app.get(EventReports).report(cast.leader, event.id, REPORTED);
}
const closed = async (): Promise<EventDetail> => app.get(EventReports).close(cast.staff, (await reported()).id);
const correct = (event: EventDetail, given: Partial<CorrectionRequest> = {}, actor = cast.staff): Promise<EventDetail> =>
  app.get(EventCorrections).correct(actor, event.id, { ...REPORTED, walkIns: 13, reason: '当日参加の紙が、1枚見つかりました。', after: event.corrections.length, ...given });

describe('what is corrected', () => {
  it('says what counted, what counts, why, who and when; what was reported stays', async () => {
    const corrected = await correct(await closed());
    expect(corrected).toMatchObject({
      state: 'closed',
      headcount: { ...REPORTED, walkIns: 13 },
      report: REPORTED,
      corrections: [{ number: 1, was: REPORTED, now: { ...REPORTED, walkIns: 13 }, reason: '当日参加の紙が、1枚見つかりました。', correctedBy: '井上 さくら', correctedAt: '2026-11-30T01:00:00.000Z' }],
    });
    const again = await correct(corrected, { walkIns: 12, reason: '1人は手伝いの方でした。' });
    expect(again.corrections.map(({ number, was, now }) => [number, was.walkIns, now.walkIns])).toEqual([[2, 13, 12], [1, 3, 13]]);
    expect((await app.get(EventQueries).detail(cast.leader, again.id)).headcount).toMatchObject({ walkIns: 12 });
    const { items } = await app.get(EventQueries).history(cast.leader, again.id);
    expect(items[0]).toMatchObject({ verb: 'correct', reason: '1人は手伝いの方でした。', actorName: '井上 さくら' });
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'events.figures-corrected', payload: { eventId: again.id, number: 2 } });
  });

  it('is also how many children came, or people with a wheelchair, and what it cost; what is left out stays', async () => {
    const told = { ...REPORTED, children: 12, wheelchairs: 2, cost: 34_500, incident: 'ひざをすりむいた子が1人いました。' };
    const { id } = await held();
    await expect(app.get(EventReports).report(cast.leader, id, { ...told, children: 44 })).rejects.toMatchObject({ code: 'event.more-than-came', status: 422, fields: [{ field: 'children' }] });
    const first = await app.get(EventReports).report(cast.leader, id, told);
    expect(first).toMatchObject({ headcount: REPORTED, report: told });
    expect(Object.keys(first.headcount!).sort()).toEqual(['participants', 'volunteers', 'walkIns']);
    const event = await app.get(EventReports).close(cast.staff, id);
    await expect(correct(event, { walkIns: 3, children: 44 })).rejects.toMatchObject({ code: 'event.more-than-came', status: 422 });
    const corrected = await correct(event, { walkIns: 3, children: 14 });
    expect(corrected).toMatchObject({ report: told, corrections: [{ was: { children: 12, cost: 34_500 }, now: { ...REPORTED, children: 14, wheelchairs: 2, cost: 34_500 } }] });
    await expect(correct(corrected, { walkIns: 3, children: 14 })).rejects.toMatchObject({ code: 'event.correction-says-nothing', status: 422 });
    expect((await correct(corrected, { walkIns: 3, wheelchairs: null })).corrections[0]).toMatchObject({ was: { wheelchairs: 2 }, now: { wheelchairs: null, children: 14 } });
  });

  it('tells who was hurt to those who hold the event and the ward, and forgets it after a year', async () => {
    const { id } = await held();
    await app.get(EventReports).report(cast.leader, id, { ...REPORTED, incident: 'ひざをすりむいた子が1人いました。' });
    const told = async (actor: Actor) => (await app.get(EventQueries).detail(actor, id)).report!.incident;
    expect([await told(cast.leader), await told(cast.staff)]).toEqual(['ひざをすりむいた子が1人いました。', 'ひざをすりむいた子が1人いました。']);
    expect(await told(cast.blockLeader)).toBeNull();
    const over = Date.parse('2026-11-29T13:00:00+09:00') + 365 * 86_400_000;
    await app.get(AnswersForgetting).sweep(new Date(over));
    expect(await told(cast.leader)).not.toBeNull();
    await app.get(AnswersForgetting).sweep(new Date(over + 1000));
    expect(await told(cast.leader)).toBeNull();
    await expect(app.database.asApp('update events.event_report set participants = 1')).rejects.toThrow('permission denied');
  });

  it('is the ward’s to say, with a reason, of a closed event', async () => {
    const open = await reported();
    await expect(correct(open)).rejects.toMatchObject({ code: 'event.is-reported', status: 409 });
    const event = await app.get(EventReports).close(cast.staff, open.id);
    await expect(correct(event, {}, cast.leader)).rejects.toMatchObject({ code: 'event.staff-only', status: 403 });
    await expect(correct(event, { reason: ' ' })).rejects.toMatchObject({ code: 'event.reason-required', status: 422 });
    await expect(correct(event, { walkIns: 3 })).rejects.toMatchObject({ code: 'event.correction-says-nothing', status: 422 });
  });

  it('is what was read: of two at the same moment one is told', async () => {
    const event = await closed();
    const both = await Promise.allSettled([correct(event), correct(event, { walkIns: 9 }, cast.approver)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'event.corrected-meanwhile', status: 409 } });
  });

  it('is seen by those who work on it only', async () => {
    const event = await correct(await closed());
    expect(await app.get(EventQueries).detail(cast.otherLeader, event.id)).toMatchObject({ headcount: null, report: null, corrections: [] });
  });
});

describe('closed figures', () => {
  it('are not written over: not by the reception, nor by the serving role', async () => {
    const event = await correct(await closed());
    await app.tx((tx) => app.get(EventRepository).setHeadcount(tx, event.id, { participants: 1, volunteers: 1, walkIns: 1, sequence: 99 }));
    expect((await app.get(EventQueries).detail(cast.staff, event.id)).headcount).toEqual({ ...REPORTED, walkIns: 13 });
    await expect(app.tx((tx) => rows(tx, 'update events.figure_correction set walk_ins = 0'))).rejects.toThrow('permission denied');
    await expect(app.tx((tx) => rows(tx, 'update events.event_report set walk_ins = 0'))).rejects.toThrow('permission denied');
  });
});
