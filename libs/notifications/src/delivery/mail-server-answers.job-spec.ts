import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Clock, Db, rows } from '@yoriai/platform';
import { mailSink, testConfig } from '@yoriai/testing';
import { OptOuts } from '../opt-out/opt-out.service.js';
import { Deliverer } from './deliverer.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Ledger } from './ledger.service.js';
import { MailPool } from './mail-pool.js';
import { EVENT, PostOffice, addresses } from './testing/post-office.js';

let office: PostOffice;

beforeEach(async () => {
  office = await PostOffice.open();
});
afterEach(() => office.close());

test('a 550 puts one person on the call sheet and delays nobody', async () => {
  await office.plan(addresses(10));
  office.sink.refuse = (address) => (address === 'p0003@example.jp' ? { code: 550, text: 'no such user' } : undefined);
  expect(await office.deliver()).toMatchObject({ accepted: 9, bounced: 1 });
  const [sheet, balance] = await office.app.tx(async (tx) => [await office.app.get(Ledger).callSheet(tx, EVENT), await office.app.get(Ledger).balance(tx, EVENT)]);
  expect(sheet).toMatchObject([{ phone: '0612345678', letters: [{ kind: 'reminder-d1', why: 'bounced', params: { n: 3 } }] }]);
  expect(balance).toMatchObject([{ audience: 10, accepted: 9, callSheet: 1, waiting: 0 }]);
});

test('"not now" for one person is tried again later, the others go at once', async () => {
  await office.plan(addresses(5));
  office.sink.refuse = (address) => (address === 'p0001@example.jp' ? { code: 451, text: 'greylisted' } : undefined);
  expect(await office.deliver()).toMatchObject({ accepted: 4, later: 1 });
  expect(await office.deliver()).toMatchObject({ claimed: 0 });
  office.sink.refuse = () => undefined;
  office.app.clock.advance(1);
  expect(await office.deliver()).toMatchObject({ accepted: 1 });
  expect(office.recipients()).toEqual(addresses(5));
});

test('a server that is away is not asked two hundred times, and everyone is written to when it is back', async () => {
  await office.plan(addresses(100));
  await office.sink.close();
  const report = await office.deliver();
  expect(report).toMatchObject({ claimed: 100, accepted: 0, bounced: 0 });
  expect(report.released).toBeGreaterThan(50);
  office.sink = await mailSink(office.sink.port);
  office.app.clock.advance(1);
  while ((await office.deliver()).claimed > 0);
  expect(office.recipients()).toEqual(addresses(100));
});

test('"not now" for three days puts the person on the call sheet', async () => {
  await office.plan(addresses(1));
  office.sink.refuse = () => ({ code: 451, text: 'greylisted' });
  const day = 24 * 60;
  for (const minutes of [0, day, day]) {
    office.app.clock.advance(minutes);
    expect(await office.deliver()).toMatchObject({ claimed: 1, later: 1, bounced: 0 });
  }
  office.app.clock.advance(day);
  expect(await office.deliver()).toMatchObject({ claimed: 1, later: 0, bounced: 1 });
});

test('a letter that is taken whole and never acknowledged is repeated once, an hour later, whatever is said in between; then somebody telephones', async () => {
  await office.plan(addresses(1));
  office.sink.breaks = () => true;
  expect(await office.deliver()).toMatchObject({ later: 1, bounced: 0 });
  // As long as the server breaks every line, the only repeat is kept.
  office.app.clock.advance(59);
  expect(await office.deliver()).toMatchObject({ claimed: 0 });
  office.sink.refuse = () => ({ code: 451, text: 'greylisted' });
  office.app.clock.advance(31);
  expect(await office.deliver()).toMatchObject({ later: 1, bounced: 0 });
  office.sink.refuse = () => undefined;
  office.app.clock.advance(1);
  expect(await office.deliver()).toMatchObject({ later: 0, bounced: 1 });
  expect(office.sink.mails.map((mail) => mail.messageId)).toEqual([office.sink.mails[0]?.messageId, office.sink.mails[0]?.messageId]);
  expect(await office.app.tx((tx) => rows(tx, 'select state, handed_over, last_error from notifications.delivery'))).toEqual([
    { state: 'bounced', handed_over: 2, last_error: expect.stringMatching(/^Handed over whole\. /) },
  ]);
});

test('a refusal that quotes the address does not carry it into the ledger', async () => {
  await office.plan(['hanako.secret@example.jp']);
  office.sink.refuse = (address) => ({ code: 550, text: `5.1.1 <${address}>: no mailbox hanako.secret` });
  expect(await office.deliver()).toMatchObject({ bounced: 1 });
  const stored = await office.app.tx((tx) => rows<{ last_error: string }>(tx, 'select last_error from notifications.delivery'));
  expect(stored).toEqual([{ last_error: '550 5.1.1 <•••>: no mailbox •••' }]);
  // A line written by something else is shown without it as well.
  await office.app.database.asOwner(`update notifications.delivery set last_error = '550 hanako.secret@example.jp'`);
  const [line] = await office.app.tx((tx) => office.app.get(Ledger).ofEvent(tx, EVENT));
  expect(line).toMatchObject({ recipient: 'h•••@example.jp', lastError: '550 •••' });
});

test('a server elsewhere that offers no TLS gets no letter', async () => {
  await office.plan(addresses(3));
  // Leads to the sink as well, but is not a name for this machine that anybody would take for loopback.
  const elsewhere = new MailPool(testConfig(office.app.database, { smtpUrl: `smtp://0.0.0.0:${office.sink.port}` }));
  const careful = new Deliverer(office.app.get(Db), office.app.get(Clock), office.app.get(DeliveryRepository), office.writer, elsewhere, office.app.get(OptOuts));
  const report = await careful.deliverSlice({ chance: () => 0.5 });
  elsewhere.onApplicationShutdown();
  expect(report).toMatchObject({ claimed: 3, accepted: 0, bounced: 0 });
  expect(office.sink.mails).toEqual([]);
});
