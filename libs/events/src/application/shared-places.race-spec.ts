import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { People } from '@yoriai/identity';
import { KeptSealed, newId, rows } from '@yoriai/platform';
import { race, testApp, until, type TestApp } from '@yoriai/testing';
import { aCast, tokenOf, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { ApplicationChanges } from './application-changes.service.js';
import { Offers } from './offers.service.js';
import { reserve, type PlaceRequest } from './reserve.js';
import { aHall, appliedIn, hallCounts, type Hall } from './testing/a-hall.js';
import { meetingPoint, withoutTheLock } from './testing/without-the-lock.js';

const NAMES = ['地域の方', '一般', '団体'] as const;

let app: TestApp;
let cast: Cast;

beforeEach(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  app.clock.set('2026-11-02T10:00:00+09:00');
});
afterEach(() => app.close());

const hall = (total: number, each = total): Promise<Hall> => aHall(app, cast, total, NAMES.map((name) => ({ name, capacity: each })));

describe('many at once in several frames with a total', () => {
  it('150 for 40 places in three frames: exactly 40 have one, the others wait, each in an order of their own', async () => {
    const one = await hall(40, 30);
    const { values, errors } = await race(150, (index) => appliedIn(app, one, NAMES[index % 3]!, index));
    expect(errors).toEqual([]);
    expect(values.filter(({ status }) => status === 'confirmed')).toHaveLength(40);
    expect((await hallCounts(app, one)).total).toEqual([40, 40]);
    const orders = await app.database.asOwner<{ n: number }>(`select count(distinct waitlist_order)::int as n from events.application where event_id = $1 and status = 'waitlisted'`, [one.event.id]);
    expect(orders[0]!.n).toBe(110);
  }, 60_000);

  it('families that come, cancel, take offers and are let in by hand: nobody waits for the other for ever, and the sums stand', async () => {
    const one = await hall(20, 12);
    const early = await race(40, (index) => appliedIn(app, one, NAMES[index % 3]!, index, (index % 4) + 1, index % 5 === 0));
    const tickets = early.values.flatMap(({ ticketUrl }) => (ticketUrl ? [tokenOf(ticketUrl)] : []));
    const waiting = early.values.flatMap(({ status, id }) => (status === 'waitlisted' ? [id!] : []));
    const changes = app.get(ApplicationChanges);
    const acts: (() => Promise<unknown>)[] = [
      ...tickets.slice(0, 15).map((token) => () => changes.cancelByTicket(token)),
      ...waiting.slice(0, 10).map((id) => () => changes.promote(cast.leader, id)),
      ...tickets.slice(15).map((token) => () => changes.acceptByTicket(token)),
      ...Array.from({ length: 30 }, (_, index) => () => appliedIn(app, one, NAMES[index % 3]!, 100 + index, (index % 3) + 1)),
      () => app.get(Offers).sweep(),
      () => app.get(Offers).sweep(),
    ];
    const { values, errors } = await race(acts.length, (index) => acts[(index * 7) % acts.length]!());
    // Whoever waited too long for a lock (55P03) or a connection may try again; nobody waits in a circle (40P01).
    const codes = (errors as (Error & { why?: string; code?: string })[]).map(({ why, code, message }) => why ?? code ?? message);
    for (const code of codes) expect(code).toMatch(/^(application\.(not-first|not-enough-places|not-waiting|offer-over|already-cancelled)|55P03|timeout exceeded when trying to connect)$/);
    expect(values.length).toBeGreaterThan(10);
    await hallCounts(app, one);
  }, 60_000);
});

describe('a total that is set while somebody waits at a frame of it', () => {
  it.each([
    ['alone waits where it has no place for them', [2], ['waitlisted']],
    ['with others waits, and the others get in where it has places', [1, 2], ['confirmed', 'waitlisted']],
  ])('whoever comes %s', async (_what, heads, statuses) => {
    const one = await aHall(app, cast, null, NAMES.map((name) => ({ name, capacity: 5 })));
    await appliedIn(app, one, '地域の方', 0, 2);
    let early: Promise<{ status: string }>[] = [];
    await app.tx(async (tx) => {
      await rows(tx, 'update events.event set total_places = 3 where id = $1', [one.event.id]);
      // The row is made, and the frames are locked, before the transaction ends.
      await rows(tx, 'set constraints all immediate');
      early = heads.map((each, index) => appliedIn(app, one, NAMES[index + 1]!, index + 1, each));
      const waiting = async (): Promise<boolean> => (await app.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0;
      await until('they wait for their frames', waiting);
    });
    expect((await Promise.all(early)).map(({ status }) => status)).toEqual(statuses);
    expect((await hallCounts(app, one)).total).toEqual([1 + heads.length, 3]);
  });
});

describe('control: the shipped reserve without its lock', () => {
  const TOTAL = 4;
  const CALLERS = 9;

  /** Each asks in one of three frames, all of which have room for everybody; whoever is refused leaves nothing behind. */
  async function crowdWithoutTheLock(one: Hall) {
    const stripped: string[] = [];
    const meet = meetingPoint(CALLERS);
    const requests = await Promise.all(
      Array.from({ length: CALLERS }, async (_, index): Promise<PlaceRequest> => {
        const applicationId = newId();
        const personId = await app.tx((tx) => app.get(People).add(tx, { name: `町民 ${index}`, kana: 'ちょうみん' }));
        const codes = { applicationId, number: applicationId.slice(-12), spareNumber: newId, ticketHash: Buffer.from(applicationId), consentHash: Buffer.from(applicationId) };
        const about = { companions: [], born: null, answers: null, photos: null, guardian: null, groupName: null, partIsFine: false, searchKey: `町民${index}`, contactPhone: null, contactEmail: `${index}@example.jp` };
        return { ...codes, ...about, frameId: one.frames.get(NAMES[index % 3]!)!, personId, heads: 1, channel: 'web', enteredBy: null, rest: () => codes };
      }),
    );
    const outcome = await race(CALLERS, (index) => app.tx((tx) => reserve(withoutTheLock(tx, stripped, meet), app.get(KeptSealed), [requests[index]!], app.clock.now())));
    expect(stripped).toEqual(Array.from({ length: CALLERS }, () => 'events.reserve-lock'));
    return outcome;
  }

  const taken = async ({ event }: Hall): Promise<unknown> => (await app.database.asOwner('select places, places_taken from events.shared_places where event_id = $1', [event.id]))[0];

  it('oversells once the CHECK is gone too, so the race above does happen', async () => {
    const one = await hall(TOTAL, CALLERS);
    await app.database.asOwner('alter table events.shared_places drop constraint shared_places_taken');
    const { values, errors } = await crowdWithoutTheLock(one);
    expect(errors).toEqual([]);
    expect(values.flat().map(({ kind }) => kind)).toEqual(Array(CALLERS).fill('confirmed'));
    expect(await taken(one)).toEqual({ places: TOTAL, places_taken: CALLERS });
  });

  it('is stopped by the CHECK, which stands behind the lock', async () => {
    const one = await hall(TOTAL, CALLERS);
    const { values, errors } = await crowdWithoutTheLock(one);
    expect(values).toHaveLength(TOTAL);
    expect(errors).toEqual(Array(CALLERS - TOTAL).fill(expect.objectContaining({ code: 'application.no-place', status: 409 })));
    expect((await hallCounts(app, one)).total).toEqual([TOTAL, TOTAL]);
  });
});
