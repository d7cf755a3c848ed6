import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock, Db, type Tx } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, applied, type Cast } from '../an-event.builder.js';
import { Offers } from '../application/offers.service.js';
import { EventLoader } from '../event/event-loader.js';
import { EventRepository } from '../event/event.repository.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { ChoiceRepository } from './choice.repository.js';
import { HostAnswers } from './host-answers.service.js';
import { aChoice, counted } from './testing/a-choice.js';

const LEADERS = 6;
const CAPACITY = 2;

let app: TestApp;
let cast: Cast;

beforeEach(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  app.clock.set('2026-11-02T10:00:00+09:00');
});
afterEach(() => app.close());

/** So many wait for an answer, one head each. */
async function aCrowd(): Promise<{ event: EventDetail; ids: string[] }> {
  const event = await aChoice(app, cast, { capacity: CAPACITY });
  const ids: string[] = [];
  for (let index = 0; index < LEADERS; index += 1) ids.push((await applied(app, event, index)).id!);
  return { event, ids };
}

const accept = (answers: HostAnswers, event: EventDetail, id: string) => answers.answer(cast.leader, { eventId: event.id, ids: [id], choice: 'accepted', words: null });
const codes = (errors: readonly unknown[]): (string | undefined)[] => errors.map((error) => (error as { code?: string }).code);

describe('leaders who answer at the same moment', () => {
  it('give each place once: who comes too late is told that there is none', async () => {
    const { event, ids } = await aCrowd();
    const { errors } = await race(LEADERS, (index) => accept(app.get(HostAnswers), event, ids[index]!));
    expect(codes(errors)).toEqual(Array.from({ length: LEADERS - CAPACITY }, () => 'application.not-enough-places'));
    expect(await counted(app, event)).toMatchObject({ taken: CAPACITY, entered: LEADERS - CAPACITY });
  });

  it('answer one application once: the others are told that it was answered', async () => {
    const { event, ids } = await aCrowd();
    const { errors } = await race(LEADERS, () => accept(app.get(HostAnswers), event, ids[0]!));
    expect(codes(errors)).toEqual(Array.from({ length: LEADERS - 1 }, () => 'application.answered-already'));
    expect(await counted(app, event)).toMatchObject({ taken: 1 });
  });
});

const LOCK_CLAUSE = / for no key update$/;

/** Opens for all once so many have come. */
function meetingPoint(count: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    arrived += 1;
    if (arrived === count) open();
    return all;
  };
}

/** The same service, whose reads lock no frame, and whose callers meet between looking and writing. */
function withoutTheLock(stripped: string[]): HostAnswers {
  const meet = meetingPoint(LEADERS);
  const loose = (tx: Tx): Tx => {
    const connect = async (): Promise<unknown> => {
      const client = (await tx.queryRunner!.connect()) as { query(statement: { name?: string; text: string }): Promise<unknown> };
      const query = async (statement: { name?: string; text: string }): Promise<unknown> => {
        if (LOCK_CLAUSE.test(statement.text)) stripped.push(statement.name ?? '');
        if (statement.text.startsWith('update events.frame set entered')) await meet();
        // Under another name: a name stands for one text, and the shipped one may be prepared already.
        const name = statement.name === undefined ? {} : { name: `${statement.name}-without-lock` };
        return client.query({ ...statement, ...name, text: statement.text.replace(LOCK_CLAUSE, '') });
      };
      return { query };
    };
    return new Proxy(tx, {
      get: (target, key) => {
        if (key === 'queryRunner') return { connect };
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  const db = { transaction: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.get(Db).transaction((tx) => work(loose(tx))) } as Db;
  return new HostAnswers(db, app.get(Clock), app.get(EventLoader), app.get(ChoiceRepository), app.get(Offers), app.get(EventRepository));
}

describe('control: the shipped answers without their lock', () => {
  it('oversell once the CHECK is gone too, so the race above does happen', async () => {
    const { event, ids } = await aCrowd();
    await app.database.asOwner('alter table events.frame drop constraint frame_places');
    const stripped: string[] = [];
    const answers = withoutTheLock(stripped);
    const { errors } = await race(LEADERS, (index) => accept(answers, event, ids[index]!));
    expect(errors).toEqual([]);
    expect(stripped).toEqual(Array.from({ length: LEADERS }, () => 'events.reserve-lock'));
    const [row] = await app.database.asOwner<{ places_taken: number }>('select places_taken from events.frame where id = $1', [event.frames[0]!.id]);
    expect(row).toEqual({ places_taken: LEADERS });
  });

  it('are stopped by the CHECK, which stands behind the lock', async () => {
    const { event, ids } = await aCrowd();
    const answers = withoutTheLock([]);
    const { errors } = await race(LEADERS, (index) => accept(answers, event, ids[index]!));
    expect(codes(errors)).toEqual(Array.from({ length: LEADERS - CAPACITY }, () => 'application.no-place'));
    expect(await counted(app, event)).toMatchObject({ taken: CAPACITY });
  });
});
