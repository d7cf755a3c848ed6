import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationChanges, EventApprovals, EventDrafts, EventPublications } from '@yoriai/events';
import { MessageHandlers, rows, type Envelope } from '@yoriai/platform';
import { DueReminders } from '@yoriai/reminders';
import { LetterTown, concert, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

/** Hands what was announced to its subscribers newest first: a queue promises no order. */
async function deliverBackwards(): Promise<void> {
  const waiting = await town.app.tx((tx) =>
    rows<{ id: string; message: Envelope['message']; payload: unknown; at: Date }>(tx, 'update platform.outbox set relayed_at = now() where relayed_at is null returning id, message, payload, at'),
  );
  const handlers = town.app.get(MessageHandlers);
  for (const { id, message, payload, at } of waiting.sort((a, b) => (a.id < b.id ? 1 : -1))) {
    for (const subscriber of handlers.subscribersOf(message)) {
      await town.app.tx((tx) => rows(tx, 'insert into platform.inbox (message_id, subscriber, enqueued_at) values ($1, $2, now())', [id, subscriber]));
      await handlers.handle({ messageId: id, subscriber, message, payload, at: at.toISOString() });
    }
  }
}

describe('messages in any order', () => {
  test('applied and cancelled, heard backwards: one letter, that it is cancelled', async () => {
    const event = await town.published();
    await town.post();
    const { id } = await town.apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await town.app.get(ApplicationChanges).cancel(town.host, id ?? '', null);
    await deliverBackwards();
    expect((await town.post()).map((mail) => [to(mail), mail.subject])).toEqual([['hanako@example.jp', '取り消しました：靱公園バラ園コンサート（11月29日(日)）']]);
  });

  test('published, applied and called off, heard backwards: told once that it is off, never reminded', async () => {
    const { id, frames } = await town.app.get(EventDrafts).create(town.host, concert(town.organisationId));
    await town.app.get(EventApprovals).submit(town.host, id);
    await town.app.get(EventApprovals).approve(town.approver, id, { revision: 1 });
    await town.post();
    await town.app.get(EventPublications).publish(town.host, id);
    await town.apply({ id, frameId: frames[0]?.id ?? '' }, '山田 はな子', { email: 'hanako@example.jp' });
    await town.app.get(EventPublications).cancel(town.host, id, '台風が近づいています。');
    await deliverBackwards();
    const hanako = (await town.post()).filter((mail) => to(mail) === 'hanako@example.jp');
    expect(hanako.map((mail) => mail.subject)).toEqual(['中止になりました：靱公園バラ園コンサート（11月29日(日)）']);
    town.app.clock.set('2026-11-28T18:00:00+09:00');
    expect(await town.post()).toEqual([]);
    expect((await town.app.tx((tx) => town.app.get(DueReminders).ofEvent(tx, id))).filter(({ state }) => state === 'due')).toEqual([]);
  });
});
