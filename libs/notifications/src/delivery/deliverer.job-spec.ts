import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Global, Injectable, Module } from '@nestjs/common';
import { People } from '@yoriai/identity';
import { Clock, Db, rows, type Tx } from '@yoriai/platform';
import { DataSource } from 'typeorm';
import { TestClock, mailSink, testApp, testConfig, type MailSink, type TestApp } from '@yoriai/testing';
import { NotificationsWorkerModule } from '../notifications.worker.js';
import { OptOuts } from '../opt-out/opt-out.service.js';
import { Deliveries, type Draft } from './deliveries.service.js';
import { Deliverer } from './deliverer.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Ledger } from './ledger.service.js';
import { LetterWriter, type ClaimedDelivery, type Letter } from './letter.js';
import { MailPool } from './mail-pool.js';

const EVENT = '01930000-0000-7000-8000-0000000000e1';
const DAY = '2026-11-28T18:00:00+09:00';

/** Writes a plain letter; who is named in `unwanted` gets none, who is named in `broken` is a bug. */
@Injectable()
class PlainWriter extends LetterWriter {
  unwanted = new Set<string>();
  broken = new Set<string>();

  async write(_tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    if (deliveries.some((one) => this.broken.has(one.address))) throw new Error('a bug in a letter');
    const wanted = deliveries.filter((one) => !this.unwanted.has(one.address));
    return new Map(wanted.map((one) => [one.id, { fromName: '寄合', subject: `お知らせ ${String(one.params['n'])}`, text: 'あす10時からです。' }]));
  }
}

/** The database of a worker that dies once the server has taken a letter: accepted, but never entered. */
class DyingDb extends Db {
  override transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return sink.mails.length > 0 ? Promise.reject(new Error('killed')) : super.transaction(work);
  }
}

@Global()
@Module({ providers: [{ provide: LetterWriter, useClass: PlainWriter }], exports: [LetterWriter] })
class PlainLetters {}

let sink: MailSink;
let app: TestApp;
let writer: PlainWriter;
let serial = 0;

async function open(): Promise<void> {
  sink = await mailSink();
  app = await testApp({ imports: [PlainLetters, NotificationsWorkerModule], clock: new TestClock(DAY), config: { smtpUrl: sink.url } });
  writer = app.get(LetterWriter) as PlainWriter;
}

beforeEach(open);
afterEach(async () => {
  await app.close();
  await sink.close();
});

function person(tx: Tx, email: string | null): Promise<string> {
  serial += 1;
  return app.get(People).add(tx, { name: `ひと ${serial}`, kana: 'ヒト', email, phone: '0612345678' });
}

/** Reminders for people with these addresses, in this order. */
async function plan(addresses: (string | null)[], change: Partial<Draft> = {}): Promise<void> {
  await app.tx(async (tx) => {
    const drafts: Draft[] = [];
    for (const [n, address] of addresses.entries()) {
      const personId = await person(tx, null);
      drafts.push({ ...reminder(personId, address, n), ...change });
    }
    await app.get(Deliveries).add(tx, drafts);
  });
}

function reminder(personId: string, address: string | null, n = 0): Draft {
  return {
    dedupeKey: `d1:${EVENT}:${personId}`,
    personId,
    eventId: EVENT,
    kind: 'reminder-d1',
    purpose: 'reminder',
    address,
    template: 'plain',
    params: { n },
    scheduledFor: new Date(DAY),
  };
}

const deliver = () => app.get(Deliverer).deliverSlice({ chance: () => 0.5 });
const states = () => app.tx((tx) => rows<{ address: string | null; state: string }>(tx, 'select address, state from notifications.delivery order by id'));
const recipients = () => sink.mails.flatMap((mail) => mail.to).sort();
const addresses = (count: number) => Array.from({ length: count }, (_, n) => `p${String(n).padStart(4, '0')}@example.jp`);

test('run twice, each person gets one letter with a Message-ID made from the delivery', async () => {
  await plan(addresses(30));
  expect(await deliver()).toMatchObject({ claimed: 30, accepted: 30 });
  expect(await deliver()).toMatchObject({ claimed: 0 });
  expect(recipients()).toEqual(addresses(30));
  const ids = await app.tx((tx) => rows<{ id: string }>(tx, 'select id from notifications.delivery'));
  expect(sink.mails.map((mail) => mail.messageId).sort()).toEqual(ids.map(({ id }) => `<${id}@localhost>`).sort());
});

test('the same audience entered twice is one letter each', async () => {
  await app.tx(async (tx) => {
    const personId = await person(tx, null);
    const deliveries = app.get(Deliveries);
    expect(await deliveries.add(tx, [reminder(personId, 'a@example.jp')])).toBe(1);
    expect(await deliveries.add(tx, [reminder(personId, 'a@example.jp'), { ...reminder(personId, 'a@example.jp'), dedupeKey: 'another key' }])).toBe(0);
  });
});

test('a worker killed in the middle: everyone exactly once accepted, a repeat only with the same Message-ID', async () => {
  await plan(addresses(40));
  const dying = new Deliverer(new DyingDb(app.get(DataSource)), app.get(Clock), app.get(DeliveryRepository), writer, app.get(MailPool), app.get(OptOuts));
  await expect(dying.deliverSlice()).rejects.toThrow('killed');
  const before = sink.mails.length;
  expect(before).toBeGreaterThan(0);
  expect(await deliver()).toMatchObject({ claimed: 0 });

  app.clock.advance(1);
  while ((await deliver()).claimed > 0);
  expect((await states()).every((row) => row.state === 'accepted')).toBe(true);
  const byRecipient = new Map<string, Set<string>>();
  for (const { to, messageId } of sink.mails) {
    const known = byRecipient.get(to[0] ?? '') ?? new Set();
    byRecipient.set(to[0] ?? '', known.add(messageId));
  }
  expect([...byRecipient.keys()].sort()).toEqual(addresses(40));
  expect([...byRecipient.values()].every((ids) => ids.size === 1)).toBe(true);
});

test('a 550 puts one person on the call sheet and delays nobody', async () => {
  await plan(addresses(10));
  sink.refuse = (address) => (address === 'p0003@example.jp' ? { code: 550, text: 'no such user' } : undefined);
  expect(await deliver()).toMatchObject({ accepted: 9, bounced: 1 });
  const [sheet, balance] = await app.tx(async (tx) => [await app.get(Ledger).callSheet(tx, EVENT), await app.get(Ledger).balance(tx, EVENT)]);
  expect(sheet).toMatchObject([{ phone: '0612345678', letters: [{ kind: 'reminder-d1', why: 'bounced', params: { n: 3 } }] }]);
  expect(balance).toMatchObject([{ audience: 10, accepted: 9, callSheet: 1, waiting: 0 }]);
});

test('"not now" for one person is tried again later, the others go at once', async () => {
  await plan(addresses(5));
  sink.refuse = (address) => (address === 'p0001@example.jp' ? { code: 451, text: 'greylisted' } : undefined);
  expect(await deliver()).toMatchObject({ accepted: 4, later: 1 });
  expect(await deliver()).toMatchObject({ claimed: 0 });
  sink.refuse = () => undefined;
  app.clock.advance(1);
  expect(await deliver()).toMatchObject({ accepted: 1 });
  expect(recipients()).toEqual(addresses(5));
});

test('a server that is away is not asked two hundred times, and everyone is written to when it is back', async () => {
  await plan(addresses(100));
  await sink.close();
  const report = await deliver();
  expect(report).toMatchObject({ claimed: 100, accepted: 0, bounced: 0 });
  expect(report.released).toBeGreaterThan(50);
  sink = await mailSink(sink.port);
  app.clock.advance(1);
  while ((await deliver()).claimed > 0);
  expect(recipients()).toEqual(addresses(100));
});

test('two workers at once: each letter goes once', async () => {
  await plan(addresses(300));
  const [one, two] = await Promise.all([deliver(), deliver()]);
  expect(one.claimed + two.claimed).toBe(300);
  expect(recipients()).toEqual(addresses(300));
});

test('what is no longer wanted is never sent', async () => {
  await plan(addresses(4));
  writer.unwanted.add('p0002@example.jp');
  expect(await deliver()).toMatchObject({ accepted: 3, withdrawn: 1 });
  expect(recipients()).not.toContain('p0002@example.jp');
});

test('withdrawn before the round, nothing is sent', async () => {
  await plan(addresses(4));
  expect(await app.tx((tx) => app.get(Deliveries).withdraw(tx, EVENT, ['reminder']))).toBe(4);
  expect(await deliver()).toMatchObject({ claimed: 0 });
  expect(sink.mails).toEqual([]);
});

test('a letter with a bug in it stays behind alone, and is reported', async () => {
  await plan(addresses(4));
  writer.broken.add('p0000@example.jp');
  await expect(deliver()).rejects.toThrow('could not be written');
  expect(recipients()).toEqual(addresses(4).slice(1));
  writer.broken.clear();
  app.clock.advance(1);
  expect(await deliver()).toMatchObject({ accepted: 1 });
});

test('reminders wait for the morning, answers go at night', async () => {
  await plan(['reminded@example.jp']);
  await plan(['answered@example.jp'], { purpose: 'confirmation', kind: 'application-confirmed', scheduledFor: undefined });
  app.clock.set('2026-11-28T21:00:00+09:00');
  expect(await deliver()).toMatchObject({ claimed: 1 });
  expect(recipients()).toEqual(['answered@example.jp']);
  app.clock.set('2026-11-29T07:00:00+09:00');
  expect(await deliver()).toMatchObject({ claimed: 1 });
  expect(recipients()).toEqual(['answered@example.jp', 'reminded@example.jp']);
});

test('a try that fails before nine in the evening is repeated in the morning', async () => {
  app.clock.set('2026-11-28T20:59:55+09:00');
  await plan(['a@example.jp']);
  sink.refuse = () => ({ code: 451, text: 'later' });
  expect(await deliver()).toMatchObject({ later: 1 });
  const [row] = await app.tx((tx) => rows<{ next: Date }>(tx, 'select next_attempt_at as next from notifications.delivery'));
  expect(row?.next).toEqual(new Date('2026-11-29T07:00:00+09:00'));
});

test('a letter that comes too late is not sent but telephoned', async () => {
  await plan(['a@example.jp'], { validUntil: new Date('2026-11-28T18:30:00+09:00') });
  app.clock.advance(31);
  expect(await deliver()).toMatchObject({ claimed: 1, bounced: 1 });
  expect(sink.mails).toEqual([]);
  expect(await app.tx((tx) => app.get(Ledger).callSheet(tx, EVENT))).toHaveLength(1);
});

test('but nobody is telephoned about a late letter that nobody wants any more', async () => {
  await plan(['a@example.jp', 'b@example.jp'], { validUntil: new Date('2026-11-28T18:30:00+09:00') });
  writer.unwanted.add('a@example.jp');
  app.clock.advance(31);
  expect(await deliver()).toMatchObject({ claimed: 2, bounced: 1, withdrawn: 1 });
  const [sheet, balance] = await app.tx(async (tx) => [await app.get(Ledger).callSheet(tx, EVENT), await app.get(Ledger).balance(tx, EVENT)]);
  expect(sheet).toHaveLength(1);
  expect(balance).toMatchObject([{ audience: 1, callSheet: 1, withdrawn: 1 }]);
});

test('a refusal that quotes the address does not carry it into the ledger', async () => {
  await plan(['hanako.secret@example.jp']);
  sink.refuse = (address) => ({ code: 550, text: `5.1.1 <${address}>: no mailbox hanako.secret` });
  expect(await deliver()).toMatchObject({ bounced: 1 });
  const stored = await app.tx((tx) => rows<{ last_error: string }>(tx, 'select last_error from notifications.delivery'));
  expect(stored).toEqual([{ last_error: '550 5.1.1 <•••>: no mailbox •••' }]);
  // A line written by something else is shown without it as well.
  await app.database.asOwner(`update notifications.delivery set last_error = '550 hanako.secret@example.jp'`);
  const [line] = await app.tx((tx) => app.get(Ledger).ofEvent(tx, EVENT));
  expect(line).toMatchObject({ recipient: 'h•••@example.jp', lastError: '550 •••' });
});

test('who declines while the letter is being tried is not written to again', async () => {
  await plan(['a@example.jp', 'b@example.jp']);
  const [first] = await app.tx((tx) => rows<{ person_id: string }>(tx, `select person_id from notifications.delivery where address = 'a@example.jp'`));
  let declined: Promise<void> | undefined;
  sink.refuse = () => {
    declined ??= app.tx((tx) => app.get(OptOuts).add(tx, first?.person_id ?? ''));
    return { code: 451, text: 'later' };
  };
  // The wish comes while the server is asked, so the row can't be taken back: it is being sent.
  const asked = app.get(MailPool).send.bind(app.get(MailPool));
  app.get(MailPool).send = async (mail) => {
    const verdict = await asked(mail);
    await declined;
    return verdict;
  };
  await deliver();
  expect(await states()).toEqual([
    { address: 'a@example.jp', state: 'opted-out' },
    { address: 'b@example.jp', state: 'due' },
  ]);
});

test('who declined under a lease that nobody kept is left out when the row comes back', async () => {
  await plan(['a@example.jp', 'b@example.jp']);
  const now = app.clock.now();
  const claim = { now, quiet: false, priorities: [0, 2] as const, limit: 1, until: new Date(now.getTime() + 50_000), host: 'localhost' };
  const [held] = await app.tx((tx) => app.get(DeliveryRepository).claim(tx, claim));
  await app.tx((tx) => app.get(OptOuts).add(tx, held?.personId ?? ''));
  app.clock.advance(1);
  expect(await deliver()).toMatchObject({ claimed: 2, accepted: 1, optedOut: 1 });
  expect(recipients()).not.toContain(held?.address);
  expect(await app.tx((tx) => app.get(Ledger).balance(tx, EVENT))).toMatchObject([{ audience: 2, accepted: 1, optedOut: 1, waiting: 0 }]);
});

test('a server elsewhere that offers no TLS gets no letter', async () => {
  await plan(addresses(3));
  // Leads to the sink as well, but is not a name for this machine that anybody would take for loopback.
  const elsewhere = new MailPool(testConfig(app.database, { smtpUrl: `smtp://0.0.0.0:${sink.port}` }));
  const careful = new Deliverer(app.get(Db), app.get(Clock), app.get(DeliveryRepository), writer, elsewhere, app.get(OptOuts));
  const report = await careful.deliverSlice({ chance: () => 0.5 });
  elsewhere.onApplicationShutdown();
  expect(report).toMatchObject({ claimed: 3, accepted: 0, bounced: 0 });
  expect(sink.mails).toEqual([]);
});

test('a code overtakes reminders', async () => {
  await plan(addresses(20));
  await plan(['code@example.jp'], { purpose: 'sign-in', kind: 'sign-in', personId: null, eventId: null, scheduledFor: undefined, dedupeKey: 'code' });
  expect(await app.tx((tx) => app.get(Deliveries).waitingSlices(tx))).toEqual({ urgent: true, slices: 1 });
  expect(await app.get(Deliverer).deliverSlice({ lane: 'urgent' })).toMatchObject({ claimed: 1 });
  expect(recipients()).toEqual(['code@example.jp']);
  expect(await app.get(Deliverer).deliverSlice({ lane: 'urgent' })).toMatchObject({ claimed: 0 });
});

test.each(['b@x.jp\r\nBcc: evil@y.jp', 'a@x.jp, b@x.jp', 'Evil <evil@y.jp>'])('%j can never become a recipient', async (address) => {
  await plan([address]);
  expect(await deliver()).toMatchObject({ claimed: 0 });
  expect(await states()).toEqual([{ address: null, state: 'no-channel' }]);
  const planted = app.database.asApp(
    `update notifications.delivery set address = $1, channel = 'mail', state = 'due'`,
    [address],
  );
  await expect(planted).rejects.toThrow('delivery_one_recipient');
});

test('two thousand people are written to in seconds', async () => {
  await plan(addresses(2_000));
  const started = performance.now();
  const lanes = await Promise.all([1, 2].map(async () => {
    let sent = 0;
    for (let report = await deliver(); report.claimed > 0; report = await deliver()) sent += report.accepted;
    return sent;
  }));
  expect(lanes.reduce((sum, sent) => sum + sent)).toBe(2_000);
  expect(new Set(recipients()).size).toBe(2_000);
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);
