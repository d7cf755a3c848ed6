import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Db, rows, type Tx } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import { ApplicationRepository } from '../application/application.repository.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { Amending } from './amending.js';
import { AmendmentRepository } from './amendment.repository.js';
import { Amendments } from './amendments.service.js';
import { AsRead } from './as-read.js';
import { EmailAsking } from './email-asking.js';

let app: TestApp;
let cast: Cast;

beforeEach(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  app.clock.set('2026-11-02T10:00:00+09:00');
});
afterEach(() => app.close());

const CAPACITY = 8;
const CALLERS = 6;

const published = (capacity = CAPACITY): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [{ name: '席', capacity, perApplicationMax: 4 }] });
const codes = (errors: readonly unknown[]): (string | undefined)[] => errors.map((error) => (error as { code?: string }).code);

/** What the frame says, beside what its applications are. */
async function counted(event: EventDetail): Promise<{ taken: number; heads: number; waiting: number; waitlisted: number }> {
  const [row] = await app.tx((tx) =>
    rows<{ taken: number; heads: number; waiting: number; waitlisted: number }>(
      tx,
      `select places_taken as taken, waiting,
         (select coalesce(sum(heads), 0)::int from events.application a where a.frame_id = f.id and a.status in ('confirmed', 'offered', 'guardian_pending')) as heads,
         (select count(*)::int from events.application a where a.frame_id = f.id and a.status = 'waitlisted') as waitlisted
       from events.frame f where f.id = $1`,
      [event.frames[0]!.id],
    ),
  );
  return row!;
}

/** Applications of one head each; their tickets. */
async function aCrowd(event: EventDetail, of = CALLERS): Promise<string[]> {
  const tokens: string[] = [];
  for (let index = 0; index < of; index += 1) tokens.push(tokenOf((await applied(app, event, index)).ticketUrl));
  return tokens;
}

describe('changes at the same moment', () => {
  it('of six who each want one more for two free places: two have it, all others hear that there is none', async () => {
    const event = await published();
    const tokens = await aCrowd(event);
    const { errors } = await race(CALLERS, (index) => app.get(Amendments).byTicket(tokens[index]!, { heads: 2 }));
    expect(codes(errors)).toEqual(Array.from({ length: CALLERS - 2 }, () => 'application.no-more-places'));
    expect(await counted(event)).toEqual({ taken: CAPACITY, heads: CAPACITY, waiting: 0, waitlisted: 0 });
  });

  it('of one ticket, twice: the number is one of the two, and counted once', async () => {
    const event = await published();
    const [token] = await aCrowd(event, 1);
    await race(2, (index) => app.get(Amendments).byTicket(token!, { heads: index + 2 }));
    const { taken, heads } = await counted(event);
    expect([2, 3]).toContain(heads);
    expect(taken).toBe(heads);
  });

  it('one changes and cancels: whatever came first, nobody is left among the places', async () => {
    for (const heads of [1, 3]) {
      const event = await published();
      const [token] = await aCrowd(event, 1);
      await app.get(Amendments).byTicket(token!, { heads: 2 });
      const { errors } = await race(2, (index) => (index === 0 ? app.get(Amendments).byTicket(token!, { heads }) : app.get(ApplicationChanges).cancelByTicket(token!)));
      expect(codes(errors).every((code) => code === 'application.already-cancelled')).toBe(true);
      expect(await counted(event)).toEqual({ taken: 0, heads: 0, waiting: 0, waitlisted: 0 });
    }
  });

  it('more heads beside applicants for the last places: never more than there are', async () => {
    const event = await published();
    const tokens = await aCrowd(event);
    await race(CALLERS * 2, (index): Promise<unknown> => (index % 2 === 0 ? app.get(Amendments).byTicket(tokens[index / 2]!, { heads: 2 }) : applied(app, event, 100 + index)));
    const { taken, heads, waiting, waitlisted } = await counted(event);
    expect([taken, heads, waiting]).toEqual([CAPACITY, CAPACITY, waitlisted]);
  });

  it('fewer heads beside applicants: what was given back is offered once', async () => {
    const event = await published(6);
    const tokens = await aCrowd(event, 3);
    for (const token of tokens) await app.get(Amendments).byTicket(token, { heads: 2 });
    await race(6, (index): Promise<unknown> => (index < 3 ? app.get(Amendments).byTicket(tokens[index]!, { heads: 1 }) : applied(app, event, 200 + index)));
    const { taken, heads, waiting, waitlisted } = await counted(event);
    expect([taken, waiting]).toEqual([heads, waitlisted]);
    expect(taken).toBe(6);
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
function withoutTheLock(stripped: string[]): Amendments {
  const meet = meetingPoint(CALLERS);
  const loose = (tx: Tx): Tx => {
    const connect = async (): Promise<unknown> => {
      const client = (await tx.queryRunner!.connect()) as { query(statement: { name?: string; text: string }): Promise<unknown> };
      const query = async (statement: { name?: string; text: string }): Promise<unknown> => {
        if (LOCK_CLAUSE.test(statement.text)) stripped.push(statement.name ?? '');
        if (statement.text.startsWith('update events.frame set places_taken')) await meet();
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
  return new Amendments(db, app.get(ApplicationRepository), app.get(AmendmentRepository), app.get(Amending), app.get(EmailAsking), app.get(AsRead));
}

describe('control: the shipped change without its lock', () => {
  it('oversells once the CHECK is gone too, so the race above does happen', async () => {
    const event = await published();
    const tokens = await aCrowd(event);
    await app.database.asOwner('alter table events.frame drop constraint frame_places');
    const stripped: string[] = [];
    const amendments = withoutTheLock(stripped);
    const { errors } = await race(CALLERS, (index) => amendments.byTicket(tokens[index]!, { heads: 2 }));
    expect(errors).toEqual([]);
    expect(stripped.filter((name) => name === 'events.reserve-lock')).toHaveLength(CALLERS);
    expect(await counted(event)).toMatchObject({ taken: CALLERS * 2, heads: CALLERS * 2 });
  });

  it('is stopped by the CHECK, which stands behind the lock', async () => {
    const event = await published();
    const tokens = await aCrowd(event);
    const amendments = withoutTheLock([]);
    const { errors } = await race(CALLERS, (index) => amendments.byTicket(tokens[index]!, { heads: 2 }));
    expect(codes(errors)).toEqual(Array.from({ length: CALLERS - 2 }, () => 'application.no-place'));
    expect(await counted(event)).toMatchObject({ taken: CAPACITY, heads: CAPACITY });
  });
});
