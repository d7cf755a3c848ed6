import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Clock, Db, rows, type Tx } from '@yoriai/platform';
import { DataSource } from 'typeorm';
import { OptOuts } from '../opt-out/opt-out.service.js';
import { Deliverer } from './deliverer.js';
import { Deliveries } from './deliveries.service.js';
import { DeliveryRepository } from './delivery.repository.js';
import { MailPool } from './mail-pool.js';
import { PostOffice, addresses, reminder } from './testing/post-office.js';

let office: PostOffice;

beforeEach(async () => {
  office = await PostOffice.open();
});
afterEach(() => office.close());

/** The database of a worker that dies once the server has taken a letter: accepted, but never entered. */
class DyingDb extends Db {
  override transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return office.sink.mails.length > 0 ? Promise.reject(new Error('killed')) : super.transaction(work);
  }
}

test('run twice, each person gets one letter with a Message-ID made from the delivery', async () => {
  await office.plan(addresses(30));
  expect(await office.deliver()).toMatchObject({ claimed: 30, accepted: 30 });
  expect(await office.deliver()).toMatchObject({ claimed: 0 });
  expect(office.recipients()).toEqual(addresses(30));
  const ids = await office.app.tx((tx) => rows<{ id: string }>(tx, 'select id from notifications.delivery'));
  expect(office.sink.mails.map((mail) => mail.messageId).sort()).toEqual(ids.map(({ id }) => `<${id}@localhost>`).sort());
});

test('the same audience entered twice is one letter each', async () => {
  await office.app.tx(async (tx) => {
    const personId = await office.person(tx);
    const deliveries = office.app.get(Deliveries);
    expect(await deliveries.add(tx, [reminder(personId, 'a@example.jp')])).toBe(1);
    expect(await deliveries.add(tx, [reminder(personId, 'a@example.jp'), { ...reminder(personId, 'a@example.jp'), dedupeKey: 'another key' }])).toBe(0);
  });
});

test('a worker killed in the middle: everyone exactly once accepted, a repeat only with the same Message-ID', async () => {
  await office.plan(addresses(40));
  const dying = new Deliverer(new DyingDb(office.app.get(DataSource)), office.app.get(Clock), office.app.get(DeliveryRepository), office.writer, office.app.get(MailPool), office.app.get(OptOuts));
  await expect(dying.deliverSlice()).rejects.toThrow('killed');
  const before = office.sink.mails.length;
  expect(before).toBeGreaterThan(0);
  expect(await office.deliver()).toMatchObject({ claimed: 0 });

  office.app.clock.advance(1);
  while ((await office.deliver()).claimed > 0);
  expect((await office.states()).every((row) => row.state === 'accepted')).toBe(true);
  const byRecipient = new Map<string, Set<string>>();
  for (const { to, messageId } of office.sink.mails) {
    const known = byRecipient.get(to[0] ?? '') ?? new Set();
    byRecipient.set(to[0] ?? '', known.add(messageId));
  }
  expect([...byRecipient.keys()].sort()).toEqual(addresses(40));
  expect([...byRecipient.values()].every((ids) => ids.size === 1)).toBe(true);
});

test('two workers at once: each letter goes once', async () => {
  await office.plan(addresses(300));
  const [one, two] = await Promise.all([office.deliver(), office.deliver()]);
  expect(one.claimed + two.claimed).toBe(300);
  expect(office.recipients()).toEqual(addresses(300));
});

test('a letter with a bug in it stays behind alone, and is reported', async () => {
  await office.plan(addresses(4));
  office.writer.broken.add('p0000@example.jp');
  await expect(office.deliver()).rejects.toThrow('could not be written');
  expect(office.recipients()).toEqual(addresses(4).slice(1));
  office.writer.broken.clear();
  office.app.clock.advance(1);
  expect(await office.deliver()).toMatchObject({ accepted: 1 });
});

test('a code overtakes reminders', async () => {
  await office.plan(addresses(20));
  await office.plan(['code@example.jp'], { purpose: 'sign-in', kind: 'sign-in', personId: null, eventId: null, scheduledFor: undefined, dedupeKey: 'code' });
  expect(await office.app.tx((tx) => office.app.get(Deliveries).waitingSlices(tx))).toEqual({ urgent: true, slices: 1 });
  expect(await office.app.get(Deliverer).deliverSlice({ lane: 'urgent' })).toMatchObject({ claimed: 1 });
  expect(office.recipients()).toEqual(['code@example.jp']);
  expect(await office.app.get(Deliverer).deliverSlice({ lane: 'urgent' })).toMatchObject({ claimed: 0 });
});

test.each(['b@x.jp\r\nBcc: evil@y.jp', 'a@x.jp, b@x.jp', 'Evil <evil@y.jp>'])('%j can never become a recipient', async (address) => {
  await office.plan([address]);
  expect(await office.deliver()).toMatchObject({ claimed: 0 });
  expect(await office.states()).toEqual([{ address: null, state: 'no-channel' }]);
  const planted = office.app.database.asApp(
    `update notifications.delivery set address = $1, channel = 'mail', state = 'due'`,
    [address],
  );
  await expect(planted).rejects.toThrow('delivery_one_recipient');
});

test('two thousand people are written to in seconds', async () => {
  await office.plan(addresses(2_000));
  const started = performance.now();
  const lanes = await Promise.all([1, 2].map(async () => {
    let sent = 0;
    for (let report = await office.deliver(); report.claimed > 0; report = await office.deliver()) sent += report.accepted;
    return sent;
  }));
  expect(lanes.reduce((sum, sent) => sum + sent)).toBe(2_000);
  expect(new Set(office.recipients()).size).toBe(2_000);
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);
