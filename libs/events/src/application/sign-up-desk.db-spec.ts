import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { race, testApp, textsOf, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, applied, type Cast } from '../an-event.builder.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { SignUps } from './sign-up.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const count = async (table: string): Promise<number> => (await app.database.asOwner<{ count: number }>(`select count(*)::int as count from ${table}`))[0]!.count;
const placesOf = async (event: EventDetail) =>
  app.database.asOwner<{ places_taken: number; waiting: number }>('select places_taken, waiting from events.frame where event_id = $1', [event.id]);

/** What each was told: a status, or the code of the refusal. */
async function told(asking: readonly (() => Promise<{ status: string }>)[]): Promise<string[]> {
  const settled = await Promise.allSettled(asking.map((ask) => ask()));
  return settled.map((one) => (one.status === 'fulfilled' ? one.value.status : ((one.reason as { code?: string }).code ?? String(one.reason))));
}

describe('those who apply in the same moment', () => {
  it('share transactions, and nobody is lost or placed twice', async () => {
    const event = await anEvent(app, cast, 'published');
    let statuses: string[] = [];
    const texts = await textsOf(async () => {
      const { values } = await race(90, (index) => applied(app, event, index));
      statuses = values.map(({ status }) => status);
    });
    expect(statuses.filter((status) => status === 'confirmed')).toHaveLength(50);
    expect(statuses.filter((status) => status === 'waitlisted')).toHaveLength(40);
    // One goes at once, those who came meanwhile go together.
    expect(texts.filter((text) => text === 'START TRANSACTION').length).toBeLessThanOrEqual(3);
    expect(await placesOf(event)).toEqual([{ places_taken: 50, waiting: 40 }]);
  });

  it('each hear their own verdict, and only who gets in is written down', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: 'いす席', capacity: 3, perApplicationMax: 2 }] });
    const draft = await anEvent(app, cast, 'draft');
    const [people, messages] = [await count('identity.person'), await count('platform.outbox')];
    const ask = (given: object) => () => app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), ...given });
    const answers = await told([
      ask({}),
      ask({ name: '町民 二', heads: 3 }),
      ask({ eventId: draft.id }),
      ask({ frameId: draft.id, name: '町民 三' }),
      ask({ name: '町民 四', email: undefined }),
      ask({ name: '町民　1' }),
      ask({ name: '町民 五', heads: 2 }),
      ask({ name: '町民 六' }),
    ]);
    expect(answers).toEqual([
      ...['confirmed', 'application.too-many-heads', 'event.not-found', 'application.frame-unknown'],
      ...['platform.invalid', 'received', 'confirmed', 'waitlisted'],
    ]);
    expect(await count('identity.person')).toBe(people + 3);
    // Three who got in, and the ticket that is sent again.
    expect(await count('platform.outbox')).toBe(messages + 4);
    expect(await placesOf(event)).toEqual([{ places_taken: 3, waiting: 1 }]);
  });

  it('one whom the database itself refuses does not spoil the others', async () => {
    await app.database.asOwner(`create function events.refuse_one() returns trigger language plpgsql as
      $$ begin if new.contact_email = 'planted@example.jp' then raise exception 'planted'; end if; return new; end $$`);
    await app.database.asOwner('create trigger planted before insert on events.application for each row execute function events.refuse_one()');
    const event = await anEvent(app, cast, 'published');
    const people = await count('identity.person');
    const planted = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(0), email: 'planted@example.jp' };
    const answers = await told(Array.from({ length: 20 }, (_, index) => () => (index === 7 ? app.get(SignUps).apply(null, planted) : applied(app, event, index))));
    expect(answers.filter((answer) => answer === 'confirmed')).toHaveLength(19);
    // The database's own word for RAISE: a bug to us, and nobody else's trouble.
    expect(answers[7]).toBe('P0001');
    expect(await placesOf(event)).toEqual([{ places_taken: 19, waiting: 0 }]);
    expect(await count('identity.person')).toBe(people + 19);
  });

  it('a frame that somebody holds makes only its own applicants wait', async () => {
    const [held, free] = [await anEvent(app, cast, 'published'), await anEvent(app, cast, 'published')];
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    let locked = (): void => undefined;
    const isLocked = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const holder = app.tx(async (tx) => {
      await rows(tx, 'select 1 from events.frame where event_id = $1 for update', [held.id]);
      locked();
      await until;
    });
    await isLocked;
    const answers = await told([() => applied(app, free, 1), () => applied(app, held, 2), () => applied(app, free, 3), () => applied(app, held, 4)]);
    release();
    await holder;
    expect(answers).toEqual(['confirmed', 'platform.busy', 'confirmed', 'platform.busy']);
    expect(await told([() => applied(app, held, 2)])).toEqual(['confirmed']);
  }, 20_000);
});
