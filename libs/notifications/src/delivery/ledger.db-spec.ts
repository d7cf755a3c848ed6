import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { People } from '@yoriai/identity';
import { newId, rows, type Tx } from '@yoriai/platform';
import { TestClock, announce, testApp, type TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { NotificationsModule } from '../notifications.module.js';
import { OptOuts } from '../opt-out/opt-out.service.js';
import { Deliveries, type Draft } from './deliveries.service.js';
import { CLAIM, DeliveryRepository, type Settlement } from './delivery.repository.js';
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
    priorities: [0, 2],
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
  test('audience = accepted + call sheet + opted out + waiting, and everybody else is withdrawn, after every step of any history', async () => {
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
          const { audience: concerned = 0, accepted: sent = 0, callSheet = 0, optedOut = 0, waiting = 0, withdrawn = 0 } = sum ?? {};
          expect(sent + callSheet + optedOut + waiting).toBe(concerned);
          expect(concerned + withdrawn).toBe(audience.size);
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
      `select count(*) filter (where state <> 'withdrawn') as audience, count(*) filter (where state = 'accepted') + count(*) filter (where state in ('no-channel', 'bounced'))
         + count(*) filter (where state = 'opted-out') + count(*) filter (where state in ('due', 'sending')) as sum
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

describe('a wish outlives the record it was made under', () => {
  const join = async (kept: string, joined: string): Promise<void> => {
    await app.database.asOwner('update identity.person set merged_into = $1 where id = $2', [kept, joined]);
    await app.tx((tx) => announce(tx, app.clock, 'identity.person-joined', { keptPersonId: kept, joinedPersonId: joined }));
    await app.deliver();
  };
  const declined = (personId: string) => app.tx((tx) => app.get(OptOuts).has(tx, personId));

  test('declined under the joined record: what waits for the kept one stays unsent, and what comes later', async () => {
    const eventId = newId();
    const [kept = '', joined = ''] = [persons[8], persons[9]];
    await app.tx(async (tx) => {
      await app.get(OptOuts).add(tx, joined);
      await app.get(Deliveries).add(tx, [reminder(eventId, kept, 'a@example.jp')]);
    });
    await join(kept, joined);
    await app.tx((tx) => app.get(Deliveries).add(tx, [{ ...reminder(eventId, kept, 'a@example.jp'), kind: 'reminder-day', dedupeKey: newId() }]));
    const lines = await app.tx((tx) => app.get(Ledger).ofEvent(tx, eventId));
    expect(lines.map(({ status }) => status)).toEqual(['opted-out', 'opted-out']);
    expect([await declined(kept), await declined(joined)]).toEqual([true, true]);

    // The link in an older letter names the joined record; it takes the wish of the person back.
    await app.tx((tx) => app.get(OptOuts).remove(tx, joined));
    expect([await declined(kept), await declined(joined)]).toEqual([false, false]);
  });

  test('an older letter’s link stops the reminders of the kept record', async () => {
    const eventId = newId();
    const [kept = '', joined = ''] = [persons[10], persons[11]];
    await join(kept, joined);
    await app.tx((tx) => app.get(Deliveries).add(tx, [reminder(eventId, kept, 'a@example.jp')]));
    await app.tx((tx) => app.get(OptOuts).add(tx, joined));
    expect(await declined(kept)).toBe(true);
    expect((await app.tx((tx) => app.get(Ledger).ofEvent(tx, eventId))).map(({ status }) => status)).toEqual(['opted-out']);
  });
});

test.each(['force_custom_plan', 'force_generic_plan'])('a claim among fifty thousand rows walks the index in its order (%s)', async (mode) => {
  await app.database.asOwner('delete from notifications.delivery');
  await app.database.asOwner(
    `insert into notifications.delivery (id, dedupe_key, event_id, kind, purpose, channel, address, template, params, priority, any_hour,
       state, next_attempt_at, message_id, accepted_at, created_at)
     select gen_random_uuid(), 'plan-' || n, gen_random_uuid(), 'reminder-d1', 'reminder', 'mail', 'p' || n || '@example.jp', 'plain', '{}', 2, false,
       s, now() - interval '1 day' + n * interval '1 second', '<x@y>', case s when 'accepted' then now() end, now() - interval '1 day'
     from generate_series(1, 50000) n, lateral (select case when n % 4 = 0 then 'due' else 'accepted' end as s) of`,
  );
  await app.database.asOwner('analyze notifications.delivery');
  const plan = await app.tx(async (tx) => {
    await rows(tx, `set local plan_cache_mode = ${mode}`);
    await rows(tx, `prepare shipped_claim as ${CLAIM}`);
    const lines = await rows<{ 'QUERY PLAN': string }>(
      tx,
      `explain execute shipped_claim(now(), false, 0, 2, 200, now() + interval '50 seconds', 'localhost')`,
    );
    await rows(tx, 'deallocate shipped_claim');
    return lines;
  });
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toContain('Index Scan using delivery_waiting');
  expect(text).not.toMatch(/Sort|Seq Scan/);
}, 60_000);
