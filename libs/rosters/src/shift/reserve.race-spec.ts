import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, rows, type Tx } from '@yoriai/platform';
import { race, testApp, Town, type TestApp } from '@yoriai/testing';
import { ShiftRepository } from './shift.repository.js';
import { release, reserve, type PlaceVerdict } from './reserve.js';

const shifts = new ShiftRepository();
const DAY = '2026-11-29';

async function aShift(app: TestApp, eventId: string, people: number, from = '10:00', until = '12:00'): Promise<string> {
  const key = newId();
  const planned = {
    key,
    duty: '受付',
    place: '',
    note: '',
    people,
    startsAt: new Date(`${DAY}T${from}:00+09:00`),
    endsAt: new Date(`${DAY}T${until}:00+09:00`),
  };
  await app.tx((tx) => shifts.upsert(tx, eventId, [planned], app.clock.now()));
  const [row] = await app.tx((tx) => rows<{ id: string }>(tx, 'select id from rosters.shift where plan_key = $1', [key]));
  return row!.id;
}

const codesOf = (verdicts: readonly PlaceVerdict[]): string[] => verdicts.map((verdict) => (verdict.ok ? 'taken' : verdict.code));

async function countsOf(app: TestApp, shiftId: string): Promise<{ counter: number; confirmed: number }> {
  const [row] = await app.tx((tx) =>
    rows<{ counter: number; confirmed: number }>(
      tx,
      `select places_taken as counter,
         (select count(*)::int from rosters.assignment a where a.shift_id = s.id and a.status = 'confirmed') as confirmed
       from rosters.shift s where id = $1`,
      [shiftId],
    ),
  );
  return row!;
}

/**
 * A busy evening without luck: somebody holds the shift until all callers are in the database and wait.
 * By then each has seen what it would see without a lock.
 */
async function heldRace<T>(app: TestApp, shiftId: string, count: number, caller: (index: number) => Promise<T>): Promise<{ values: T[]; errors: unknown[] }> {
  const running = await app.tx(async (tx) => {
    await rows(tx, 'select 1 from rosters.shift where id = $1 for no key update', [shiftId]);
    const racing = race(count, caller);
    await untilWaiting(app, count);
    // In an object, because a promise in a promise would be waited for before the shift is let go.
    return { racing };
  });
  return running.racing;
}

async function untilWaiting(app: TestApp, count: number): Promise<void> {
  const waiting = `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  let seen = 0;
  while (seen < count) seen = (await app.database.asOwner<{ count: number }>(waiting))[0]!.count;
}

/** The shipped statements with one clause taken out. Fails where no statement has it, so that a control never races something else. */
async function without<T>(tx: Tx, clause: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const runner = tx.queryRunner!;
  let taken = 0;
  const connect = async () => {
    const client = (await runner.connect()) as { query(statement: { text: string; values?: unknown[] }): Promise<unknown> };
    return {
      query: ({ text, values }: { text: string; values?: unknown[] }) => {
        if (text.includes(clause)) taken += 1;
        return client.query({ text: text.replace(clause, ''), values });
      },
    };
  };
  const answer = await work({ queryRunner: { connect } } as unknown as Tx);
  if (taken === 0) throw new Error(`No statement says "${clause}" any more.`);
  return answer;
}

describe('places of shifts under pressure', () => {
  let app: TestApp;
  let eventId: string;
  let town: Town;

  beforeAll(async () => {
    app = await testApp({ imports: [] });
    town = new Town(app);
    eventId = (await town.event()).id;
  });
  afterAll(() => app.close());

  it('200 volunteers, 10 places: exactly 10, the others hear that it is full', async () => {
    const shiftId = await aShift(app, eventId, 10);
    const people = await town.people(200);
    const { values, errors } = await race(200, (index) => app.tx((tx) => reserve(tx, [{ shiftId, personId: people[index]! }], app.clock.now())));
    expect(errors).toEqual([]);
    const codes = codesOf(values.flat());
    expect(codes.filter((code) => code === 'taken')).toHaveLength(10);
    expect(codes.filter((code) => code === 'shift.full')).toHaveLength(190);
    expect(await countsOf(app, shiftId)).toEqual({ counter: 10, confirmed: 10 });
  });

  it('15 who all stand at the same shift, 10 places: exactly 10', async () => {
    const shiftId = await aShift(app, eventId, 10);
    const people = await town.people(15);
    const { values, errors } = await heldRace(app, shiftId, 15, (index) =>
      app.tx((tx) => reserve(tx, [{ shiftId, personId: people[index]! }], app.clock.now())),
    );
    expect(errors).toEqual([]);
    expect(codesOf(values.flat()).sort()).toEqual([...Array<string>(5).fill('shift.full'), ...Array<string>(10).fill('taken')]);
    expect(await countsOf(app, shiftId)).toEqual({ counter: 10, confirmed: 10 });
  });

  it('one person, 20 clicks on one shift: one place', async () => {
    const shiftId = await aShift(app, eventId, 10);
    const personId = await town.person();
    const { values, errors } = await race(20, () => app.tx((tx) => reserve(tx, [{ shiftId, personId }], app.clock.now())));
    expect(errors).toEqual([]);
    expect(codesOf(values.flat()).sort()).toEqual([...Array<string>(19).fill('shift.already-taken'), 'taken']);
    expect(await countsOf(app, shiftId)).toEqual({ counter: 1, confirmed: 1 });
  });

  it('one person, two overlapping shifts at once, 20 times: one of them each time, and no deadlock', async () => {
    for (let round = 0; round < 20; round += 1) {
      const personId = await town.person();
      const both = [await aShift(app, eventId, 5), await aShift(app, eventId, 5, '11:00', '13:00')];
      const { values, errors } = await race(2, (index) => app.tx((tx) => reserve(tx, [{ shiftId: both[index]!, personId }], app.clock.now())));
      expect(errors).toEqual([]);
      expect(codesOf(values.flat()).sort()).toEqual(['shift.overlaps', 'taken']);
    }
  });

  it('the same person gives back and takes again at once: no circle of waiting, and the counter is right', async () => {
    const shiftId = await aShift(app, eventId, 3);
    const personId = await town.person();
    const [first] = await app.tx((tx) => reserve(tx, [{ shiftId, personId }], app.clock.now()));
    const assignmentId = first?.ok ? first.assignmentId : '';
    const how = { status: 'cancelled_by_volunteer', by: personId, reason: null, at: app.clock.now() } as const;
    const { errors } = await race(10, async (index) => {
      if (index % 2 === 0) await app.tx((tx) => release(tx, [assignmentId], how));
      else await app.tx((tx) => reserve(tx, [{ shiftId, personId }], app.clock.now()));
    });
    expect(errors).toEqual([]);
    const { counter, confirmed } = await countsOf(app, shiftId);
    expect(counter).toBe(confirmed);
    expect(confirmed).toBeLessThanOrEqual(1);
  });

  it('lists of requests against each other: never more than there are, and nobody waits in a circle', async () => {
    const all = [
      await aShift(app, eventId, 7, '08:00', '09:00'),
      await aShift(app, eventId, 7, '09:00', '10:00'),
      await aShift(app, eventId, 7, '08:30', '09:30'),
    ];
    const people = await town.people(30);
    const { values, errors } = await race(20, (index) => {
      const some = people.filter((_, place) => (place + index) % 3 === 0);
      const requests = some.flatMap((personId, place) => [
        { shiftId: all[(place + index) % 3]!, personId },
        { shiftId: all[(place + index + 1) % 3]!, personId },
      ]);
      return app.tx((tx) => reserve(tx, index % 2 === 0 ? requests : requests.reverse(), app.clock.now()));
    });
    expect(errors).toEqual([]);
    const given = codesOf(values.flat()).filter((code) => code === 'taken').length;
    const counts = await Promise.all(all.map((id) => countsOf(app, id)));
    expect(counts.reduce((sum, count) => sum + count.confirmed, 0)).toBe(given);
    for (const { counter, confirmed } of counts) {
      expect(counter).toBe(confirmed);
      expect(counter).toBeLessThanOrEqual(7);
    }
  });
});

describe('controls: the shipped statement without what guards it, each in a database of its own', () => {
  let app: TestApp;
  let town: Town;
  let eventId: string;

  beforeEach(async () => {
    app = await testApp({ imports: [] });
    town = new Town(app);
    eventId = (await town.event()).id;
  });
  afterEach(() => app.close());

  const unlocked = (shiftId: string, personId: string) =>
    app.tx((tx) => without(tx, 'for update', (bare) => reserve(bare, [{ shiftId, personId }], app.clock.now())));

  it('without the lock and without the CHECK it oversells: the race is real', async () => {
    await app.database.asOwner('alter table rosters.shift drop constraint shift_places_within_capacity');
    const shiftId = await aShift(app, eventId, 10);
    const people = await town.people(15);
    const { values, errors } = await heldRace(app, shiftId, 15, (index) => unlocked(shiftId, people[index]!));
    expect(errors).toEqual([]);
    expect(codesOf(values.flat())).toEqual(Array<string>(15).fill('taken'));
    expect(await countsOf(app, shiftId)).toEqual({ counter: 15, confirmed: 15 });
  });

  it('without the lock the CHECK stands behind it: 10 are in, the others are refused', async () => {
    const shiftId = await aShift(app, eventId, 10);
    const people = await town.people(15);
    const { values, errors } = await heldRace(app, shiftId, 15, (index) => unlocked(shiftId, people[index]!));
    expect(values).toHaveLength(10);
    expect(errors).toHaveLength(5);
    for (const error of errors) expect(error).toMatchObject({ code: 'shift.full', status: 409 });
    expect(await countsOf(app, shiftId)).toEqual({ counter: 10, confirmed: 10 });
  });

  it('without the exclusion constraint one person is in two places at once', async () => {
    await app.database.asOwner('alter table rosters.assignment drop constraint assignment_no_overlap');
    const personId = await town.person();
    const both = [await aShift(app, eventId, 5), await aShift(app, eventId, 5, '11:00', '13:00')];
    const { values, errors } = await race(2, (index) =>
      app.tx((tx) =>
        without(tx, 'on conflict on constraint assignment_no_overlap do nothing', (bare) =>
          reserve(bare, [{ shiftId: both[index]!, personId }], app.clock.now()),
        ),
      ),
    );
    expect(errors).toEqual([]);
    expect(codesOf(values.flat())).toEqual(['taken', 'taken']);
  });
});
