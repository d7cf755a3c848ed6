import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People } from '@yoriai/identity';
import { KeptSealed, newId, rows, type DateOnly } from '@yoriai/platform';
import { statementsOf, testApp, type TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { aCast, anEvent, applied, type Cast } from '../an-event.builder.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { ApplicationChanges } from './application-changes.service.js';
import { FACTS, reserve, type PlaceRequest } from './reserve.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const neverParted = (): never => {
  throw new Error('nobody said that a part is fine');
};

/** Somebody of this name, the same one each time. */
const people = new Map<string, string>();
async function personOf(key: string): Promise<string> {
  const known = people.get(key) ?? (await app.tx((tx) => app.get(People).add(tx, { name: key, kana: 'ちょうみん' })));
  people.set(key, known);
  return known;
}

const asked = async (frameId: string, key: string, heads = 1): Promise<PlaceRequest> => {
  const applicationId = newId();
  return {
    ...{ applicationId, frameId, heads, searchKey: key, channel: 'web', enteredBy: null, contactPhone: null, companions: [], born: null, groupName: null, answers: null,
  photos: null, guardian: null, partIsFine: false },
    rest: neverParted,
    personId: await personOf(key),
    number: applicationId.slice(-12),
    spareNumber: () => `spare ${applicationId.slice(-12)}`,
    ticketHash: createHash('sha256').update(applicationId).digest(),
    consentHash: createHash('sha256').update(`consent ${applicationId}`).digest(),
    contactEmail: `${key}@example.jp`,
  };
};
const ask = async (requests: Promise<PlaceRequest>[]) => {
  const all = await Promise.all(requests);
  return app.tx((tx) => reserve(tx, app.get(KeptSealed), all, app.clock.now()));
};

async function countersAgree(eventId: string): Promise<{ places_taken: number; waiting: number }[]> {
  const counted = await app.database.asOwner<{ places_taken: number; waiting: number; heads: number; waitlisted: number }>(
    `select f.places_taken, f.waiting, coalesce(sum(a.heads) filter (where a.status in ('confirmed', 'offered')), 0)::int as heads,
       count(*) filter (where a.status = 'waitlisted')::int as waitlisted
     from events.frame f left join events.application a on a.frame_id = f.id where f.event_id = $1 group by f.id order by f.sort`,
    [eventId],
  );
  for (const frame of counted) expect([frame.places_taken, frame.waiting]).toEqual([frame.heads, frame.waitlisted]);
  return counted.map(({ places_taken, waiting }) => ({ places_taken, waiting }));
}

describe('a list of requests', () => {
  it('is served in its order, over several frames, as if they had come one by one', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: 'いす席', capacity: 3, perApplicationMax: 3 }, { name: '車いす席', capacity: 1 }] });
    const [chairs, wheelchairs] = event.frames.map(({ id }) => id) as [string, string];
    const verdicts = await ask([
      asked(chairs, 'a', 2),
      asked(wheelchairs, 'a'),
      asked(chairs, 'b', 2),
      asked(chairs, 'c', 1),
      asked(chairs, 'a', 1),
      asked(wheelchairs, 'd'),
      asked(chairs, 'e', 4),
      asked(newId(), 'f'),
    ]);
    expect(verdicts.map((verdict) => (verdict.kind === 'waitlisted' ? verdict.position : verdict.kind === 'refused' ? verdict.code : verdict.kind))).toEqual([
      'confirmed',
      'confirmed',
      1,
      2,
      'repeated',
      1,
      'application.too-many-heads',
      'application.frame-unknown',
    ]);
    expect(await countersAgree(event.id)).toEqual([
      { places_taken: 2, waiting: 2 },
      { places_taken: 1, waiting: 1 },
    ]);
  });

  it('costs three statements, however long it is', async () => {
    const event = await anEvent(app, cast, 'published');
    const frameId = event.frames[0]!.id;
    const crowd = await Promise.all(Array.from({ length: 101 }, (_, index) => asked(frameId, `p${index}`)));
    const reserving = (requests: PlaceRequest[]) => app.tx((tx) => reserve(tx, app.get(KeptSealed), requests, app.clock.now()));
    const one = await statementsOf(() => reserving(crowd.slice(0, 1)));
    const many = await statementsOf(() => reserving(crowd.slice(1)));
    expect(many).toBe(one);
    // BEGIN, lock, facts, write, COMMIT
    expect(one).toBe(5);
    // What they say is sealed on the way: no statement more, and where nobody says anything nothing is done.
    const asks = { needs: ['wheelchair'] };
    const other = await anEvent(app, cast, 'published');
    await app.database.asOwner('update events.frame set asks = $2 where id = $1', [other.frames[0]!.id, asks]);
    const said = { ...(await asked(other.frames[0]!.id, 'said')), answers: { needs: ['wheelchair' as const], needsText: null, given: [] } };
    expect(await statementsOf(() => reserving([said]))).toBe(5);
    const [kept] = await app.database.asOwner<{ answers: string }>('select answers from events.application where id = $1', [said.applicationId]);
    expect(app.get(KeptSealed).open({ column: 'events.application.answers', row: said.applicationId }, kept!.answers)).toEqual(said.answers);
    expect(await app.database.asOwner('select 1 from events.application where event_id = $1 and answers is not null', [event.id])).toEqual([]);
    expect(await countersAgree(event.id)).toEqual([{ places_taken: 50, waiting: 51 }]);
  });

  it('is judged under the lock by the rule about ages as it is then, whatever was judged before', async () => {
    const event = await anEvent(app, cast, 'published');
    const frameId = event.frames[0]!.id;
    await app.database.asOwner('update events.frame set asks = $2 where id = $1', [frameId, { ages: { by: 'grade', from: 6, to: 12 } }]);
    const aged = async (key: string, born: DateOnly | null) => ({ ...(await asked(frameId, key)), born });
    const verdicts = await ask([aged('grown', '1980-04-02'), aged('unsaid', null), aged('child', '2019-10-01')]);
    expect(verdicts).toMatchObject([
      { kind: 'refused', code: 'application.age-outside', field: 'born' },
      { kind: 'refused', code: 'application.born-needed', field: 'born' },
      { kind: 'confirmed' },
    ]);
    expect(await countersAgree(event.id)).toEqual([{ places_taken: 1, waiting: 0 }]);
  });

  it('the unique index stands behind it: a twin that slips past is refused by the database', async () => {
    const event = await anEvent(app, cast, 'published');
    const request = await asked(event.frames[0]!.id, 'twin');
    await ask([Promise.resolve(request)]);
    const insert = (personId: string, email: string) =>
      app.tx((tx) =>
        rows(
          tx,
          `insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_email, status, channel, created_at)
           select $1, frame_id, event_id, $2, 'other', $3, heads, search_key, $4, status, channel, created_at from events.application where id = $5`,
          [newId(), personId, Buffer.from('other'), email, request.applicationId],
        ),
      );
    await expect(insert(await personOf('somebody else'), request.contactEmail!)).rejects.toMatchObject({ code: 'application.duplicate', status: 409 });
    await expect(insert(request.personId, 'other@example.jp')).rejects.toMatchObject({ code: 'application.duplicate', status: 409 });
  });

  it('gives nobody a number of somebody else, and spoils nobody\'s application for it', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '参加', capacity: 3 }] });
    const frameId = event.frames[0]!.id;
    const numbered = async (key: string) => ({ ...(await asked(frameId, key)), number: 'B29-4K7' });
    const [first] = await ask([numbered('number one')]);
    const later = await ask([numbered('number two'), asked(frameId, 'number three')]);
    expect([first, ...later]).toEqual([
      { kind: 'confirmed', eventId: event.id, number: 'B29-4K7', rest: null },
      { kind: 'confirmed', eventId: event.id, number: expect.stringMatching(/^spare /), rest: null },
      { kind: 'confirmed', eventId: event.id, number: expect.not.stringMatching(/^spare /), rest: null },
    ]);
    const together = await anEvent(app, cast, 'published', { frames: [{ name: '参加', capacity: 3 }] });
    const here = async (key: string) => ({ ...(await asked(together.frames[0]!.id, key)), number: 'B29-4K7' });
    const numbers = (await ask([here('number four'), here('number five')])).map((verdict) => ('number' in verdict ? verdict.number.slice(0, 5) : verdict.kind));
    expect(numbers).toEqual(['B29-4', 'spare']);
  });

  it('finds twins by index, not by reading the table', async () => {
    await app.database.asOwner(
      `with crowd as (
         insert into identity.person (id, name, kana, search_key, kana_key, created_at, updated_at)
         select gen_random_uuid(), 'n' || n, 'か', 'key' || n, 'カ', now(), now() from generate_series(1, 20000) n returning id, name
       )
       insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_phone, contact_email, status, channel, created_at)
       select gen_random_uuid(), f.id, f.event_id, crowd.id, crowd.name, sha256(crowd.name::bytea), 1, 'key' || crowd.name, '090' || crowd.name, crowd.name || '@example.jp', 'confirmed', 'web', now()
       from events.frame f, crowd where f.event_id = $1`,
      [(await anEvent(app, cast, 'published')).id],
    );
    await app.database.asOwner('analyze events.application');
    const plan = await app.database.asOwner<{ 'QUERY PLAN': string }>(
      `explain ${FACTS}`,
      [[newId()], ['keyn7'], ['090n7'], ['n7@example.jp'], [cast.leader.personId], app.clock.now(), ['B29-4K7']],
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index.*application_/);
    expect(text).not.toMatch(/Seq Scan on application/);
  });
});

type Act = { kind: 'apply'; who: number; heads: number } | { kind: 'cancel'; which: number } | { kind: 'promote'; which: number };

const acts = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('apply' as const), who: fc.integer({ min: 1, max: 25 }), heads: fc.integer({ min: 1, max: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(20) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('promote' as const), which: fc.nat(3) }) },
  ),
  { minLength: 5, maxLength: 40 },
);

/** Does it, and lets pass what the rules refuse: a history is what people try. */
async function act(event: EventDetail, each: Act, tickets: string[], waiting: string[]): Promise<void> {
  const changes = app.get(ApplicationChanges);
  try {
    if (each.kind === 'apply') {
      const answer = await applied(app, event, each.who, each.heads);
      if (answer.ticketUrl) tickets.push(answer.ticketUrl.split('/t/')[1]!);
      if (answer.status === 'waitlisted') waiting.push(answer.id!);
    } else if (each.kind === 'cancel' && tickets.length > 0) {
      await changes.cancelByTicket(tickets[each.which % tickets.length]!);
    } else if (each.kind === 'promote' && waiting.length > 0) {
      await changes.promote(cast.leader, waiting[each.which % waiting.length]!);
    }
  } catch (error) {
    expect(error).toMatchObject({ status: 409, code: expect.stringMatching(/^application\./) });
  }
}

describe('any history', () => {
  it('the counters are the sum, nobody is oversold, and the queue keeps its order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: 12 }), acts, async (capacity, history) => {
        const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity, perApplicationMax: 4 }] });
        const tickets: string[] = [];
        const waiting: string[] = [];
        let queue: string[] = [];
        for (const each of history) {
          await act(event, each, tickets, waiting);
          const now = await app.tx((tx) =>
            rows<{ id: string }>(tx, `select id from events.application where event_id = $1 and status = 'waitlisted' order by waitlist_order`, [event.id]),
          );
          const ids = now.map(({ id }) => id);
          // Who waited before and still does is in the same order, before everybody who came since.
          expect(ids.slice(0, queue.filter((id) => ids.includes(id)).length)).toEqual(queue.filter((id) => ids.includes(id)));
          queue = ids;
        }
        const [frame] = await countersAgree(event.id);
        expect(frame!.places_taken).toBeLessThanOrEqual(capacity);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
