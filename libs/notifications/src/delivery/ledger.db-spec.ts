import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { People } from '@yoriai/identity';
import { newId, rows, type Tx } from '@yoriai/platform';
import { TestClock, announce, testApp, type TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { NotificationsModule } from '../notifications.module.js';
import { OptOuts } from '../opt-out/opt-out.service.js';
import { Deliveries, type Draft } from './deliveries.service.js';
import { DeliveryRepository, type Settlement } from './delivery.repository.js';
import { DeliverySubscriber } from './delivery.subscriber.js';
import { Ledger } from './ledger.service.js';

const START = '2026-11-28T18:00:00+09:00';

let app: TestApp;
let persons: string[];

beforeAll(async () => {
  app = await testApp({ imports: [NotificationsModule], providers: [DeliverySubscriber], clock: new TestClock(START) });
  persons = await app.tx(async (tx) => {
    const added: string[] = [];
    for (let n = 0; n < 12; n += 1) added.push(await app.get(People).add(tx, { name: `ひと${n}`, kana: 'ヒト', phone: '0612345678' }));
    return added;
  });
});
afterAll(() => app.close());

function reminder(eventId: string, personId: string, address: string | null): Draft {
  return {
    dedupeKey: `${eventId}:${personId}`,
    personId,
    eventId,
    kind: 'reminder-d1',
    purpose: 'reminder',
    address,
    template: 'reminder',
    params: {},
    scheduledFor: new Date(START),
  };
}

const claim = (tx: Tx, limit: number) =>
  app.get(DeliveryRepository).claim(tx, {
    now: app.clock.now(),
    quiet: false,
    maxPriority: 2,
    limit,
    until: new Date(app.clock.now().getTime() + 50_000),
    host: 'localhost',
  });

/** One thing that happens to the ledger. */
type Step =
  | { do: 'add'; person: number; channel: boolean }
  | { do: 'send'; results: Settlement['state'][] }
  | { do: 'die'; count: number }
  | { do: 'opt-out' | 'opt-in'; person: number }
  | { do: 'withdraw' }
  | { do: 'wait' };

const person = fc.nat({ max: 11 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('add' as const), person, channel: fc.boolean() }), weight: 6 },
  { arbitrary: fc.record({ do: fc.constant('send' as const), results: fc.array(fc.constantFrom('due', 'accepted', 'bounced', 'withdrawn'), { minLength: 1, maxLength: 5 }) }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constant('die' as const), count: fc.nat({ max: 3 }) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constantFrom('opt-out' as const, 'opt-in' as const), person }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'wait' as const) }), weight: 1 },
);

async function take(tx: Tx, eventId: string, one: Step): Promise<void> {
  const repository = app.get(DeliveryRepository);
  switch (one.do) {
    case 'add':
      await app.get(Deliveries).add(tx, [reminder(eventId, persons[one.person] ?? '', one.channel ? `p${one.person}@example.jp` : null)]);
      return;
    case 'send': {
      const claimed = await claim(tx, one.results.length);
      const settlements = claimed.map(({ id }, n): Settlement => {
        const state = one.results[n] ?? 'due';
        const now = app.clock.now().toISOString();
        return { id, state, next_attempt_at: now, ...(state === 'accepted' ? { accepted_at: now } : {}) };
      });
      if (claimed[0]) await repository.settle(tx, settlements, claimed[0].claimedUntil);
      return;
    }
    case 'die':
      await claim(tx, one.count);
      return;
    case 'opt-out':
      return app.get(OptOuts).add(tx, persons[one.person] ?? '');
    case 'opt-in':
      return app.get(OptOuts).remove(tx, persons[one.person] ?? '');
    case 'withdraw':
      await app.get(Deliveries).withdraw(tx, eventId, ['reminder']);
      return;
    case 'wait':
      app.clock.advance(1);
  }
}

describe('the sum', () => {
  test('audience = accepted + call sheet + opted out + waiting + withdrawn, after every step of any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        app.clock.set(START);
        const eventId = newId();
        const audience = new Set<number>();
        const accepted = new Set<string>();
        await app.tx((tx) => rows(tx, 'delete from notifications.opt_out'));
        await app.tx((tx) => rows(tx, 'delete from notifications.delivery'));
        for (const one of steps) {
          if (one.do === 'add') audience.add(one.person);
          await app.tx((tx) => take(tx, eventId, one));
          const [sum] = await app.tx((tx) => app.get(Ledger).balance(tx, eventId));
          const { accepted: sent = 0, callSheet = 0, optedOut = 0, waiting = 0, withdrawn = 0 } = sum ?? {};
          expect(sent + callSheet + optedOut + waiting + withdrawn).toBe(audience.size);
          expect((await app.tx((tx) => app.get(Ledger).callSheet(tx, eventId))).length).toBe(callSheet);
          // What was accepted once stays accepted: nobody gets a second one.
          const now = await app.tx((tx) => rows<{ id: string }>(tx, `select id from notifications.delivery where state = 'accepted'`));
          for (const { id } of now) accepted.add(id);
          expect(now.length).toBe(accepted.size);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('the serving role can see it in one statement', async () => {
    const eventId = newId();
    await app.tx((tx) => app.get(Deliveries).add(tx, [reminder(eventId, persons[0] ?? '', 'a@example.jp'), reminder(eventId, persons[1] ?? '', null)]));
    const sums = await app.database.asApp<{ audience: string; sum: string }>(
      `select count(*) as audience, count(*) filter (where state = 'accepted') + count(*) filter (where state in ('no-channel', 'bounced'))
         + count(*) filter (where state = 'opted-out') + count(*) filter (where state in ('due', 'sending')) + count(*) filter (where state = 'withdrawn') as sum
       from notifications.delivery where event_id = $1`,
      [eventId],
    );
    expect(sums).toEqual([{ audience: '2', sum: '2' }]);
  });
});

describe('opting out', () => {
  test('the link names one person and can not be made up', () => {
    const optOuts = app.get(OptOuts);
    const token = optOuts.link(persons[2] ?? '').split('/opt-out/')[1] ?? '';
    expect(optOuts.personOf(token)).toBe(persons[2]);
    expect(optOuts.personOf(token.replace(persons[2] ?? '', persons[3] ?? ''))).toBeNull();
    expect(optOuts.personOf(`${token}x`)).toBeNull();
    expect(optOuts.personOf('')).toBeNull();
  });

  test('stops waiting reminders and later ones, but no answer to what the person did', async () => {
    const one = persons[4] ?? '';
    const eventId = newId();
    await app.tx(async (tx) => {
      const deliveries = app.get(Deliveries);
      await deliveries.add(tx, [reminder(eventId, one, 'a@example.jp')]);
      await app.get(OptOuts).add(tx, one);
      await app.get(OptOuts).add(tx, one);
      await deliveries.add(tx, [
        { ...reminder(eventId, one, 'a@example.jp'), kind: 'reminder-day', dedupeKey: 'later' },
        { ...reminder(eventId, one, 'a@example.jp'), kind: 'event-cancelled', purpose: 'cancellation', dedupeKey: 'off' },
      ]);
    });
    const lines = await app.tx((tx) => app.get(Ledger).ofEvent(tx, eventId));
    expect(lines.map(({ kind, status }) => [kind, status])).toEqual([
      ['reminder-d1', 'opted-out'],
      ['reminder-day', 'opted-out'],
      ['event-cancelled', 'due'],
    ]);
    expect(lines[0]?.recipient).toBe('a•••@example.jp');
  });
});

test('two records of one person become one, and nobody has a letter twice', async () => {
  const eventId = newId();
  const [kept = '', joined = ''] = [persons[6], persons[7]];
  await app.tx(async (tx) => {
    await app.get(Deliveries).add(tx, [reminder(eventId, kept, 'a@example.jp'), reminder(eventId, joined, 'a@example.jp')]);
    await app.get(Deliveries).add(tx, [{ ...reminder(eventId, joined, 'a@example.jp'), kind: 'reminder-day', dedupeKey: 'day' }]);
    await announce(tx, app.clock, 'identity.person-joined', { keptPersonId: kept, joinedPersonId: joined });
  });
  await app.deliver();
  const lines = await app.tx((tx) => app.get(Ledger).ofEvent(tx, eventId));
  expect(lines.map(({ kind, personId }) => [kind, personId])).toEqual([
    ['reminder-d1', kept],
    ['reminder-d1', joined],
    ['reminder-day', kept],
  ]);
});

test('a claim walks the index and not the table', async () => {
  const plan = await app.tx(async (tx) => {
    await rows(tx, 'set local enable_seqscan = off');
    return rows<{ 'QUERY PLAN': string }>(
      tx,
      `explain select id from notifications.delivery where state in ('due', 'sending') and coalesce(claimed_until, next_attempt_at) <= now()
       and any_hour and priority <= 2 order by priority, coalesce(claimed_until, next_attempt_at), id limit 200 for update skip locked`,
    );
  });
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toContain('delivery_waiting');
  expect(text).not.toContain('Sort');
});
