import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { aCast, aNeighbour, anEvent, applied, told, tokenOf, type Cast } from '../an-event.builder.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import type { FrameDraft } from '../frame/frame-draft.dto.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { PublicDraws, type PublicDraw } from '../public-event/public-draws.service.js';
import { ApplicationChanges } from './application-changes.service.js';
import type { ApplicationAnswer } from './application.dto.js';
import { Applications } from './applications.service.js';
import { commitmentOf, draw } from './draw.rules.js';
import { Draws } from './draws.service.js';
import { SignUps } from './sign-up.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const CLOSES = '2026-11-20T17:00:00+09:00';
const lottery = (frame: Partial<FrameDraft> = {}): Promise<EventDetail> =>
  anEvent(app, cast, 'published', { frames: [{ name: '席', method: 'lottery', capacity: 3, perApplicationMax: 3, closesAt: CLOSES, ...frame }] });
const sweep = (): Promise<number> => app.get(Draws).sweep();
const publicly = async (event: EventDetail): Promise<PublicDraw> => (await app.tx((tx) => app.get(PublicDraws).ofEvent(tx, event.id)))[0]!;
const ticketOf = (answer: ApplicationAnswer) => app.get(Applications).ticket(tokenOf(answer.ticketUrl));

/** The frame's counters, and the sums they stand for. */
async function counted(event: EventDetail) {
  const [row] = await app.database.asOwner<{ taken: number; held: number; waiting: number; queued: number; entered: number; applied: number; capacity: number }>(
    `select capacity, places_taken as taken, waiting, entered,
       (select coalesce(sum(heads), 0)::int from events.application where frame_id = frame.id and status in ('confirmed', 'offered')) as held,
       (select count(*)::int from events.application where frame_id = frame.id and status = 'waitlisted') as queued,
       (select coalesce(sum(heads), 0)::int from events.application where frame_id = frame.id and status = 'applied') as applied
     from events.frame frame where id = $1`,
    [event.frames[0]!.id],
  );
  expect([row!.taken, row!.waiting, row!.entered]).toEqual([row!.held, row!.queued, row!.applied]);
  expect(row!.taken).toBeLessThanOrEqual(row!.capacity);
  return row!;
}

describe('a frame whose places are drawn', () => {
  it('takes everybody until the closing, promises nobody a place, and says which lot will count before anybody enters', async () => {
    const event = await lottery();
    const before = await publicly(event);
    expect(before).toMatchObject({ commitment: expect.stringMatching(/^[0-9a-f]{64}$/), drawn: null, entered: 0 });
    const [first, second] = [await applied(app, event, 1, 2), await applied(app, event, 2, 3)];
    expect(first).toMatchObject({ status: 'applied', waitlistPosition: null, rest: null });
    expect(await ticketOf(second)).toMatchObject({ status: 'applied', drawsAt: '2026-11-20T08:00:00.000Z', can: { cancel: true, accept: 'application.offer-over' } });
    expect(await applied(app, event, 1)).toMatchObject({ status: 'received' });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(second.ticketUrl));
    expect(await counted(event)).toMatchObject({ taken: 0, waiting: 0, entered: 2 });
    expect(await sweep()).toBe(0);
    expect((await told(app, event.id)).map(([what]) => what)).toEqual(['entered', 'entered', 'repeated', 'cancelled']);
  });

  it('is drawn after the closing: the seed fits what was promised, and anybody comes to the same', async () => {
    const event = await lottery();
    const { commitment } = await publicly(event);
    const answers: ApplicationAnswer[] = [];
    for (let index = 0; index < 6; index += 1) answers.push(await applied(app, event, index, (index % 2) + 1));
    app.clock.set(CLOSES);
    expect(await sweep()).toBeGreaterThan(0);
    expect(await sweep()).toBe(0);
    const { drawn } = await publicly(event);
    expect(commitmentOf(drawn!.seed)).toBe(commitment);
    const entries = answers.map(({ number }, index) => ({ number: number!, heads: (index % 2) + 1, partIsFine: false }));
    const lots = draw(drawn!.seed, entries, 3);
    expect(drawn!.lots).toEqual(lots);
    const losers = lots.filter(({ won }) => won === 0);
    for (const { entry, won } of lots) {
      const ticket = await ticketOf(answers.find(({ number }) => number === entry.number)!);
      expect(ticket).toMatchObject(won > 0 ? { status: 'confirmed', heads: won } : { status: 'waitlisted', waitlistPosition: losers.findIndex((lot) => lot.entry === entry) + 1 });
    }
    expect(await counted(event)).toMatchObject({ waiting: losers.length, entered: 0 });
    expect((await told(app, event.id)).slice(6).map(([what, id]) => [what, id]).sort()).toEqual(answers.map(({ id }) => ['drawn', id]).sort());
    // Nothing of it says who they are.
    expect(JSON.stringify(await app.database.asOwner('select * from events.draw'))).not.toMatch(/町民|neighbour/);
    // From now on it is a frame like others: whoever comes by telephone waits behind those who lost.
    expect(await app.get(SignUps).enter(cast.leader, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(50), channel: 'phone' })).toMatchObject({ status: 'waitlisted' });
  });

  it('gives a part of a group what is left, and the others its place at the head of those who wait', async () => {
    const event = await lottery({ companions: 'names', capacity: 2 });
    const companions = [{ name: '町民 二', kana: 'に' }, { name: '町民 三', kana: 'さん' }];
    const answer = await app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1, 2), companions: companions.slice(0, 1), partIsFine: true });
    await app.database.asOwner('update events.frame set capacity = 1 where id = $1', [event.frames[0]!.id]);
    app.clock.set(CLOSES);
    await sweep();
    const mine = await ticketOf(answer);
    expect(mine).toMatchObject({ status: 'confirmed', heads: 1, companions: [] });
    expect(await app.get(Applications).ticket(tokenOf(mine.partUrls[0]!))).toMatchObject({ status: 'waitlisted', waitlistPosition: 1, companions: companions.slice(0, 1) });
    expect(await counted(event)).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('is drawn once by four workers at once', async () => {
    const events = [await lottery(), await lottery()];
    for (const event of events) for (let index = 0; index < 5; index += 1) await applied(app, event, index);
    app.clock.set(CLOSES);
    const { values, errors } = await race(4, sweep);
    expect(errors).toEqual([]);
    expect(values.reduce((sum, each) => sum + each, 0)).toBe(2);
    for (const event of events) {
      expect(await counted(event)).toMatchObject({ taken: 3, waiting: 2, entered: 0 });
      expect((await told(app, event.id)).filter(([what]) => what === 'drawn')).toHaveLength(5);
    }
  });

  it('keeps its seed whoever writes, and what was drawn', async () => {
    const event = await lottery();
    await expect(app.database.asOwner(`update events.frame set draw_seed = 'another' where id = $1`, [event.frames[0]!.id])).rejects.toThrow('never change');
    await applied(app, event, 1);
    app.clock.set(CLOSES);
    await sweep();
    await expect(app.database.asOwner('update events.draw set capacity = 99')).rejects.toThrow('never change');
    await expect(app.database.asOwner('delete from events.draw')).rejects.toThrow('never change');
  });

  it.each([
    'update platform.file set size = size',
    'update events.draw set capacity = 99',
    'delete from events.draw',
    ...['insert into events.venue_use default values', 'update events.venue_use set beside = true', 'delete from events.venue_use', 'truncate events.venue_use', 'delete from events.venue'],
  ])('the serving role may not: %s', (sql) => expect(app.database.asApp(sql)).rejects.toThrow(/permission denied/));

  it('of nobody stands as well: its frame is not taken away, and no frame that was drawn opens again', async () => {
    const frames = [{ name: '席', method: 'lottery' as const, capacity: 3, perApplicationMax: 3, closesAt: CLOSES }, { name: 'ゆか', capacity: 5 }];
    const event = await anEvent(app, cast, 'published', { frames });
    const [seat, floor] = event.frames.map(({ id }, index) => ({ ...frames[index]!, id }));
    const change = async (changed: FrameDraft[]) => app.get(EventChangeDrafts).update(cast.leader, event.id, { frames: changed }, `"${(await app.get(EventQueries).detail(cast.leader, event.id)).version}"`);
    // Given more time before the draw is fine; handed in after it, it is too late.
    await change([{ ...seat!, closesAt: '2026-11-25T17:00:00+09:00' }, floor!]);
    app.clock.set(CLOSES);
    await sweep();
    await expect(app.get(EventApprovals).submit(cast.leader, event.id)).rejects.toMatchObject({ fields: [{ field: 'frames.0.closesAt', code: 'event.frame-drawn' }] });
    await expect(change([floor!])).rejects.toMatchObject({ fields: [{ field: 'frames', code: 'event.frame-in-use' }] });
    await change([{ ...seat!, name: 'いす席' }, floor!]);
    expect(await app.get(EventApprovals).submit(cast.leader, event.id)).toMatchObject({ changeState: null, frames: [{ name: 'いす席' }, { name: 'ゆか' }] });
  });

  it('needs a closing before the event, and does not become another kind once somebody has entered', async () => {
    await expect(anEvent(app, cast, 'submitted', { frames: [{ name: '席', method: 'lottery', capacity: 3 }] })).rejects.toMatchObject({ fields: [{ field: 'frames.0.closesAt', code: 'event.field-missing' }] });
    const late = { name: '席', method: 'lottery' as const, capacity: 3, closesAt: '2026-11-29T12:00:00+09:00' };
    await expect(anEvent(app, cast, 'submitted', { frames: [late] })).rejects.toMatchObject({ fields: [{ field: 'frames.0.closesAt', code: 'event.drawn-after-start' }] });
    const event = await lottery();
    await applied(app, event, 1);
    const { version } = await app.get(EventQueries).detail(cast.leader, event.id);
    const other = { id: event.frames[0]!.id, name: '席', method: 'first-come' as const, capacity: 3, perApplicationMax: 3 };
    await expect(app.get(EventChangeDrafts).update(cast.leader, event.id, { frames: [other] }, `"${version}"`)).rejects.toMatchObject({ fields: [{ field: 'frames.0.method', code: 'event.frame-in-use' }] });
  });

  it('is left alone when the event is called off', async () => {
    const event = await lottery();
    const answer = await applied(app, event, 1);
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    app.clock.set(CLOSES);
    await sweep();
    expect(await ticketOf(answer)).toMatchObject({ status: 'cancelled_by_host' });
    expect((await publicly(event)).drawn).toBeNull();
    expect(await counted(event)).toMatchObject({ entered: 0 });
  });

  it('any entries: counters are the sums before and after, and each who entered is told once', async () => {
    const group = fc.record({ heads: fc.integer({ min: 1, max: 3 }), partIsFine: fc.boolean(), leaves: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(group, { minLength: 1, maxLength: 12 }), fc.integer({ min: 3, max: 9 }), async (groups, capacity) => {
        app.clock.set('2026-11-02T10:00:00+09:00');
        const event = await lottery({ capacity });
        for (const [index, { heads, partIsFine, leaves }] of groups.entries()) {
          const answer = await app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index, heads), partIsFine });
          if (leaves) await app.get(ApplicationChanges).cancelByTicket(tokenOf(answer.ticketUrl));
        }
        const staying = groups.filter(({ leaves }) => !leaves);
        const heads = staying.reduce((sum, each) => sum + each.heads, 0);
        expect((await counted(event)).entered).toBe(heads);
        app.clock.set(CLOSES);
        await sweep();
        const after = await counted(event);
        const lots = (await publicly(event)).drawn!.lots;
        expect(after.taken).toBe(lots.reduce((sum, { won }) => sum + won, 0));
        expect(after.waiting).toBe(lots.filter(({ entry, won }) => won < entry.heads).length);
        expect((await told(app, event.id)).filter(([what]) => what === 'drawn')).toHaveLength(staying.length);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
