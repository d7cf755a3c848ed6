import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor } from '@yoriai/associations';
import { newId, rows } from '@yoriai/platform';
import { race, testApp, Town, type TestApp } from '@yoriai/testing';
import { AttendanceModule } from '../attendance.module.js';
import { Attendance } from '../headcount/headcount.service.js';
import { CheckIns } from './check-in.service.js';

let app: TestApp;
let town: Town;
let checkIns: CheckIns;
let event: Awaited<ReturnType<Town['event']>>;
let leader: Actor;

beforeAll(async () => {
  app = await testApp({ imports: [AttendanceModule] });
  app.clock.set('2026-11-22T12:30:00+09:00');
  town = new Town(app);
  checkIns = app.get(CheckIns);
  event = await town.event({ frames: [{ capacity: 1000 }] });
  const grants = [{ termId: newId(), organisationId: event.organisationId, areaId: null, role: 'leader' as const }];
  leader = new Actor({ personId: await town.person(), accountId: newId(), sessionId: newId(), name: '会長', grants });
});
afterAll(() => app.close());

/** As many callers at once as there are; each does its share of the work one after the other, as a phone does. */
async function inTurns<T>(callers: number, work: readonly (() => Promise<T>)[]): Promise<T[]> {
  const { values, errors } = await race(callers, async (index) => {
    const done: { place: number; value: T }[] = [];
    for (let place = index; place < work.length; place += callers) done.push({ place, value: await work[place]!() });
    return done;
  });
  expect(errors).toEqual([]);
  return values
    .flat()
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

describe('uploads that repeat themselves', () => {
  it('300 check-ins, each uploaded three times at once: 300 rows, and the same answer each time', async () => {
    const booked: { id: string }[] = [];
    for (const personId of await town.people(300)) booked.push(await town.application(event, { personId, heads: 2 }));
    const acts = booked.map(({ id }, index) => ({
      nonce: newId(),
      subjectKind: 'application' as const,
      subjectId: id,
      deviceTime: new Date(Date.UTC(2026, 10, 22, 3, 0, index)),
    }));
    // The three copies of an act stand side by side, so that they arrive together.
    const uploads = acts.flatMap((act) => [act, act, act]);
    const answers = await inTurns(
      60,
      uploads.map((act) => () => checkIns.checkIn(leader, event.id, act)),
    );

    const byNonce = new Map<string, Set<string>>();
    for (const answer of answers) byNonce.set(answer.nonce, (byNonce.get(answer.nonce) ?? new Set()).add(JSON.stringify(answer)));
    expect(byNonce.size).toBe(300);
    expect([...byNonce.values()].every((given) => given.size === 1)).toBe(true);
    expect(answers.every(({ answer }) => answer === 'done')).toBe(true);

    const [count] = await app.tx((tx) =>
      rows(
        tx,
        `select (select count(*)::int from attendance.check_in_operation) as operations, (select count(*)::int from attendance.attendance_record) as records`,
      ),
    );
    expect(count).toEqual({ operations: 300, records: 300 });
    expect(await app.tx((tx) => app.get(Attendance).counts(tx, event.id))).toMatchObject({ participants: 600, sequence: 300 });
  });

  it('two gates scan the same 30 people at once: each is there once, at the earlier time', async () => {
    const booked: { id: string }[] = [];
    for (const personId of await town.people(30)) booked.push(await town.application(event, { personId }));
    const gates = [new Date('2026-11-22T12:00:00+09:00'), new Date('2026-11-22T12:01:00+09:00')];
    const acts = booked.flatMap(({ id }) => gates.map((deviceTime) => ({ nonce: newId(), subjectKind: 'application' as const, subjectId: id, deviceTime })));
    const answers = await inTurns(
      20,
      acts.map((act) => () => checkIns.checkIn(leader, event.id, act)),
    );
    expect(answers.filter(({ answer }) => answer === 'done')).toHaveLength(30);
    expect(answers.filter(({ answer }) => answer === 'already')).toHaveLength(30);
    const times = await app.tx((tx) =>
      rows<{ present_at: Date }>(tx, 'select distinct present_at from attendance.attendance_record where subject_id = any($1::uuid[])', [
        booked.map(({ id }) => id),
      ]),
    );
    expect(times).toEqual([{ present_at: gates[0] }]);
  });

  it('walk-ins counted at twenty gates add up', async () => {
    const acts = Array.from({ length: 200 }, () => ({ nonce: newId(), subjectKind: 'walk-in' as const, heads: 2 }));
    await inTurns(
      20,
      acts.map((act) => () => checkIns.checkIn(leader, event.id, act)),
    );
    expect((await app.tx((tx) => app.get(Attendance).counts(tx, event.id))).walkIns).toBe(400);
  });
});
