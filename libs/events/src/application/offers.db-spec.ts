import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { aCast, aNeighbour, aSmallEvent, anEvent, applied, told, tokenOf, type Cast } from '../an-event.builder.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { ApplicantList } from './applicant-list.service.js';
import { ApplicationChanges } from './application-changes.service.js';
import type { ApplicationAnswer } from './application.dto.js';
import { Applications } from './applications.service.js';
import { readOf } from '../consent/consent.rules.js';
import { GuardianConsents } from '../consent/guardian-consents.service.js';
import { ConsentRounds } from '../consent/consent-rounds.service.js';
import { TicketCodes } from './ticket-codes.js';
import { Offers } from './offers.service.js';
import { SignUps } from './sign-up.service.js';

let app: TestApp;
let cast: Cast;
let changes: ApplicationChanges;
let consents: GuardianConsents;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  changes = app.get(ApplicationChanges);
  consents = app.get(GuardianConsents);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const sweep = (): Promise<number> => app.get(Offers).sweep();
const ticketOf = (answer: ApplicationAnswer) => app.get(Applications).ticket(tokenOf(answer.ticketUrl));
const cancelled = (answer: ApplicationAnswer): Promise<void> => changes.cancelByTicket(tokenOf(answer.ticketUrl));
const accepted = (answer: ApplicationAnswer): Promise<void> => changes.acceptByTicket(tokenOf(answer.ticketUrl));

interface Counted {
  capacity: number;
  places_taken: number;
  waiting: number;
  held: number;
  queued: number;
  /** Confirmed although a guardian was asked and has not said yes. */
  uncertain: number;
}

async function counted({ frames }: EventDetail): Promise<Counted> {
  const [row] = await app.database.asOwner<Counted>(
    `select capacity, places_taken, waiting,
       (select coalesce(sum(heads), 0)::int from events.application where frame_id = frame.id and status in ('confirmed', 'guardian_pending', 'offered')) as held,
       (select count(*)::int from events.application where frame_id = frame.id and status = 'confirmed' and consent = 'asked') as uncertain,
       (select count(*)::int from events.application where frame_id = frame.id and status = 'waitlisted') as queued
     from events.frame frame where id = $1`,
    [frames[0]!.id],
  );
  return row!;
}

/** Full, and three who wait. */
async function aQueue() {
  const event = await aSmallEvent(app, cast);
  const [inside, ...queue] = [await applied(app, event, 1, 2), await applied(app, event, 2), await applied(app, event, 3), await applied(app, event, 4)];
  return { event, inside: inside!, queue };
}

describe('a place that becomes free', () => {
  it('is offered at once to those at the head of the queue, and kept for them', async () => {
    const { event, inside, queue } = await aQueue();
    expect(await ticketOf(queue[0]!)).toMatchObject({ status: 'waitlisted', waitlistPosition: 1, waitReason: 'full', can: { accept: 'application.offer-over' } });
    await cancelled(inside);
    for (const one of queue.slice(0, 2)) expect(await ticketOf(one)).toMatchObject({ status: 'offered', waitlistPosition: null, offerEndsAt: '2026-11-03T01:00:00.000Z', can: { accept: true, cancel: true } });
    expect(await ticketOf(queue[2]!)).toMatchObject({ status: 'waitlisted', waitlistPosition: 1, waitReason: 'others-asked' });
    expect((await told(app, event.id)).slice(-3)).toEqual([['cancelled', inside.id], ['offered', queue[0]!.id], ['offered', queue[1]!.id]]);
    // Whoever comes now stands behind those who wait: an offer is a reservation.
    expect(await applied(app, event, 5)).toMatchObject({ status: 'waitlisted', waitlistPosition: 2 });
    expect(await counted(event)).toEqual({ capacity: 2, places_taken: 2, waiting: 2, held: 2, queued: 2, uncertain: 0 });
    expect(await sweep()).toBe(0);
  });

  it('is theirs when they say yes, once, however often they press', async () => {
    const { event, inside, queue } = await aQueue();
    await cancelled(inside);
    const { errors } = await race(6, () => accepted(queue[0]!));
    expect(errors).toEqual([]);
    expect(await ticketOf(queue[0]!)).toMatchObject({ status: 'confirmed', offerEndsAt: null });
    expect((await told(app, event.id)).filter(([what]) => what === 'promoted')).toEqual([['promoted', queue[0]!.id]]);
    await expect(accepted(queue[2]!)).rejects.toMatchObject({ code: 'application.offer-over', status: 409 });
    await expect(changes.acceptByTicket('x'.repeat(43))).rejects.toMatchObject({ code: 'application.ticket-unknown', status: 404 });
  });

  it('goes to the next when they say no, or say nothing in time', async () => {
    const { event, inside, queue } = await aQueue();
    await cancelled(inside);
    await cancelled(queue[0]!);
    expect(await ticketOf(queue[2]!)).toMatchObject({ status: 'offered' });
    const late = await applied(app, event, 6);
    app.clock.set('2026-11-03T10:00:00+09:00');
    await expect(accepted(queue[1]!)).rejects.toMatchObject({ code: 'application.offer-over', status: 409 });
    await sweep();
    expect(await ticketOf(queue[1]!)).toMatchObject({ status: 'expired', can: { accept: 'application.offer-over', cancel: 'application.already-cancelled' } });
    // They ring about it: the leader's list has them, behind all others.
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items.slice(-2).map(({ id, status }) => [id, status]).sort()).toEqual([queue[1]!, queue[2]!].map(({ id }) => [id, 'expired']).sort());
    expect(await ticketOf(late)).toMatchObject({ status: 'offered' });
    expect((await told(app, event.id)).slice(-3)).toEqual([['expired', queue[1]!.id], ['expired', queue[2]!.id], ['offered', late.id]]);
    // Who let it pass may apply again.
    expect(await applied(app, event, 3)).toMatchObject({ status: 'confirmed' });
  });

  it('is offered once by two workers at once, and nobody is asked twice', async () => {
    const { event, inside, queue } = await aQueue();
    await cancelled(inside);
    app.clock.set('2026-11-03T10:00:00+09:00');
    const { errors } = await race(4, sweep);
    expect(errors).toEqual([]);
    expect((await told(app, event.id)).filter(([what]) => what === 'offered' || what === 'expired')).toHaveLength(5);
    expect(await ticketOf(queue[2]!)).toMatchObject({ status: 'offered' });
    expect(await counted(event)).toMatchObject({ places_taken: 1, held: 1, waiting: 0 });
  });

  it('by more places is offered too', async () => {
    const { event, queue } = await aQueue();
    const { version } = await app.get(EventQueries).detail(cast.leader, event.id);
    await app.get(EventEdits).update(cast.leader, event.id, { frames: [{ id: event.frames[0]!.id, name: '席', capacity: 3, perApplicationMax: 2 }] }, `"${version}"`);
    await sweep();
    expect(await ticketOf(queue[0]!)).toMatchObject({ status: 'offered' });
  });

  it('is nobody’s while the group at the head does not fit, and in the last hour it is the host’s to give', async () => {
    const event = await aSmallEvent(app, cast, 3);
    const singles = [await applied(app, event, 1), await applied(app, event, 2), await applied(app, event, 3)];
    const [family, single] = [await applied(app, event, 4, 2), await applied(app, event, 5)];
    await cancelled(singles[0]!);
    await sweep();
    expect(await ticketOf(family)).toMatchObject({ status: 'waitlisted', waitReason: 'first-too-large' });
    expect(await ticketOf(single)).toMatchObject({ status: 'waitlisted', waitlistPosition: 2 });
    app.clock.set('2026-11-29T09:30:00+09:00');
    await cancelled(singles[1]!);
    expect(await ticketOf(family)).toMatchObject({ status: 'waitlisted', waitReason: 'host-decides' });
    await changes.promote(cast.leader, family.id!);
    expect(await ticketOf(family)).toMatchObject({ status: 'confirmed' });
  });

  it('is given by the host to who says yes by telephone, and taken along when the event is called off', async () => {
    const { event, inside, queue } = await aQueue();
    await cancelled(inside);
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items.map(({ status, can }) => [status, can.promote])).toEqual([['offered', true], ['offered', true], ['waitlisted', 'application.not-enough-places']]);
    await changes.promote(cast.leader, queue[1]!.id!);
    expect(await counted(event)).toMatchObject({ places_taken: 2, held: 2 });
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    expect(await ticketOf(queue[0]!)).toMatchObject({ status: 'cancelled_by_host', offerEndsAt: null });
    expect(await counted(event)).toMatchObject({ places_taken: 0, waiting: 0 });
    expect(await sweep()).toBe(0);
  });
});

describe('a place that is kept for somebody who stands at the door already', () => {
  it('is theirs: it is not taken away, given to nobody else, and nobody is told otherwise', async () => {
    const { event, inside, queue } = await aQueue();
    await cancelled(inside);
    await app.tx((tx) => app.get(Applications).received(tx, queue[0]!.id!, app.clock.now()));
    app.clock.set('2026-11-03T10:00:00+09:00');
    await sweep();
    expect(await sweep()).toBe(0);
    expect(await ticketOf(queue[0]!)).toMatchObject({ status: 'confirmed' });
    expect(await counted(event)).toMatchObject({ places_taken: 2, held: 2, waiting: 0 });
    expect((await told(app, event.id)).filter(([, id]) => id === queue[0]!.id)).toEqual([['waitlisted', queue[0]!.id], ['offered', queue[0]!.id]]);
  });

  it('nobody who was let in while waiting is asked whether they come', async () => {
    const { event, inside, queue } = await aQueue();
    await app.tx((tx) => app.get(Applications).received(tx, queue[0]!.id!, app.clock.now()));
    await cancelled(inside);
    expect((await told(app, event.id)).slice(-2)).toEqual([['offered', queue[1]!.id], ['offered', queue[2]!.id]]);
  });
});

describe('an event that is moved while a place is kept', () => {
  it('to before the answer is due: nobody takes the place once it has begun, and nobody is told that it is too late', async () => {
    const { event, inside, queue } = await aQueue();
    await cancelled(inside);
    await app.database.asOwner(`update events.event set starts_at = '2026-11-02T13:00:00+09:00' where id = $1`, [event.id]);
    app.clock.set('2026-11-02T14:00:00+09:00');
    await expect(accepted(queue[0]!)).rejects.toMatchObject({ code: 'application.offer-over', status: 409 });
    app.clock.set('2026-11-03T10:00:00+09:00');
    await sweep();
    expect(await ticketOf(queue[0]!)).toMatchObject({ status: 'expired' });
    expect((await told(app, event.id)).filter(([what]) => what === 'expired')).toEqual([]);
  });
});

describe('a frame that can’t be swept', () => {
  it('keeps no other queue waiting, and is heard of', async () => {
    const [first, second] = [await aQueue(), await aQueue()];
    for (const { inside } of [first, second]) await cancelled(inside);
    app.clock.set('2026-11-03T10:00:00+09:00');
    const broken = [first, second].sort((a, b) => (a.event.frames[0]!.id < b.event.frames[0]!.id ? -1 : 1))[0]!;
    const other = broken === first ? second : first;
    await app.database.asOwner('update events.frame set places_taken = 0 where id = $1', [broken.event.frames[0]!.id]);
    await expect(sweep()).rejects.toThrow();
    expect(await ticketOf(other.queue[0]!)).toMatchObject({ status: 'expired' });
    await app.database.asOwner('update events.frame set places_taken = 2 where id = $1', [broken.event.frames[0]!.id]);
    await sweep();
    expect(await ticketOf(broken.queue[0]!)).toMatchObject({ status: 'expired' });
  });
});

describe('whatever happens, in whatever order', () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('apply' as const), heads: fc.integer({ min: 1, max: 3 }), partIsFine: fc.boolean(), child: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel' as const), whose: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('accept' as const), whose: fc.nat(30) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('promote' as const), whose: fc.nat(30) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('consent' as const, 'refuse' as const, 'record' as const), whose: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 120 }) }) },
  );
  type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

  /** Refused by a rule, which is fine; anything else is not. */
  const allowed = (error: { code?: string }): void => expect(error.code).toMatch(/^application\./);

  /** Each application of the event, and how many it and those parted from it are. */
  const groups = (event: EventDetail) =>
    app.database.asOwner<{ id: string; root: string; heads: number; named: number }>(
      `select id, coalesce(part_of, id) as root, (sum(heads) over whole)::int as heads, (sum(coalesce(jsonb_array_length(companions), 0)) over whole)::int as named
       from events.application where event_id = $1 window whole as (partition by coalesce(part_of, id)) order by id`,
      [event.id],
    );

  async function apply(event: EventDetail, index: number, { heads, partIsFine, child }: { heads: number; partIsFine: boolean; child: boolean }): Promise<[string, number][]> {
    const companions = Array.from({ length: heads - 1 }, (_, at) => ({ name: `連れ ${at}`, kana: 'つれ' }));
    const request = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index + 100, heads), companions, partIsFine };
    const guardian = child ? ({ by: 'child', email: `guardian-${index}@example.jp` } as const) : ({ by: 'adults' } as const);
    // Late a child can't ask anybody any more.
    const answer = await app.get(SignUps).apply(null, { ...request, guardian }).catch(allowed);
    return answer ? [[answer.id!, heads]] : [];
  }

  async function does(event: EventDetail, applied: [string, number][], one: Act): Promise<void> {
    switch (one.kind) {
      case 'apply':
        applied.push(...(await apply(event, applied.length, one)));
        return;
      case 'wait':
        app.clock.set(new Date(app.clock.now().getTime() + one.hours * 3_600_000).toISOString());
        await sweep();
        await app.get(ConsentRounds).sweep(app.clock.now());
        return;
      default: {
        const all = await groups(event);
        const about = all[one.whose % Math.max(1, all.length)];
        if (!about) return;
        const token = tokenOf(app.get(Applications).ticketUrl(about.id));
        const acts = { cancel: () => changes.cancelByTicket(token), accept: () => changes.acceptByTicket(token), promote: () => changes.promote(cast.leader, about.id) };
        const [link, words] = [app.get(TicketCodes).consent(about.root).url.split('/g/')[1]!, { name: '標野 花', relation: '母' }];
        const guardians = { consent: () => consents.giveByToken(link, { ...words, revision: 1, read: readOf(null) }), refuse: () => consents.refuseByToken(link), record: () => consents.record(cast.leader, about.id, { ...words, how: 'paper' }) };
        await { ...acts, ...guardians }[one.kind]().catch(allowed);
      }
    }
  }

  it('places are never oversold, counters are the sums, each head is somebody, and in order nobody is passed over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 25 }), fc.integer({ min: 3, max: 5 }), fc.constantFrom('in-order' as const, 'who-fits' as const), async (acts, capacity, queue) => {
        app.clock.set('2026-11-02T10:00:00+09:00');
        const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity, perApplicationMax: capacity, companions: 'names', queue, asks: { guardian: true } }] });
        const applied: [string, number][] = [];
        for (const one of acts) {
          await does(event, applied, one);
          const now = await counted(event);
          expect([now.places_taken, now.waiting]).toEqual([now.held, now.queued]);
          expect(now.places_taken).toBeLessThanOrEqual(now.capacity);
          expect(now.uncertain).toBe(0);
        }
        const all = await groups(event);
        // However often a group was parted, it is the same people.
        for (const [id, heads] of applied) expect(all.filter(({ root }) => root === id)[0]).toMatchObject({ heads, named: heads - 1 });
        if (queue === 'who-fits') return;
        // Each who left the queue for a place did so before everybody who came into it later.
        const rootOf = new Map(all.map(({ id, root }) => [id, root]));
        const moved = (await told(app, event.id))
          .filter(([what]) => what === 'offered' || what === 'promoted')
          .map(([, id]) => applied.findIndex(([first]) => first === rootOf.get(id as string)));
        const first = moved.filter((index, at) => moved.indexOf(index) === at);
        expect(first).toEqual([...first].sort((a, b) => a - b));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
