import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

/** Lets nobody on before everybody has arrived: what a busy evening does to two statements, without luck. */
function meetingPoint(count: number): () => Promise<void> {
  let arrived = 0;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === count) open();
    return all;
  };
}

/** The obvious way: look how many there are, then write. No lock, no constraint. */
async function countThenInsert(tx: Tx, shiftId: string, personId: string, meanwhile: () => Promise<void>): Promise<boolean> {
  const [shift] = await rows<{ capacity: number; taken: number; event_id: string }>(
    tx,
    `select capacity, event_id, (select count(*)::int from rosters.assignment a where a.shift_id = s.id) as taken
     from rosters.shift s where id = $1`,
    [shiftId],
  );
  await meanwhile();
  if (!shift || shift.taken >= shift.capacity) return false;
  await rows(
    tx,
    `insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at)
     select $1, id, event_id, $2, tstzrange(starts_at, ends_at), $4, 'confirmed', now() from rosters.shift where id = $3`,
    [newId(), personId, shiftId, newId()],
  );
  await rows(tx, 'update rosters.shift set places_taken = places_taken + 1 where id = $1', [shiftId]);
  return true;
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

describe('control: without the lock, the CHECK and the exclusion constraint', () => {
  let app: TestApp;
  let town: Town;
  let eventId: string;

  beforeAll(async () => {
    app = await testApp({ imports: [] });
    await app.database.asOwner('alter table rosters.shift drop constraint shift_places_within_capacity');
    await app.database.asOwner('alter table rosters.assignment drop constraint assignment_no_overlap');
    town = new Town(app);
    eventId = (await town.event()).id;
  });
  afterAll(() => app.close());

  it('count-then-insert oversells', async () => {
    const shiftId = await aShift(app, eventId, 10);
    const people = await town.people(15);
    const meanwhile = meetingPoint(15);
    const { errors } = await race(15, (index) => app.tx((tx) => countThenInsert(tx, shiftId, people[index]!, meanwhile)));
    expect(errors).toEqual([]);
    expect(await countsOf(app, shiftId)).toEqual({ counter: 15, confirmed: 15 });
  });

  it('one person is in two places at once', async () => {
    const personId = await town.person();
    const both = [await aShift(app, eventId, 5), await aShift(app, eventId, 5, '11:00', '13:00')];
    const meanwhile = meetingPoint(2);
    const { values } = await race(2, (index) => app.tx((tx) => countThenInsert(tx, both[index]!, personId, meanwhile)));
    expect(values).toEqual([true, true]);
  });
});
