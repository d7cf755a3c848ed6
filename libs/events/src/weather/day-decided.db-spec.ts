import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents } from '../public-event/public-event.service.js';
import { DecisionPrompts } from './decision-prompts.service.js';
import { Holdings } from './holdings.service.js';
import { Postponements } from './postponements.service.js';

let app: TestApp;
let cast: Cast;
let event: EventDetail;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-02T10:00:00+09:00');
  event = await anEvent(app, cast, 'published', { rainPolicy: 'postponed' });
});

const at = async (time: string): Promise<number> => {
  app.clock.set(time);
  return app.get(DecisionPrompts).sweep(app.clock.now());
};
const asked = async (): Promise<unknown[]> => (await app.outbox()).filter(({ message, payload }) => message === 'events.decision-asked' && payload['eventId'] === event.id).map(({ payload }) => payload['stage']);
const hold = (actor = cast.leader): Promise<EventDetail> => app.get(Holdings).hold(actor, event.id, event.startsAt!);
const decided = () => app.tx((tx) => app.get(PublicEvents).decided(tx, event.id));

describe('before the hour of decision', () => {
  it('whoever leads is asked half a day and an hour before, each once, however many workers look', async () => {
    expect(await at('2026-11-28T04:59:00+09:00')).toBe(0);
    const looks = await Promise.all([1, 2, 3].map(() => at('2026-11-28T05:00:00+09:00')));
    expect(looks.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await at('2026-11-28T12:00:00+09:00')).toBe(0);
    expect(await at('2026-11-28T16:01:00+09:00')).toBe(1);
    expect(await at('2026-11-28T16:30:00+09:00')).toBe(0);
    expect(await asked()).toEqual(['half-day', 'hour']);
  });

  it('not after it was decided; put off, of the new hour again', async () => {
    app.clock.set('2026-11-27T10:00:00+09:00');
    await hold();
    expect(await at('2026-11-28T06:00:00+09:00')).toBe(0);
    await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
    expect(await at('2026-11-28T16:30:00+09:00')).toBe(0);
    expect(await at('2026-12-05T06:00:00+09:00')).toBe(1);
    expect(await asked()).toEqual(['half-day']);
  });

  it('whoever leads, and nobody else, reads with the event that it is to be decided, until it is', async () => {
    const read = async (actor: Cast['leader']) => (await app.get(EventQueries).detail(actor, event.id)).decideBy;
    expect(await read(cast.leader)).toBeNull();
    app.clock.set('2026-11-29T08:00:00+09:00');
    expect(await read(cast.leader)).toBe('2026-11-28T08:00:00.000Z');
    expect(await read(cast.otherLeader)).toBeNull();
    await hold();
    expect(await read(cast.leader)).toBeNull();
  });

  it('nobody is asked where rain changes nothing', async () => {
    await app.database.asOwner(`update events.event set rain_policy = 'go-ahead' where id = $1`, [event.id]);
    expect(await at('2026-11-28T06:00:00+09:00')).toBe(0);
  });
});

describe('that it is held', () => {
  it('everybody can read, once it was said; twice is once, and putting it off ends it', async () => {
    expect(await decided()).toBeNull();
    await hold();
    await hold();
    expect(await decided()).toMatchObject({ kind: 'held' });
    expect(await app.database.asOwner('select count(*)::int as n from events.day_decision where event_id = $1', [event.id])).toEqual([{ n: 1 }]);
    await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
    expect(await decided()).toMatchObject({ kind: 'postponed', reason: '雨の予報のため' });
    await expect(hold()).rejects.toMatchObject({ code: 'event.postponed-meanwhile' });
  });

  it('stands in the history and with the event as long as its day does; after a postponement both are told, without contradiction', async () => {
    const detail = () => app.get(EventQueries).detail(cast.leader, event.id);
    const history = async () => (await app.get(EventQueries).history(cast.leader, event.id)).items.map(({ verb }) => verb);
    expect((await detail()).heldAt).toBeNull();
    app.clock.set('2026-11-02T11:00:00+09:00');
    expect((await hold()).heldAt).toBe('2026-11-02T02:00:00.000Z');
    expect(await decided()).toMatchObject({ kind: 'held', moved: null });
    app.clock.set('2026-11-03T10:00:00+09:00');
    const { startsAt } = await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
    expect((await detail()).heldAt).toBeNull();
    app.clock.set('2026-11-04T10:00:00+09:00');
    await app.get(Holdings).hold(cast.leader, event.id, startsAt!);
    expect(await detail()).toMatchObject({ heldAt: '2026-11-04T01:00:00.000Z', reason: { verb: 'postpone' } });
    expect(await decided()).toMatchObject({ kind: 'held', moved: { reason: '雨の予報のため' } });
    expect((await history()).slice(0, 3)).toEqual(['hold', 'postpone', 'hold']);
    expect((await app.get(EventQueries).history(cast.leader, event.id)).items[0]).toMatchObject({ actorName: expect.stringMatching(/./), at: '2026-11-04T01:00:00.000Z' });
  });

  it('is said by those who lead it and the ward', async () => {
    await expect(hold(cast.member)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    expect(await hold(cast.staff)).toMatchObject({ state: 'published' });
  });
});
