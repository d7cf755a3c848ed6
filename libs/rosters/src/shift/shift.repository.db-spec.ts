import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TypeOrmModule } from '@nestjs/typeorm';
import fc from 'fast-check';
import { rows } from '@yoriai/platform';
import { testApp, Town, type TestApp } from '@yoriai/testing';
import { ShiftEntity } from './shift.entity.js';
import { release, releaseEvent, reserve, type PlaceVerdict } from './reserve.js';
import { DUTY_LINES, DutyListRepository, WANTING } from './duty-list.repository.js';
import { ShiftRepository } from './shift.repository.js';
import type { PlannedShift } from './shift.rules.js';

const shifts = new ShiftRepository();
const at = (time: string): Date => new Date(`2026-11-29T${time}:00+09:00`);
const planned = (key: string, given: Partial<PlannedShift> = {}): PlannedShift => ({
  key,
  duty: '受付',
  place: '',
  note: '',
  startsAt: at('10:00'),
  endsAt: at('12:00'),
  people: 2,
  ...given,
});

let app: TestApp;
let town: Town;
let eventId: string;

beforeAll(async () => {
  app = await testApp({ imports: [TypeOrmModule.forFeature([ShiftEntity])] });
  town = new Town(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  eventId = (await town.event()).id;
});

const open = (...plan: PlannedShift[]) => app.tx((tx) => shifts.upsert(tx, eventId, plan, app.clock.now()));
const ofEvent = () => app.tx((tx) => shifts.ofEvent(tx, eventId));
const take = (shiftId: string, personId: string) => app.tx((tx) => reserve(tx, [{ shiftId, personId }], app.clock.now())).then(([verdict]) => verdict!);
const idOf = (verdict: PlaceVerdict): string => (verdict.ok ? verdict.assignmentId : verdict.code);
const how = { status: 'cancelled_by_volunteer', by: null, reason: null, at: at('08:00') } as const;

describe('shifts follow the plan', () => {
  it('makes one per duty, in the order of the day', async () => {
    await open(planned('late', { startsAt: at('11:00') }), planned('a', { duty: '救護' }), planned('b'));
    expect((await ofEvent()).map((shift) => shift.planKey)).toEqual(['a', 'b', 'late']);
  });

  it('arriving twice changes nothing; a later plan changes words and adds places, never time and never fewer places', async () => {
    await open(planned('a'));
    await open(planned('a'));
    await open(planned('a', { duty: '受付(東口)', people: 5, startsAt: at('09:00') }));
    await open(planned('a', { duty: '受付(西口)', people: 1 }));
    const made = await ofEvent();
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ duty: '受付(西口)', capacity: 5, startsAt: at('10:00') });
  });
});

describe('the free list', () => {
  it('hides collisions, full, begun and cancelled shifts, and lets duties touch', async () => {
    await open(
      planned('mine'),
      planned('collides', { startsAt: at('11:00'), endsAt: at('13:00') }),
      planned('touches', { startsAt: at('12:00'), endsAt: at('13:00') }),
      planned('full', { startsAt: at('14:00'), endsAt: at('15:00'), people: 1 }),
    );
    const byKey = new Map((await ofEvent()).map((shift) => [shift.planKey, shift.id]));
    const me = await town.person();
    await take(byKey.get('mine')!, me);
    await take(byKey.get('full')!, await town.person());
    const free = (now: Date) => app.tx((tx) => new DutyListRepository().page(tx, { personId: me, now, events: [{ id: eventId, owner: eventId, held: null }], wish: {} }, { skip: 0, take: 50 }));
    expect((await free(app.clock.now())).flatMap(({ dates }) => dates.map(({ id }) => id))).toEqual([byKey.get('touches')]);
    expect(await free(at('12:00'))).toEqual([]);
    await app.tx((tx) => releaseEvent(tx, eventId, how));
    expect(await free(app.clock.now())).toEqual([]);
  });
});

describe('places', () => {
  it('are answered one by one in the order asked, and the place of somebody who is busy goes to the next', async () => {
    await open(planned('elsewhere'), planned('wanted', { people: 1 }), planned('begun', { startsAt: at('01:00'), endsAt: at('02:00') }));
    const [begun, elsewhere, wanted] = await ofEvent();
    const [busy, next, third] = await town.people(3);
    await take(elsewhere!.id, busy!);
    const asked = [
      { shiftId: wanted!.id, personId: busy! },
      { shiftId: wanted!.id, personId: next! },
      { shiftId: wanted!.id, personId: third! },
      { shiftId: elsewhere!.id, personId: busy! },
      { shiftId: begun!.id, personId: third! },
      { shiftId: eventId, personId: third! },
    ];
    const verdicts = await app.tx((tx) => reserve(tx, asked, at('03:00')));
    expect(verdicts.map((verdict) => (verdict.ok ? 'taken' : verdict.code))).toEqual([
      'shift.overlaps',
      'taken',
      'shift.full',
      'shift.already-taken',
      'shift.started',
      'shift.not-found',
    ]);
    expect(verdicts.map((verdict) => verdict.request)).toEqual(asked);
  });

  it('are given back once, and can be taken again', async () => {
    await open(planned('a', { people: 1 }));
    const [shift] = await ofEvent();
    const me = await town.person();
    const assignmentId = idOf(await take(shift!.id, me));
    expect(await app.tx((tx) => release(tx, [assignmentId], how))).toEqual([{ assignmentId, shiftId: shift!.id, eventId, personId: me }]);
    expect(await app.tx((tx) => release(tx, [assignmentId], how))).toEqual([]);
    expect((await take(shift!.id, me)).ok).toBe(true);
    expect((await ofEvent())[0]).toMatchObject({ placesTaken: 1 });
  });

  it('close with the event', async () => {
    await open(planned('a'), planned('b', { startsAt: at('13:00'), endsAt: at('14:00') }));
    const [a, b] = await ofEvent();
    const [one, two] = await town.people(2);
    await take(a!.id, one!);
    await take(b!.id, two!);
    const freed = await app.tx((tx) => releaseEvent(tx, eventId, { ...how, status: 'cancelled_by_host', reason: 'event-cancelled' }));
    expect(freed.map((place) => place.personId).sort()).toEqual([one, two].sort());
    expect(await ofEvent()).toMatchObject([
      { state: 'cancelled', placesTaken: 0 },
      { state: 'cancelled', placesTaken: 0 },
    ]);
    expect(idOf(await take(a!.id, two!))).toBe('shift.event-cancelled');
    expect(await app.tx((tx) => releaseEvent(tx, eventId, how))).toEqual([]);
  });

  it('the counter is the number of confirmed assignments after every history', async () => {
    const people = await town.people(4);
    const step = fc.record({ take: fc.boolean(), person: fc.nat(3), shift: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (history) => {
        eventId = (await town.event()).id;
        await open(
          planned('a', { people: 1 }),
          planned('b', { people: 2, startsAt: at('11:00'), endsAt: at('13:00') }),
          planned('c', { people: 3, startsAt: at('13:00'), endsAt: at('14:00') }),
        );
        const made = await ofEvent();
        const held = new Map<string, string>();
        for (const { take: takes, person, shift } of history) {
          const key = `${person} ${shift}`;
          if (takes) {
            const verdict = await take(made[shift]!.id, people[person]!);
            if (verdict.ok) held.set(key, verdict.assignmentId);
          } else if (held.has(key)) {
            await app.tx((tx) => release(tx, [held.get(key)!], how));
            held.delete(key);
          }
        }
        const counters = await app.tx((tx) =>
          rows<{ counter: number; confirmed: number; capacity: number }>(
            tx,
            `select places_taken as counter, capacity, (select count(*)::int from rosters.assignment a where a.shift_id = s.id and a.status = 'confirmed') as confirmed
             from rosters.shift s where event_id = $1`,
            [eventId],
          ),
        );
        expect(counters.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(held.size);
        for (const { counter, confirmed, capacity } of counters) expect(counter === confirmed && confirmed <= capacity).toBe(true);
        await app.tx((tx) => releaseEvent(tx, eventId, how));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the plan', () => {
  it('reads the free list from its indexes, however many shifts there were', async () => {
    await app.database.asOwner(
      `insert into rosters.shift (id, event_id, plan_key, duty, starts_at, ends_at, capacity, created_at, updated_at)
       select gen_random_uuid(), $1, 'past' || n, '受付', timestamptz '2020-01-01' + n * interval '3 hours', timestamptz '2020-01-01' + n * interval '3 hours' + interval '2 hours', 3, now(), now()
       from generate_series(1, 20000) n`,
      [eventId],
    );
    await app.database.asOwner(
      `insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at)
       select gen_random_uuid(), s.id, s.event_id, p.id, tstzrange(s.starts_at, s.ends_at, '[)'), s.plan_key, 'confirmed', now()
       from rosters.shift s, (select id from identity.person limit 1) p where s.plan_key like 'past%'`,
    );
    await app.database.asOwner('analyze');
    const [person] = await town.people(1);
    const planOf = async (statement: string, params: unknown[]) => (await app.tx((tx) => rows<{ 'QUERY PLAN': string }>(tx, `explain ${statement}`, params))).map((line) => line['QUERY PLAN']).join('\n');
    const now = app.clock.now();
    const plans = [await planOf(WANTING, [now]), await planOf(DUTY_LINES, [person, now, [eventId], [eventId], null, null, null, null, 0, 25, ['']])];
    expect(plans[0]).toContain('shift_open_by_start');
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (shift|assignment)/);
  });
});
