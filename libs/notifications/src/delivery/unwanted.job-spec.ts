import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { OptOuts } from '../opt-out/opt-out.service.js';
import { Deliveries } from './deliveries.service.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Ledger } from './ledger.service.js';
import { MailPool } from './mail-pool.js';
import { EVENT, PostOffice, addresses } from './testing/post-office.js';

let office: PostOffice;

beforeEach(async () => {
  office = await PostOffice.open();
});
afterEach(() => office.close());

test('what is no longer wanted is never sent', async () => {
  await office.plan(addresses(4));
  office.writer.unwanted.add('p0002@example.jp');
  expect(await office.deliver()).toMatchObject({ accepted: 3, withdrawn: 1 });
  expect(office.recipients()).not.toContain('p0002@example.jp');
});

test('withdrawn before the round, nothing is sent', async () => {
  await office.plan(addresses(4));
  expect(await office.app.tx((tx) => office.app.get(Deliveries).withdraw(tx, EVENT, ['reminder']))).toBe(4);
  expect(await office.deliver()).toMatchObject({ claimed: 0 });
  expect(office.sink.mails).toEqual([]);
});

test('who declines while the letter is being tried is not written to again', async () => {
  await office.plan(['a@example.jp', 'b@example.jp']);
  const [first] = await office.app.tx((tx) => rows<{ person_id: string }>(tx, `select person_id from notifications.delivery where address = 'a@example.jp'`));
  let declined: Promise<void> | undefined;
  office.sink.refuse = () => {
    declined ??= office.app.tx((tx) => office.app.get(OptOuts).add(tx, first?.person_id ?? ''));
    return { code: 451, text: 'later' };
  };
  // The wish comes while the server is asked, so the row can't be taken back: it is being sent.
  const asked = office.app.get(MailPool).send.bind(office.app.get(MailPool));
  office.app.get(MailPool).send = async (mail) => {
    const verdict = await asked(mail);
    await declined;
    return verdict;
  };
  await office.deliver();
  expect(await office.states()).toEqual([
    { address: 'a@example.jp', state: 'opted-out' },
    { address: 'b@example.jp', state: 'due' },
  ]);
});

test('who declined under a lease that nobody kept is left out when the row comes back', async () => {
  await office.plan(['a@example.jp', 'b@example.jp']);
  const now = office.app.clock.now();
  const claim = { now, quiet: false, priorities: [0, 2] as const, limit: 1, until: new Date(now.getTime() + 50_000), host: 'localhost' };
  const [held] = await office.app.tx((tx) => office.app.get(DeliveryRepository).claim(tx, claim));
  await office.app.tx((tx) => office.app.get(OptOuts).add(tx, held?.personId ?? ''));
  office.app.clock.advance(1);
  expect(await office.deliver()).toMatchObject({ claimed: 2, accepted: 1, optedOut: 1 });
  expect(office.recipients()).not.toContain(held?.address);
  expect(await office.app.tx((tx) => office.app.get(Ledger).balance(tx, EVENT))).toMatchObject([{ audience: 2, accepted: 1, optedOut: 1, waiting: 0 }]);
});
