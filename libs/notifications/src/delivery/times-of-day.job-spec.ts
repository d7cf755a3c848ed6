import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { Ledger } from './ledger.service.js';
import { EVENT, PostOffice } from './testing/post-office.js';

let office: PostOffice;

beforeEach(async () => {
  office = await PostOffice.open();
});
afterEach(() => office.close());

test('reminders wait for the morning, answers go at night', async () => {
  await office.plan(['reminded@example.jp']);
  await office.plan(['answered@example.jp'], { purpose: 'confirmation', kind: 'application-confirmed', scheduledFor: undefined });
  office.app.clock.set('2026-11-28T21:00:00+09:00');
  expect(await office.deliver()).toMatchObject({ claimed: 1 });
  expect(office.recipients()).toEqual(['answered@example.jp']);
  office.app.clock.set('2026-11-29T07:00:00+09:00');
  expect(await office.deliver()).toMatchObject({ claimed: 1 });
  expect(office.recipients()).toEqual(['answered@example.jp', 'reminded@example.jp']);
});

test('the ledger says of those that wait how many do for the morning', async () => {
  office.app.clock.set('2026-11-28T21:30:00+09:00');
  await office.plan(['off@example.jp'], { purpose: 'cancellation', kind: 'event-cancelled', scheduledFor: undefined, morningBefore: new Date('2026-12-05T08:00:00+09:00') });
  await office.plan(['soon@example.jp'], { purpose: 'cancellation', kind: 'event-cancelled', scheduledFor: undefined, morningBefore: new Date('2026-11-29T05:00:00+09:00') });
  expect(await office.app.tx((tx) => office.app.get(Ledger).balance(tx, EVENT))).toMatchObject([{ waiting: 2, held: 1 }]);
});

test('a try that fails before nine in the evening is repeated in the morning', async () => {
  office.app.clock.set('2026-11-28T20:59:55+09:00');
  await office.plan(['a@example.jp']);
  office.sink.refuse = () => ({ code: 451, text: 'later' });
  expect(await office.deliver()).toMatchObject({ later: 1 });
  const [row] = await office.app.tx((tx) => rows<{ next: Date }>(tx, 'select next_attempt_at as next from notifications.delivery'));
  expect(row?.next).toEqual(new Date('2026-11-29T07:00:00+09:00'));
});

test('a letter that comes too late is not sent but telephoned', async () => {
  await office.plan(['a@example.jp'], { validUntil: new Date('2026-11-28T18:30:00+09:00') });
  office.app.clock.advance(31);
  expect(await office.deliver()).toMatchObject({ claimed: 1, bounced: 1 });
  expect(office.sink.mails).toEqual([]);
  expect(await office.app.tx((tx) => office.app.get(Ledger).callSheet(tx, EVENT))).toHaveLength(1);
});

test('but nobody is telephoned about a late letter that nobody wants any more', async () => {
  await office.plan(['a@example.jp', 'b@example.jp'], { validUntil: new Date('2026-11-28T18:30:00+09:00') });
  office.writer.unwanted.add('a@example.jp');
  office.app.clock.advance(31);
  expect(await office.deliver()).toMatchObject({ claimed: 2, bounced: 1, withdrawn: 1 });
  const [sheet, balance] = await office.app.tx(async (tx) => [await office.app.get(Ledger).callSheet(tx, EVENT), await office.app.get(Ledger).balance(tx, EVENT)]);
  expect(sheet).toHaveLength(1);
  expect(balance).toMatchObject([{ audience: 1, callSheet: 1, withdrawn: 1 }]);
});
