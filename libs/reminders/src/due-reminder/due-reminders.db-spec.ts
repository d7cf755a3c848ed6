import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Alerts, AlertSource, AlertSources, type WeatherAlert } from '@yoriai/events';
import { MessageHandlers, newId, rows } from '@yoriai/platform';
import { TestClock, Town, announce, race, testApp, type TestApp, type TownEvent } from '@yoriai/testing';
import { RemindersWorkerModule } from '../reminders.worker.js';
import { DueReminders } from './due-reminders.service.js';

let app: TestApp;
let town: Town;

beforeAll(async () => {
  app = await testApp({ imports: [RemindersWorkerModule], clock: new TestClock() });
  town = new Town(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-10T10:00:00+09:00');
  await app.tx((tx) => rows(tx, `update reminders.due_reminder set state = 'withdrawn', settled_at = now() where state = 'due'`));
});

const tell = async (message: 'events.event-published' | 'events.event-edited' | 'events.event-changed' | 'events.event-cancelled', eventId: string) => {
  await app.tx((tx) => announce(tx, app.clock, message, { eventId, revision: 1, before: null }));
  await app.deliver();
};

async function aPublishedEvent(given: TownEvent = {}): Promise<string> {
  const { id } = await town.event({ startsAt: '2026-11-29T13:00:00+09:00', endsAt: '2026-11-29T15:00:00+09:00', ...given });
  await tell('events.event-published', id);
  return id;
}

const plan = async (eventId: string) => (await app.tx((tx) => app.get(DueReminders).ofEvent(tx, eventId))).map(({ kind, state, dueAt }) => [kind, state, dueAt.toISOString()]);
const announced = async (eventId: string) => (await app.outbox()).filter(({ message, payload }) => message === 'reminders.reminder-due' && payload['eventId'] === eventId).length;
const sweep = (at: string) => {
  app.clock.set(at);
  return app.get(DueReminders).sweep(app.clock.now());
};

describe('the plan', () => {
  test('is three rows, however often the event is announced', async () => {
    const id = await aPublishedEvent();
    await tell('events.event-published', id);
    await tell('events.event-edited', id);
    expect(await plan(id)).toEqual([
      ['d7', 'due', '2026-11-22T01:00:00.000Z'],
      ['d1', 'due', '2026-11-28T09:00:00.000Z'],
      ['day', 'due', '2026-11-28T22:30:00.000Z'],
    ]);
  });

  test('moves with the start, and comes back when the start comes back', async () => {
    const id = await aPublishedEvent();
    await app.database.asOwner(`update events.event set starts_at = '2026-12-06T13:00:00+09:00', ends_at = '2026-12-06T15:00:00+09:00' where id = $1`, [id]);
    await tell('events.event-changed', id);
    expect((await plan(id)).filter(([, state]) => state === 'due').map(([kind, , at]) => [kind, at])).toEqual([
      ['d7', '2026-11-29T01:00:00.000Z'],
      ['d1', '2026-12-05T09:00:00.000Z'],
      ['day', '2026-12-05T22:30:00.000Z'],
    ]);
    await app.database.asOwner(`update events.event set starts_at = '2026-11-29T13:00:00+09:00', ends_at = '2026-11-29T15:00:00+09:00' where id = $1`, [id]);
    await tell('events.event-edited', id);
    expect((await plan(id)).filter(([, state]) => state === 'due').map(([, , at]) => at)).toEqual([
      '2026-11-22T01:00:00.000Z',
      '2026-11-28T09:00:00.000Z',
      '2026-11-28T22:30:00.000Z',
    ]);
  });

  test('what was past when it was published is skipped, even if the worker hears of it late', async () => {
    app.clock.set('2026-11-28T17:59:00+09:00');
    const { id } = await town.event({ startsAt: '2026-11-29T13:00:00+09:00', endsAt: '2026-11-29T15:00:00+09:00' });
    await app.tx((tx) => announce(tx, app.clock, 'events.event-published', { eventId: id, revision: 1 }));
    app.clock.set('2026-11-28T18:30:00+09:00');
    await app.deliver();
    expect((await plan(id)).map(([kind, state]) => [kind, state])).toEqual([
      ['d7', 'skipped'],
      ['d1', 'due'],
      ['day', 'due'],
    ]);
  });

  test('is withdrawn when the event is cancelled, and nothing is announced', async () => {
    const id = await aPublishedEvent();
    await app.database.asOwner(`update events.event set state = 'cancelled' where id = $1`, [id]);
    expect(await sweep('2026-11-22T10:00:00+09:00')).toBe(0);
    await tell('events.event-cancelled', id);
    expect((await plan(id)).map(([, state]) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect(await sweep('2026-11-29T07:30:00+09:00')).toBe(0);
  });

  test('the database refuses a reminder at night', async () => {
    const id = await aPublishedEvent();
    const planted = app.database.asApp(`update reminders.due_reminder set due_at = '2026-11-28T21:00:00+09:00' where event_id = $1 and kind = 'd1'`, [id]);
    await expect(planted).rejects.toThrow('due_reminder_by_day');
  });
});

describe('messages in any order', () => {
  type Word = 'events.event-published' | 'events.event-edited' | 'events.event-cancelled';
  /** Hands one message to the plan as the queue would: with the time it was announced, whenever it comes. */
  const hear = async (message: Word, eventId: string, at: string): Promise<void> => {
    const messageId = newId();
    const payload = { eventId, revision: 1 };
    await app.tx(async (tx) => {
      await rows(tx, 'insert into platform.outbox (id, message, payload, at, relayed_at) values ($1, $2, $3, $4, now())', [messageId, message, JSON.stringify(payload), at]);
      await rows(tx, `insert into platform.inbox (message_id, subscriber, enqueued_at) select $1, s, now() from unnest($2::text[]) s`, [
        messageId,
        app.get(MessageHandlers).subscribersOf(message),
      ]);
    });
    for (const subscriber of app.get(MessageHandlers).subscribersOf(message)) {
      expect(await app.get(MessageHandlers).handle({ messageId, subscriber, message, payload, at })).toBe('handled');
    }
  };
  const event = () => town.event({ startsAt: '2026-11-29T13:00:00+09:00', endsAt: '2026-11-29T15:00:00+09:00' });
  const states = async (eventId: string) => (await plan(eventId)).map(([kind, state]) => `${String(kind)} ${String(state)}`);

  test('cancelled before published: nothing is ever planned or announced', async () => {
    const { id } = await event();
    await app.database.asOwner(`update events.event set state = 'cancelled' where id = $1`, [id]);
    await hear('events.event-cancelled', id, '2026-11-10T10:00:02+09:00');
    await hear('events.event-published', id, '2026-11-10T10:00:00+09:00');
    await hear('events.event-edited', id, '2026-11-10T10:00:01+09:00');
    expect(await states(id)).toEqual([]);
    expect(await sweep('2026-11-28T18:00:00+09:00')).toBe(0);
    expect(await announced(id)).toBe(0);
  });

  test('edited before published: what was due at the publication is not lost', async () => {
    const { id } = await event();
    // Published at one minute to six, edited at five past; the worker, down meanwhile, hears of the edit first.
    app.clock.set('2026-11-28T18:06:00+09:00');
    await hear('events.event-edited', id, '2026-11-28T18:05:00+09:00');
    expect(await states(id)).toEqual(['d7 skipped', 'd1 skipped', 'day due']);
    await hear('events.event-published', id, '2026-11-28T17:59:00+09:00');
    expect(await states(id)).toEqual(['d7 skipped', 'd1 due', 'day due']);
    expect(await sweep('2026-11-28T18:06:01+09:00')).toBe(1);
    expect(await sweep('2026-11-28T18:06:02+09:00')).toBe(0);
  });

  test('what a sweep left out is not brought back by a message that comes late', async () => {
    const { id } = await event();
    await hear('events.event-edited', id, '2026-11-10T10:05:00+09:00');
    // Down from the evening to the morning: the evening's reminder is left out, the morning's says the same.
    expect(await sweep('2026-11-29T07:30:00+09:00')).toBe(1);
    expect(await states(id)).toEqual(['d7 skipped', 'd1 skipped', 'day expanded']);
    await hear('events.event-published', id, '2026-11-10T10:00:00+09:00');
    expect(await states(id)).toEqual(['d7 skipped', 'd1 skipped', 'day expanded']);
    expect(await sweep('2026-11-29T07:31:00+09:00')).toBe(0);
  });
});

describe('the sweep', () => {
  test('announces each once, however many sweep at the same time', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 8; n += 1) ids.push(await aPublishedEvent());
    app.clock.set('2026-11-22T10:00:00+09:00');
    const { values, errors } = await race(6, () => app.get(DueReminders).sweep(app.clock.now()));
    expect(errors).toEqual([]);
    expect(values.reduce((sum, count) => sum + count, 0)).toBe(8);
    for (const id of ids) expect(await announced(id)).toBe(1);
    expect(await sweep('2026-11-22T10:00:01+09:00')).toBe(0);
  });

  test('is silent at night, and late in the morning only for what has not begun', async () => {
    const early = await aPublishedEvent({ startsAt: '2026-11-29T06:30:00+09:00', endsAt: '2026-11-29T08:00:00+09:00' });
    const later = await aPublishedEvent();
    await sweep('2026-11-22T10:00:00+09:00');
    expect(await sweep('2026-11-28T21:00:00+09:00')).toBe(0);
    expect(await sweep('2026-11-29T06:59:59+09:00')).toBe(0);
    expect(await sweep('2026-11-29T07:00:00+09:00')).toBe(0);
    expect((await plan(early)).map(([kind, state]) => [kind, state])).toEqual([
      ['d7', 'expanded'],
      ['d1', 'skipped'],
      ['day', 'skipped'],
    ]);
    expect(await sweep('2026-11-29T07:30:00+09:00')).toBe(1);
    expect((await plan(later)).map(([kind, state]) => [kind, state])).toEqual([
      ['d7', 'expanded'],
      ['d1', 'skipped'],
      ['day', 'expanded'],
    ]);
  });
});

describe('while a grave warning stands', () => {
  class Office extends AlertSource {
    readonly name = 'jma';
    says: readonly WeatherAlert[] = [];
    read = (): Promise<readonly WeatherAlert[]> => Promise.resolve(this.says);
  }
  const office = new Office();
  /** The office says this level, or nothing, and the worker looks. */
  const look = async (at: string, level: WeatherAlert['level'] | null): Promise<number> => {
    app.clock.set(at);
    office.says = level === null ? [] : [{ kind: 'rain', title: '大雨', level }];
    Object.assign(app.get(AlertSources), { all: [office] });
    await app.get(Alerts).poll();
    return app.get(DueReminders).sweep(app.clock.now());
  };
  const states = async (id: string) => (await app.tx((tx) => app.get(DueReminders).ofEvent(tx, id))).map(({ kind, state, heldAt }) => `${kind} ${state}${heldAt ? ' held' : ''}`);
  const held = (id: string) => app.tx((tx) => app.get(DueReminders).heldOf(tx, id));
  const decide = (id: string) => app.database.asOwner(`insert into events.day_decision (id, event_id, kind, cause, was_starts_at, decided_by, decided_at) select $2, id, 'held', 'warning', starts_at, (select id from identity.person limit 1), $3 from events.event where id = $1`, [id, newId(), app.clock.now()]);
  const someone = async (): Promise<string> => (await app.database.asOwner<{ id: string }>('select id from identity.person limit 1'))[0]!.id;

  test('the evening reminder waits, and goes once at the time that was stated; that of the morning waits anew', async () => {
    const id = await aPublishedEvent();
    await sweep('2026-11-22T10:00:00+09:00');
    expect(await look('2026-11-28T18:00:00+09:00', 5)).toBe(0);
    expect((await held(id)).map(({ kind, heldUntil }) => [kind, heldUntil?.toISOString()])).toEqual([['d1', '2026-11-28T11:30:00.000Z']]);
    // Many look at once, and a worker that starts again in between knows of it from the row alone.
    const looks = await race(5, () => look('2026-11-28T20:30:00+09:00', 5));
    expect(looks.values.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await look('2026-11-29T07:30:00+09:00', 5)).toBe(0);
    expect(await look('2026-11-29T10:59:00+09:00', 5)).toBe(0);
    expect(await look('2026-11-29T11:00:00+09:00', 5)).toBe(1);
    expect(await look('2026-11-29T11:30:00+09:00', null)).toBe(0);
    expect(await states(id)).toEqual(['d7 expanded', 'd1 expanded held', 'day expanded held']);
    expect(await announced(id)).toBe(3);
  });

  test('it goes when it was decided, when the warning is over, or when its leader sends it; a lesser warning holds nothing', async () => {
    const [decided, over, sent] = [await aPublishedEvent(), await aPublishedEvent(), await aPublishedEvent()];
    await sweep('2026-11-22T10:00:00+09:00');
    expect(await look('2026-11-28T18:00:00+09:00', 5)).toBe(0);
    await decide(decided);
    await app.tx(async (tx) => app.get(DueReminders).release(tx, sent, await someone()));
    expect(await held(sent)).toEqual([]);
    expect(await look('2026-11-28T18:01:00+09:00', 5)).toBe(2);
    expect(await states(over)).toContain('d1 due held');
    expect(await look('2026-11-28T18:31:00+09:00', 4)).toBe(1);
    for (const id of [decided, over, sent]) expect(await announced(id)).toBe(2);
    expect(await look('2026-11-29T07:30:00+09:00', 3)).toBe(3);
  });

  test('a decision counts against what began before it alone', async () => {
    const [early, lately] = [await aPublishedEvent(), await aPublishedEvent()];
    await sweep('2026-11-22T10:00:00+09:00');
    expect(await look('2026-11-28T17:30:00+09:00', 4)).toBe(0);
    for (const id of [early, lately]) await decide(id);
    expect(await look('2026-11-28T17:50:00+09:00', 5)).toBe(0);
    app.clock.set('2026-11-28T17:55:00+09:00');
    await decide(lately);
    expect(await look('2026-11-28T18:00:00+09:00', 5)).toBe(1);
    expect([await states(early), await states(lately)].map(([, evening]) => evening)).toEqual(['d1 due held', 'd1 expanded']);
  });

  test.each([
    ['tsunami', 4, 2],
    ['flood', 5, 4],
  ] as const)('a warning of a %s holds as well; one of a lower step does not', async (kind, gravest, lower) => {
    const coast = async (at: string, level: WeatherAlert['level']): Promise<number> => {
      app.clock.set(at);
      office.says = [{ kind, title: '試験', level }];
      Object.assign(app.get(AlertSources), { all: [office] });
      await app.get(Alerts).poll();
      return app.get(DueReminders).sweep(app.clock.now());
    };
    const id = await aPublishedEvent();
    await sweep('2026-11-22T10:00:00+09:00');
    expect(await coast('2026-11-28T18:00:00+09:00', gravest)).toBe(0);
    expect(await states(id)).toContain('d1 due held');
    expect(await coast('2026-11-28T18:31:00+09:00', lower)).toBe(1);
  });

  test('what waits keeps nobody else from being reminded, however many wait', async () => {
    for (let n = 0; n < 51; n += 1) await aPublishedEvent();
    const another = await aPublishedEvent({ startsAt: '2026-12-06T13:00:00+09:00', endsAt: '2026-12-06T15:00:00+09:00' });
    await sweep('2026-11-28T18:00:00+09:00');
    expect(await look('2026-11-29T07:30:00+09:00', 5)).toBe(0);
    expect(await look('2026-11-29T10:00:00+09:00', 5)).toBe(1);
    expect(await announced(another)).toBe(1);
  });

  test('called off while it waits, nothing goes', async () => {
    const id = await aPublishedEvent();
    await sweep('2026-11-22T10:00:00+09:00');
    expect(await look('2026-11-28T18:00:00+09:00', 5)).toBe(0);
    await app.database.asOwner(`update events.event set state = 'cancelled' where id = $1`, [id]);
    await tell('events.event-cancelled', id);
    expect(await look('2026-11-28T20:30:00+09:00', null)).toBe(0);
    expect(await states(id)).toEqual(['d7 expanded', 'd1 withdrawn held', 'day withdrawn']);
  });
});
