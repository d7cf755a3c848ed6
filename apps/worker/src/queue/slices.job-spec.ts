import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Global, Injectable, Module } from '@nestjs/common';
import { Deliverer, Deliveries, LetterWriter, NotificationsWorkerModule, type ClaimedDelivery, type Draft, type Letter } from '@yoriai/notifications';
import { newId, rows, type Tx } from '@yoriai/platform';
import { TestClock, mailSink, testApp, until, type MailSink, type TestApp } from '@yoriai/testing';
import { Slices } from './slices.js';

@Injectable()
class PlainWriter extends LetterWriter {
  async write(_tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    return new Map(deliveries.map((one) => [one.id, { fromName: '寄合', subject: one.kind, text: one.kind }]));
  }
}

@Global()
@Module({ providers: [{ provide: LetterWriter, useClass: PlainWriter }], exports: [LetterWriter] })
class PlainLetters {}

let sink: MailSink;
let app: TestApp;
/** Opens the gate at which the server holds every letter of the bulk. */
let open: () => void;
/** Letters that stand at the gate. */
let held: number;
let codeCame: Promise<number>;

beforeEach(async () => {
  sink = await mailSink();
  app = await testApp({
    imports: [PlainLetters, NotificationsWorkerModule],
    providers: [Slices],
    clock: new TestClock('2026-11-28T18:00:00+09:00'),
    config: { smtpUrl: sink.url },
  });
  held = 0;
  const gate = new Promise<void>((resolve) => (open = resolve));
  codeCame = new Promise((resolve) => {
    sink.onMail = (mail) => {
      if (mail.to[0] === 'code@example.jp') return resolve(performance.now());
      held += 1;
      return gate;
    };
  });
  await app.get(Slices).begin((job) => app.get(Deliverer).deliverSlice(job));
});
afterEach(async () => {
  open();
  await app.get(Slices).end();
  await app.close();
  await sink.close();
});

const draft = (kind: string, address: string, purpose: Draft['purpose']): Draft => ({
  ...{ kind, address, purpose, dedupeKey: newId(), personId: null, eventId: null },
  ...{ template: 'plain', params: {} },
});
const enter = (drafts: Draft[]) => app.tx((tx) => app.get(Deliveries).add(tx, drafts));
/** What the schedule does every second. */
const tick = async () => app.get(Slices).ask(await app.tx((tx) => app.get(Deliveries).waitingSlices(tx)));
const count = async (where: string) => Number((await app.tx((tx) => rows<{ n: string }>(tx, `select count(*) as n from notifications.delivery where ${where}`)))[0]?.n);

test('a sign-in code is there within a second although the bulk stands still in every slot', async () => {
  await enter(Array.from({ length: 700 }, (_, n) => draft('reminder-d1', `p${n}@example.jp`, 'reminder')));
  await tick();
  // Both slices of the bulk are taken, its connections are all held by the server, and more of it waits.
  await until('the bulk stands in every slot', async () => held === 5 && (await count(`state = 'sending'`)) === 400, 10_000);
  await tick();

  const asked = performance.now();
  await enter([draft('sign-in', 'code@example.jp', 'sign-in')]);
  await tick();
  expect((await codeCame) - asked).toBeLessThan(1_000);
  await until('the code is accepted', async () => (await count(`state = 'accepted'`)) === 1, 10_000);
  // The bulk still stands where it stood.
  expect(held).toBe(5);
});

test('the bulk takes no urgent letter with it into its queue', async () => {
  await enter([...Array.from({ length: 30 }, (_, n) => draft('reminder-d1', `p${n}@example.jp`, 'reminder')), draft('sign-in', 'code@example.jp', 'sign-in')]);
  await app.get(Slices).ask({ urgent: false, slices: 1 });
  await until('the slice is under way', async () => (await count(`state = 'sending'`)) === 30, 10_000);
  expect(await count(`state = 'due'`)).toBe(1);
});
