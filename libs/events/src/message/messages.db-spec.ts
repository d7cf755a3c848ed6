import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { ApplicantNames } from '../retention/applicant-names.service.js';
import { EventMessages } from './event-messages.service.js';
import type { MessageRequest } from './message.dto.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-12T10:00:00+09:00'));

const published = async (): Promise<string> => (await anEvent(app, cast, 'published', { duties: [] })).id;
const words = (changes: Partial<MessageRequest> = {}): MessageRequest => ({ audiences: ['applied'], title: '持ち物のお願い', text: '軍手をお持ちください。', ...changes });
const write = (id: string, changes: Partial<MessageRequest> = {}, actor = cast.leader) => app.tx((tx) => app.get(EventMessages).write(tx, actor, id, { request: words(changes), people: 3 }));
const listed = (id: string) => app.tx((tx) => app.get(EventMessages).ofEvent(tx, id));
/** Two workers that look at the same moment. */
const sweep = async (at: string): Promise<number> => {
  app.clock.set(at);
  const both = await Promise.all([app.get(EventMessages).sweep(app.clock.now()), app.get(EventMessages).sweep(app.clock.now())]);
  return both[0] + both[1];
};
const announced = async (id: string): Promise<number> => (await app.outbox()).filter(({ message, payload }) => message === 'events.message-sent' && payload['eventId'] === id).length;

describe('a message to the people of an event', () => {
  it('goes once, however many workers there are, and is written down', async () => {
    const id = await published();
    await write(id);
    expect([await sweep('2026-11-12T10:00:05+09:00'), await sweep('2026-11-12T10:00:20+09:00')]).toEqual([1, 0]);
    expect(await announced(id)).toBe(1);
    const [message] = await listed(id);
    expect(message).toMatchObject({ writtenBy: cast.leader.personId, sentAt: new Date('2026-11-12T10:00:05+09:00'), droppedAt: null });
    const log = await app.database.asOwner(`select action, row_count, reason from identity.access_log where subject = $1 and action like 'message.%'`, [`event:${id}`]);
    expect(log).toEqual([{ action: 'message.written', row_count: 3, reason: `message:${message?.id}` }]);
  });

  it('goes at the hour that was chosen; what is sent at night, the next morning at eight', async () => {
    const id = await published();
    await write(id, { sendAt: '2026-11-20T09:00:00+09:00' });
    app.clock.set('2026-11-12T22:00:00+09:00');
    await write(id, { title: '集合場所' });
    expect(await sweep('2026-11-13T07:59:59+09:00')).toBe(0);
    expect(await sweep('2026-11-13T08:00:00+09:00')).toBe(1);
    expect(await sweep('2026-11-20T08:59:59+09:00')).toBe(0);
    expect(await sweep('2026-11-20T09:00:00+09:00')).toBe(1);
  });

  it('can be taken back until it goes, by whoever leads the event', async () => {
    const id = await published();
    await write(id, { sendAt: '2026-11-20T09:00:00+09:00' });
    await write(id, { title: 'もう行った', text: 'あ' });
    await sweep('2026-11-12T10:01:00+09:00');
    const [gone, waits] = (await listed(id)).sort((a, b) => Number(a.sentAt === null) - Number(b.sentAt === null));
    const takeBack = (message: string, actor = cast.leader) => app.tx((tx) => app.get(EventMessages).takeBack(tx, actor, id, message));
    await expect(takeBack(gone!.id)).rejects.toMatchObject({ code: 'message.gone' });
    await expect(takeBack(waits!.id, cast.staff)).rejects.toMatchObject({ code: 'message.leaders-only' });
    await expect(takeBack(cast.leader.personId)).rejects.toMatchObject({ code: 'message.not-found' });
    await takeBack(waits!.id);
    await takeBack(waits!.id);
    expect(await sweep('2026-11-20T09:00:00+09:00')).toBe(0);
    expect((await listed(id)).find((one) => one.id === waits!.id)).toMatchObject({ droppedBecause: 'taken-back', droppedBy: cast.leader.personId });
  });

  it('does not go once the event is called off', async () => {
    const id = await published();
    await write(id, { sendAt: '2026-11-20T09:00:00+09:00' });
    await app.get(EventPublications).cancel(cast.leader, id, '荒天のため');
    await sweep('2026-11-20T09:00:00+09:00');
    expect(await listed(id)).toMatchObject([{ sentAt: null, droppedBecause: 'called-off', droppedBy: null }]);
    expect(await announced(id)).toBe(0);
    await expect(write(id)).rejects.toMatchObject({ code: 'message.not-public' });
  });

  it('is for who leads the event, three a day, not twice the same, for frames that it has', async () => {
    const id = await published();
    await expect(write(id, {}, cast.staff)).rejects.toMatchObject({ code: 'message.leaders-only' });
    await expect(write(id, { frameIds: [id] })).rejects.toMatchObject({ code: 'message.frame-unknown', status: 422 });
    await expect(write(id, { sendAt: '2026-11-12T21:00:00+09:00' })).rejects.toMatchObject({ code: 'message.night' });
    await expect(write(id, { text: '【訓練】です' })).rejects.toMatchObject({ code: 'message.not-a-drill' });
    // Several clients at once: each sees what the others kept.
    const at = (await Promise.allSettled(['一', '二', '三', '四', '五'].map((title) => write(id, { title })))).map((one) => (one.status === 'fulfilled' ? 'kept' : (one.reason as { code: string }).code));
    expect(at.sort()).toEqual(['kept', 'kept', 'kept', 'message.too-many', 'message.too-many']);
    expect(await listed(id)).toHaveLength(3);
    const other = await published();
    await write(other);
    await expect(write(other)).rejects.toMatchObject({ code: 'message.twice' });
  });

  it('goes with the names of the event', async () => {
    const id = await published();
    await write(id);
    await app.tx((tx) => app.get(ApplicantNames).finish(tx, id));
    expect(await listed(id)).toEqual([]);
    await expect(write(id)).rejects.toMatchObject({ code: 'message.over' });
  });
});
