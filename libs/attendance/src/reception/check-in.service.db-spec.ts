import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationChanges, Applications } from '@yoriai/events';
import { rows, type Refusal } from '@yoriai/platform';
import { Door, refusal } from './testing/door.js';

let door: Door;

beforeAll(async () => {
  door = await Door.open();
});
afterAll(() => door.close());

describe('at the door', () => {
  it('a ticket is received with all its heads, and the second gate hears when', async () => {
    const event = await door.anEvent();
    const booked = await door.town.application(event, { heads: 4 });
    const first = await door.checkIns.checkIn(event.leader, event.id, door.asked({ ticket: booked.ticket }));
    expect(first).toMatchObject({ answer: 'done', at: '2026-11-22T03:30:00.000Z', heads: 4, subjectId: booked.id, reason: null });
    expect(first.name).not.toBeNull();
    door.app.clock.advance(5);
    expect(await door.checkIns.checkIn(event.leader, event.id, door.byName(booked.id))).toMatchObject({ answer: 'already', at: '2026-11-22T03:30:00.000Z' });
    door.app.clock.advance(-5);
    expect(await door.counts(event.id)).toMatchObject({ participants: 4, volunteers: 0, walkIns: 0, sequence: 1 });
  });

  it('who was received is not cancelled, by ticket or by leader, until the reception is undone', async () => {
    const event = await door.anEvent();
    const booked = await door.town.application(event, { heads: 2 });
    const changes = door.app.get(ApplicationChanges);
    await door.checkIns.checkIn(event.leader, event.id, door.byName(booked.id));
    await expect(changes.cancelByTicket(booked.ticket)).rejects.toMatchObject(refusal('application.received'));
    await expect(changes.cancel(event.leader, booked.id, '電話')).rejects.toMatchObject(refusal('application.received'));
    const ticket = await door.app.get(Applications).ticket(booked.ticket);
    expect(ticket).toMatchObject({ status: 'confirmed', can: { cancel: 'application.received' } });
    await door.checkIns.undo(event.leader, event.id, door.byName(booked.id));
    await expect(changes.cancelByTicket(booked.ticket)).resolves.toBeUndefined();
    expect(await door.counts(event.id)).toMatchObject({ participants: 0 });
  });

  it('volunteers, walk-ins and fewer heads than applied are counted, and every change is announced', async () => {
    const event = await door.anEvent();
    const booked = await door.town.application(event, { heads: 4 });
    await door.checkIns.checkIn(event.leader, event.id, door.byName(booked.id, { heads: 3 }));
    await door.checkIns.checkIn(event.leader, event.id, door.asked({ subjectKind: 'assignment', subjectId: await door.aVolunteer(event.id) }));
    await door.checkIns.checkIn(event.leader, event.id, door.asked({ subjectKind: 'walk-in', heads: 5 }));
    await door.checkIns.undo(event.leader, event.id, door.asked({ subjectKind: 'walk-in', heads: 2 }));
    await door.checkIns.undo(event.leader, event.id, door.byName(booked.id));
    const told = (await door.app.outbox()).filter(({ message, payload }) => message === 'attendance.headcount-changed' && payload.eventId === event.id);
    expect(told.map(({ payload }) => [payload.participants, payload.volunteers, payload.walkIns, payload.sequence])).toEqual([
      [3, 0, 0, 1],
      [3, 1, 0, 2],
      [3, 1, 5, 3],
      [3, 1, 3, 4],
      [0, 1, 3, 5],
    ]);
  });

  it('the headcount is the sum of the records', async () => {
    const sums = await door.app.tx((tx) =>
      rows(
        tx,
        `select h.event_id from attendance.headcount h
         join lateral (select coalesce(sum(heads) filter (where subject_kind = 'application'), 0) as p, coalesce(sum(heads) filter (where subject_kind = 'assignment'), 0) as v,
             coalesce(sum(heads) filter (where subject_kind = 'walk-in'), 0) as w
           from attendance.attendance_record r where r.event_id = h.event_id and r.status = 'present') s on true
         where (h.participants, h.volunteers, h.walk_ins) is distinct from (s.p, s.v, s.w)`,
      ),
    );
    expect(sums).toEqual([]);
  });

  it('the same act sent again gets the very same answer; another act under its nonce is refused', async () => {
    const event = await door.anEvent();
    const booked = await door.town.application(event, { heads: 2 });
    const act = door.byName(booked.id);
    const first = await door.checkIns.checkIn(event.leader, event.id, act);
    door.app.clock.advance(10);
    expect(await door.checkIns.checkIn(event.leader, event.id, act)).toEqual(first);
    door.app.clock.advance(-10);
    const other = await door.town.application(event);
    await expect(door.checkIns.checkIn(event.leader, event.id, { ...act, subjectId: other.id })).rejects.toMatchObject(refusal('attendance.nonce-reused', 422));
    await expect(door.checkIns.undo(event.leader, event.id, act)).rejects.toMatchObject(refusal('attendance.nonce-reused', 422));
  });

  it('late is not too late; another day is, and the sentence names the day', async () => {
    const event = await door.anEvent({ state: 'awaiting-report' });
    const booked = await door.town.application(event);
    const before = door.app.clock.now();
    door.app.clock.set('2026-11-25T09:00:00+09:00');
    const deviceTime = new Date('2026-11-22T13:10:00+09:00');
    expect(await door.checkIns.checkIn(event.leader, event.id, door.byName(booked.id, { deviceTime }))).toMatchObject({ answer: 'done', at: deviceTime.toISOString() });
    const error = await door.checkIns.checkIn(event.leader, event.id, door.byName(booked.id)).then(
      () => null,
      (caught: unknown) => caught as Refusal,
    );
    expect(error).toMatchObject({ ...refusal('attendance.not-today'), params: { day: '2026-11-22' } });
    door.app.clock.set(before);
  });
});

describe('a device whose clock is wrong', () => {
  it('is received at the time its act arrived; the log keeps what it said', async () => {
    const event = await door.anEvent();
    const booked = await door.town.application(event);
    const deviceTime = new Date(1);
    expect(await door.checkIns.checkIn(event.leader, event.id, door.byName(booked.id, { deviceTime }))).toMatchObject({ answer: 'done', at: '2026-11-22T03:30:00.000Z' });
    const acts = await door.app.database.asOwner(
      `select o.device_time, r.present_at from attendance.check_in_operation o join attendance.attendance_record r using (subject_id) where subject_id = $1`,
      [booked.id],
    );
    expect(acts).toEqual([{ device_time: deviceTime, present_at: door.app.clock.now() }]);
  });
});

describe('the log', () => {
  it('cannot be changed by the serving role', async () => {
    await expect(door.app.database.asApp('update attendance.check_in_operation set heads = 1')).rejects.toThrow(/permission denied/);
    await expect(door.app.database.asApp('delete from attendance.check_in_operation')).rejects.toThrow(/permission denied/);
  });
});
