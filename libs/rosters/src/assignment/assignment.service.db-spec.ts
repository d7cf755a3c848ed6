import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, rows } from '@yoriai/platform';
import { announce, race, testApp, textsOf, Town, type TestApp } from '@yoriai/testing';
import { RostersWorkerModule } from '../rosters.worker.js';
import { DutyList } from '../shift/duty-list.service.js';
import { Shifts } from '../shift/shift.service.js';
import { aPublishedEvent, actorOf, code, duty, freeAt } from '../testing/duties.js';
import { Assignments } from './assignment.service.js';

let app: TestApp;
let town: Town;
let shifts: Shifts;
let assignments: Assignments;

beforeAll(async () => {
  app = await testApp({ imports: [RostersWorkerModule] });
  town = new Town(app);
  shifts = app.get(Shifts);
  assignments = app.get(Assignments);
});
afterAll(() => app.close());

const waiting = async (): Promise<number> => {
  const sql = `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await app.database.asOwner<{ count: number }>(sql))[0]!.count;
};
const untilWaiting = async (count: number): Promise<void> => {
  while ((await waiting()) < count);
};

const messages = async (name: string) => (await app.outbox()).filter(({ message }) => message === name).map(({ payload }) => payload);

describe('an event that is called off while nobody delivers messages', () => {
  const callOff = (eventId: string) => app.tx((tx) => rows(tx, `update events.event set state = 'cancelled' where id = $1`, [eventId]));

  it('offers nothing and gives nothing', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    const me = actorOf(await town.person());
    const freeHere = async () => (await freeAt(app, me, event.id)).length;
    expect(await freeHere()).toBe(1);
    await callOff(event.id);
    expect(await freeHere()).toBe(0);
    expect(await app.tx((tx) => shifts.ofEvent(tx, event.id))).toMatchObject([{ state: 'cancelled', free: 0, can: { take: 'shift.event-cancelled' } }]);
    await expect(assignments.take(me, event.shiftOf('受付'))).rejects.toMatchObject(code('shift.event-cancelled'));
    expect(await app.tx((tx) => assignments.ofEvent(tx, event.id))).toEqual([]);
  });

  /** Calls the event off, and lets `meanwhile` begin before that is committed. */
  const whileCallingOff = async (eventId: string, meanwhile: () => Promise<unknown>) => {
    const { settled } = await app.tx(async (tx) => {
      await rows(tx, `update events.event set state = 'cancelled' where id = $1`, [eventId]);
      const begun = race(1, meanwhile);
      await Promise.race([begun, untilWaiting(1)]);
      return { settled: begun };
    });
    return settled;
  };

  it('in the very moment of publication opens no shifts, which nobody would close', async () => {
    const event = await town.event({ duties: [duty('受付', 4)] });
    const { errors } = await whileCallingOff(event.id, () => app.tx((tx) => shifts.followPlan(tx, event.id)));
    expect(errors).toEqual([]);
    expect(await app.tx((tx) => shifts.ofEvent(tx, event.id))).toEqual([]);
  });

  it('in the very moment somebody takes a shift is told to them', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    const me = actorOf(await town.person());
    const { errors } = await whileCallingOff(event.id, () => assignments.take(me, event.shiftOf('受付')));
    expect(errors).toMatchObject([code('shift.event-cancelled')]);
  });
});

describe('a rush on one shift', () => {
  it('leaves connections for those who read', async () => {
    const event = await aPublishedEvent(app, duty('受付', 5));
    const shiftId = event.shiftOf('受付');
    const people = await town.people(60);
    const { racing, most } = await app.tx(async (tx) => {
      await rows(tx, 'select 1 from rosters.shift where id = $1 for no key update', [shiftId]);
      const begun = race(60, (index) => assignments.take(actorOf(people[index]!), shiftId));
      await untilWaiting(12);
      // Everybody who is let in waits for the shift; the reader below gets a connection all the same.
      await app.get(DutyList).forMe(actorOf(people[0]!), 1);
      return { racing: begun, most: await waiting() };
    });
    expect(most).toBe(12);
    const { values, errors } = await racing;
    expect(values).toHaveLength(5);
    expect(errors).toHaveLength(55);
    for (const error of errors) expect(error).toMatchObject(code('shift.full'));
  });

  it('holds the lock for the place and its message only: the answer is made of what was read before', async () => {
    const event = await aPublishedEvent(app, duty('受付', 5));
    const me = actorOf(await town.person());
    const texts = await textsOf(() => assignments.take(me, event.shiftOf('受付')));
    const locked = texts.findIndex((text) => text.includes('for update'));
    expect(texts.slice(locked + 1)).toEqual([expect.stringMatching(/^\s*insert into platform\.outbox/), 'COMMIT']);
    const [mine] = (await assignments.mine(me)).items;
    expect(mine).toMatchObject({ duty: '受付', eventTitle: '靱公園バラ園コンサート', eventPlace: '靱公園', status: 'confirmed', minutes: 120 });
  });

  it('is answered as the list says it afterwards', async () => {
    const event = await aPublishedEvent(app, duty('受付', 5));
    const me = actorOf(await town.person());
    const taken = await assignments.take(me, event.shiftOf('受付'));
    expect((await assignments.mine(me)).items).toEqual([taken]);
    const ended = await assignments.cancel(me, taken.id);
    expect((await assignments.mine(me)).items).toEqual([ended]);
  });
});

describe('a volunteer', () => {
  it('finds what is free, takes it, and no longer finds what collides with it', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('片付け', 4, '14:00', '15:00'), duty('会場整理', 6, '13:00', '15:00'));
    const me = actorOf(await town.person());
    const listed = await freeAt(app, me, event.id);
    expect(listed.map(({ duty: name }) => name)).toEqual(['受付', '会場整理', '片付け']);
    expect(listed[0]).toMatchObject({ eventTitle: '靱公園バラ園コンサート', eventPlace: '靱公園', days: 1, dates: [{ shiftId: event.shiftOf('受付'), capacity: 4, free: 4 }] });

    const taken = await assignments.take(me, event.shiftOf('受付'));
    expect(taken).toMatchObject({ status: 'confirmed', duty: '受付', eventTitle: '靱公園バラ園コンサート', can: { cancel: true } });
    expect(taken.number).toMatch(/^[A-Z]{6}$/);
    expect(await messages('rosters.assignment-confirmed')).toContainEqual({
      assignmentId: taken.id,
      shiftId: taken.shiftId,
      eventId: event.id,
      personId: me.personId,
    });

    const left = await freeAt(app, me, event.id);
    expect(left.map(({ duty: name }) => name)).toEqual(['片付け']);
    const why = await app.tx((tx) => shifts.ofEvent(tx, event.id, me.personId));
    expect(why.map(({ duty: name, can }) => [name, can.take])).toEqual([
      ['受付', 'shift.already-taken'],
      ['会場整理', 'shift.overlaps'],
      ['片付け', true],
    ]);
    await expect(assignments.take(me, event.shiftOf('会場整理'))).rejects.toMatchObject(code('shift.overlaps'));
    await expect(assignments.take(me, event.shiftOf('受付'))).rejects.toMatchObject(code('shift.already-taken'));
    await expect(assignments.take(me, newId())).rejects.toMatchObject(code('shift.not-found', 404));
  });

  it('gives a place back, which the next one can take; both are told', async () => {
    const event = await aPublishedEvent(app, duty('受付', 1));
    const [first, second] = (await town.people(2)).map((id) => actorOf(id));
    const taken = await assignments.take(first!, event.shiftOf('受付'));
    await expect(assignments.take(second!, event.shiftOf('受付'))).rejects.toMatchObject(code('shift.full'));
    const ended = await assignments.cancel(first!, taken.id);
    expect(ended).toMatchObject({ status: 'cancelled_by_volunteer', can: { cancel: 'assignment.not-active' } });
    await expect(assignments.cancel(first!, taken.id)).rejects.toMatchObject(code('assignment.not-active'));
    await assignments.take(second!, event.shiftOf('受付'));
    expect(await messages('rosters.assignment-cancelled')).toContainEqual({
      assignmentId: taken.id,
      shiftId: taken.shiftId,
      eventId: event.id,
      personId: first!.personId,
    });
    expect((await assignments.mine(first!)).items.map(({ status }) => status)).toEqual(['cancelled_by_volunteer']);
  });

  it('cannot give back what has begun', async () => {
    const event = await aPublishedEvent(app, duty('受付', 1));
    const me = actorOf(await town.person());
    const taken = await assignments.take(me, event.shiftOf('受付'));
    const before = app.clock.now();
    app.clock.set('2026-11-29T12:00:00+09:00');
    await expect(assignments.cancel(me, taken.id)).rejects.toMatchObject(code('shift.started'));
    await expect(assignments.take(actorOf(await town.person()), event.shiftOf('受付'))).rejects.toMatchObject(code('shift.started'));
    app.clock.set(before);
  });
});

describe('what happens elsewhere', () => {
  it('a cancelled event closes its shifts, frees its people, and names them for the letter', async () => {
    const event = await aPublishedEvent(app, duty('受付', 2));
    const me = actorOf(await town.person());
    await assignments.take(me, event.shiftOf('受付'));
    await app.tx((tx) => announce(tx, app.clock, 'events.event-cancelled', { eventId: event.id }));
    await app.deliver();
    expect((await app.tx((tx) => assignments.ofEvent(tx, event.id))).map(({ personId, endedReason }) => [personId, endedReason])).toEqual([[me.personId, 'event-cancelled']]);
    expect((await app.tx((tx) => shifts.ofEvent(tx, event.id)))[0]).toMatchObject({ state: 'cancelled', free: 0, can: { take: 'shift.event-cancelled' } });
    const elsewhere = await aPublishedEvent(app, duty('受付', 1));
    expect((await assignments.take(me, elsewhere.shiftOf('受付'))).status).toBe('confirmed');
  });

  it('two records of one person become one, and nobody stands in two places', async () => {
    const event = await aPublishedEvent(app, duty('受付', 2), duty('救護', 2), duty('片付け', 2, '14:00', '15:00'));
    const [kept, joined] = await town.people(2);
    await assignments.take(actorOf(kept!), event.shiftOf('受付'));
    await assignments.take(actorOf(joined!), event.shiftOf('救護'));
    await assignments.take(actorOf(joined!), event.shiftOf('片付け'));
    await app.tx((tx) => announce(tx, app.clock, 'identity.person-joined', { keptPersonId: kept, joinedPersonId: joined }));
    await app.deliver();
    const mine = (await assignments.mine(actorOf(kept!))).items;
    expect(mine.map(({ duty: name, status }) => [name, status]).sort()).toEqual([
      ['受付', 'confirmed'],
      ['救護', 'cancelled_by_host'],
      ['片付け', 'confirmed'],
    ]);
  });
});
