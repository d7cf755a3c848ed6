import { Injectable } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnrecoverableError, type Worker } from 'bullmq';
import { testApp, until, type TestApp } from '@yoriai/testing';
import { rows, type Tx } from '../database/tx.js';
import { openQueue, openWorker } from '../queue/queue-backend.js';
import { MESSAGE_QUEUE, MessageQueue } from '../queue/message-queue.js';
import { newId } from '../secrets/ids.js';
import { MessageHandlers, type Envelope } from './message-handlers.js';
import { OnMessage } from './on-message.js';
import { Outbox } from './outbox.js';
import { Relay } from './relay.js';

@Injectable()
class Listener {
  failures = 0;
  givesUp = false;

  @OnMessage('events.event-ended', 'test.first')
  async first(tx: Tx, payload: { eventId: string }): Promise<void> {
    if (this.givesUp) throw new UnrecoverableError('never again');
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('not this time');
    }
    await rows(tx, 'insert into platform.idempotency_key (scope, key, request_hash, created_at) values ($1, $2, $3, now())', [
      'effect',
      newId(),
      payload.eventId,
    ]);
  }

  @OnMessage('events.event-ended', 'test.second')
  async second(tx: Tx, payload: { eventId: string }): Promise<void> {
    await rows(tx, 'insert into platform.idempotency_key (scope, key, request_hash, created_at) values ($1, $2, $3, now())', [
      'other',
      newId(),
      payload.eventId,
    ]);
  }
}

@Injectable()
class Namesake {
  @OnMessage('events.event-closed', 'test.first')
  async clash(): Promise<void> {
    await Promise.reject(new Error('never runs'));
  }
}

describe('a message on its way', () => {
  let app: TestApp;
  let worker: Worker<Envelope>;
  beforeAll(async () => {
    app = await testApp({ imports: [], providers: [Listener] });
    worker = openWorker<Envelope>(app.config, MESSAGE_QUEUE, async (job) => app.get(MessageHandlers).handle(job.data), 4);
    await worker.waitUntilReady();
  });
  beforeEach(async () => {
    await app.database.asOwner('truncate platform.outbox, platform.inbox, platform.idempotency_key');
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
  });

  const announce = async (): Promise<string> => {
    const eventId = newId();
    await app.tx((tx) => app.get(Outbox).add(tx, 'events.event-ended', { eventId }));
    return eventId;
  };
  const effects = async (): Promise<number> => Number((await app.database.asOwner<{ n: string }>('select count(*) as n from platform.idempotency_key'))[0]?.n);

  it('reaches every subscriber once', async () => {
    await announce();
    expect(await app.get(Relay).run()).toBe(2);
    await until('both effects', async () => (await effects()) === 2, 10_000);
    expect(await app.get(Relay).run()).toBe(0);
    expect(await app.get(Relay).rescue()).toBe(0);
  });

  it('is not announced when its transaction rolls back', async () => {
    await expect(
      app.tx(async (tx) => {
        await app.get(Outbox).add(tx, 'events.event-ended', { eventId: newId() });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await app.get(Relay).run()).toBe(0);
  });

  it('delivered three times has one effect', async () => {
    const eventId = await announce();
    await app.get(Relay).run();
    await until('both effects', async () => (await effects()) === 2, 10_000);
    const [row] = await app.database.asOwner<{ id: string }>('select id from platform.outbox');
    const envelope: Envelope = {
      messageId: row?.id ?? '',
      subscriber: 'test.first',
      message: 'events.event-ended',
      payload: { eventId },
      at: new Date(0).toISOString(),
    };
    const again = await Promise.all([1, 2, 3].map(() => app.get(MessageHandlers).handle(envelope)));
    expect(again).toEqual(['already', 'already', 'already']);
    expect(await effects()).toBe(2);
  });

  it('is tried again after a failure, and its effect and receipt stand or fall together', async () => {
    app.get(Listener).failures = 2;
    await announce();
    await app.get(Relay).run();
    await until('both effects', async () => (await effects()) === 2, 10_000);
    const [waiting] = await app.database.asOwner<{ n: string }>('select count(*) as n from platform.inbox where handled_at is null');
    expect(waiting?.n).toBe('0');
  });

  it('that the queue has given up is handed over again', async () => {
    app.get(Listener).givesUp = true;
    await announce();
    await app.get(Relay).run();
    const queue = openQueue(app.config, MESSAGE_QUEUE);
    await until('the queue gives up', async () => (await queue.getFailedCount()) === 1, 10_000);
    await queue.close();
    app.get(Listener).givesUp = false;
    await app.database.asOwner("update platform.inbox set enqueued_at = enqueued_at - interval '11 seconds'");
    expect(await app.get(Relay).rescue()).toBe(1);
    await until('both effects', async () => (await effects()) === 2, 10_000);
  });

  it('survives an emptied queue', async () => {
    await worker.pause();
    await announce();
    await app.get(Relay).run();
    const queue = openQueue(app.config, MESSAGE_QUEUE);
    await queue.obliterate({ force: true });
    await queue.close();
    expect(await app.get(Relay).rescue()).toBe(0);
    await app.database.asOwner("update platform.inbox set enqueued_at = enqueued_at - interval '21 seconds'");
    expect(await app.get(Relay).rescue()).toBe(2);
    void worker.resume();
    await until('both effects', async () => (await effects()) === 2, 10_000);
  });

  it('that the queue refused, however often, is handed over as soon as the queue takes it again', async () => {
    const revoke = `revoke connect on database ${app.database.name} from public, yoriai_queue`;
    await app.database.asOwner(`grant connect on database ${app.database.name} to yoriai_app`);
    // A relay of its own, which has no connection to the queue yet.
    const queue = new MessageQueue(app.config);
    const relay = new Relay(app.db, app.get(MessageHandlers), queue);
    await announce();
    await app.database.asOwner(revoke);
    await expect(relay.run()).rejects.toThrow('permission denied');
    for (let times = 0; times < 3; times += 1) await expect(relay.rescue()).rejects.toThrow('permission denied');
    await app.database.asOwner(`grant connect on database ${app.database.name} to yoriai_queue`);
    const again = new MessageQueue(app.config);
    expect(await new Relay(app.db, app.get(MessageHandlers), again).rescue()).toBe(2);
    await until('both effects', async () => (await effects()) === 2, 10_000);
    await Promise.all([queue.onApplicationShutdown(), again.onApplicationShutdown()]);
  });

  it('two relays at once queue it once', async () => {
    await Promise.all(Array.from({ length: 20 }, announce));
    const relay = app.get(Relay);
    const counts = await Promise.all([relay.run(), relay.run(), relay.run()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    await until('forty effects', async () => (await effects()) === 40, 10_000);
  });

  it('two subscribers of one name keep the process from starting', async () => {
    await expect(testApp({ imports: [], providers: [Listener, Namesake] })).rejects.toThrow('Two subscribers are called test.first');
  });
});
