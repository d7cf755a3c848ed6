import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { ApplicationChanges, Applications } from '@yoriai/events';
import { newId, rows, type Refusal } from '@yoriai/platform';
import { statementsOf, testApp, Town, type TestApp } from '@yoriai/testing';
import { AttendanceWorkerModule } from '../attendance.worker.js';
import { Attendance } from '../headcount/headcount.service.js';
import { CheckIns } from './check-in.service.js';
import type { CheckInRequest } from './reception.dto.js';
import { Reception } from './reception.service.js';
import { Reviews } from './review.service.js';

let app: TestApp;
let town: Town;
let checkIns: CheckIns;
let reception: Reception;

beforeAll(async () => {
  app = await testApp({ imports: [AttendanceWorkerModule] });
  app.clock.set('2026-11-22T12:30:00+09:00');
  town = new Town(app);
  checkIns = app.get(CheckIns);
  reception = app.get(Reception);
});
afterAll(() => app.close());

const actorOf = async (organisationId: string, role: Role = 'leader'): Promise<Actor> =>
  new Actor({
    personId: await town.person(),
    accountId: newId(),
    sessionId: newId(),
    name: '会長',
    grants: [{ termId: newId(), organisationId, areaId: null, role }],
  });

async function anEvent(given: Parameters<Town['event']>[0] = {}) {
  const event = await town.event({ frames: [{ capacity: 50 }], ...given });
  return { ...event, leader: await actorOf(event.organisationId) };
}

async function aVolunteer(eventId: string): Promise<string> {
  const shiftId = newId();
  const assignmentId = newId();
  await app.tx((tx) =>
    rows(
      tx,
      `insert into rosters.shift (id, event_id, plan_key, duty, starts_at, ends_at, capacity, places_taken, created_at, updated_at)
       values ($1, $2, $3, '受付', '2026-11-22T12:00+09', '2026-11-22T16:00+09', 3, 1, now(), now())`,
      [shiftId, eventId, newId()],
    ),
  );
  const personId = await town.person({ name: '当番 さん', kana: 'とうばん さん' });
  await app.tx((tx) =>
    rows(
      tx,
      `insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at)
       values ($1, $2, $3, $4, '[2026-11-22T12:00+09, 2026-11-22T16:00+09)', 'ABCDEF', 'confirmed', now())`,
      [assignmentId, shiftId, eventId, personId],
    ),
  );
  return assignmentId;
}

const asked = (given: Partial<CheckInRequest>): CheckInRequest => ({ nonce: newId(), deviceTime: app.clock.now(), ...given });
const byName = (subjectId: string, given: Partial<CheckInRequest> = {}) => asked({ subjectKind: 'application', subjectId, ...given });
const refusal = (code: string, status = 409) => ({ code, status });
const logged = (eventId: string) =>
  app.database.asOwner('select actor_person_id as actor, action, row_count as count from identity.access_log where subject = $1', [`event:${eventId}`]);
const counts = (eventId: string) => app.tx((tx) => app.get(Attendance).counts(tx, eventId));

describe('at the door', () => {
  it('a ticket is received with all its heads, and the second gate hears when', async () => {
    const event = await anEvent();
    const booked = await town.application(event, { heads: 4 });
    const first = await checkIns.checkIn(event.leader, event.id, asked({ ticket: booked.ticket }));
    expect(first).toMatchObject({ answer: 'done', at: '2026-11-22T03:30:00.000Z', heads: 4, subjectId: booked.id, reason: null });
    expect(first.name).not.toBeNull();
    app.clock.advance(5);
    expect(await checkIns.checkIn(event.leader, event.id, byName(booked.id))).toMatchObject({ answer: 'already', at: '2026-11-22T03:30:00.000Z' });
    app.clock.advance(-5);
    expect(await counts(event.id)).toMatchObject({ participants: 4, volunteers: 0, walkIns: 0, sequence: 1 });
  });

  it('who was received is not cancelled, by ticket or by leader, until the reception is undone', async () => {
    const event = await anEvent();
    const booked = await town.application(event, { heads: 2 });
    const changes = app.get(ApplicationChanges);
    await checkIns.checkIn(event.leader, event.id, byName(booked.id));
    await expect(changes.cancelByTicket(booked.ticket)).rejects.toMatchObject(refusal('application.received'));
    await expect(changes.cancel(event.leader, booked.id, '電話')).rejects.toMatchObject(refusal('application.received'));
    const ticket = await app.get(Applications).ticket(booked.ticket);
    expect(ticket).toMatchObject({ status: 'confirmed', can: { cancel: 'application.received' } });
    await checkIns.undo(event.leader, event.id, byName(booked.id));
    await expect(changes.cancelByTicket(booked.ticket)).resolves.toBeUndefined();
    expect(await counts(event.id)).toMatchObject({ participants: 0 });
  });

  it('volunteers, walk-ins and fewer heads than applied are counted, and every change is announced', async () => {
    const event = await anEvent();
    const booked = await town.application(event, { heads: 4 });
    await checkIns.checkIn(event.leader, event.id, byName(booked.id, { heads: 3 }));
    await checkIns.checkIn(event.leader, event.id, asked({ subjectKind: 'assignment', subjectId: await aVolunteer(event.id) }));
    await checkIns.checkIn(event.leader, event.id, asked({ subjectKind: 'walk-in', heads: 5 }));
    await checkIns.undo(event.leader, event.id, asked({ subjectKind: 'walk-in', heads: 2 }));
    await checkIns.undo(event.leader, event.id, byName(booked.id));
    const told = (await app.outbox()).filter(({ message, payload }) => message === 'attendance.headcount-changed' && payload.eventId === event.id);
    expect(told.map(({ payload }) => [payload.participants, payload.volunteers, payload.walkIns, payload.sequence])).toEqual([
      [3, 0, 0, 1],
      [3, 1, 0, 2],
      [3, 1, 5, 3],
      [3, 1, 3, 4],
      [0, 1, 3, 5],
    ]);
  });

  it('the headcount is the sum of the records', async () => {
    const sums = await app.tx((tx) =>
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
    const event = await anEvent();
    const booked = await town.application(event, { heads: 2 });
    const act = byName(booked.id);
    const first = await checkIns.checkIn(event.leader, event.id, act);
    app.clock.advance(10);
    expect(await checkIns.checkIn(event.leader, event.id, act)).toEqual(first);
    app.clock.advance(-10);
    const other = await town.application(event);
    await expect(checkIns.checkIn(event.leader, event.id, { ...act, subjectId: other.id })).rejects.toMatchObject(refusal('attendance.nonce-reused', 422));
    await expect(checkIns.undo(event.leader, event.id, act)).rejects.toMatchObject(refusal('attendance.nonce-reused', 422));
  });

  it('nobody is refused: what is unclear is kept, and a person decides', async () => {
    const event = await anEvent();
    const elsewhere = await anEvent();
    const cancelled = await town.application(event, { status: 'cancelled_by_applicant', heads: 2 });
    const waiting = await town.application(event, { status: 'waitlisted' });
    const foreign = await town.application(elsewhere);
    const answers = await Promise.all(
      [cancelled.ticket, waiting.ticket, foreign.ticket, 'a'.repeat(43)].map((ticket) => checkIns.checkIn(event.leader, event.id, asked({ ticket }))),
    );
    expect(answers.map(({ answer, reason }) => [answer, reason])).toEqual([
      ['review', 'attendance.ticket-cancelled'],
      ['review', 'attendance.ticket-waitlisted'],
      ['review', 'attendance.other-event'],
      ['review', 'attendance.ticket-unknown'],
    ]);
    expect(answers[2]).toMatchObject({ name: null, kana: null });
    expect((await counts(event.id)).participants).toBe(0);

    expect(await checkIns.checkIn(event.leader, event.id, asked({ ticket: cancelled.ticket, anyway: true }))).toMatchObject({ answer: 'done', heads: 2 });
    expect(await checkIns.checkIn(event.leader, event.id, asked({ ticket: foreign.ticket, anyway: true }))).toMatchObject({ answer: 'review' });
    const list = await reception.forLeader(event.leader, event.id);
    expect(list.people).toMatchObject([{ subjectId: cancelled.id, present: true, presentHeads: 2 }]);
    expect(list.reviews.map(({ reason }) => reason).sort()).toEqual([
      'attendance.other-event',
      'attendance.other-event',
      'attendance.ticket-unknown',
      'attendance.ticket-waitlisted',
    ]);
  });

  it('what waits is decided once: counted by its own ticket or as a walk-in, or left without effect', async () => {
    const event = await anEvent();
    const cancelled = await town.application(event, { status: 'cancelled_by_applicant', heads: 2 });
    const foreign = await town.application(await anEvent(), { heads: 3 });
    const unclear = (given: Partial<CheckInRequest>) => checkIns.checkIn(event.leader, event.id, asked(given));
    const [mine, theirs, nobody] = [await unclear({ ticket: cancelled.ticket }), await unclear({ ticket: foreign.ticket }), await unclear({ ticket: 'a'.repeat(43) })];
    const before = await reception.forLeader(event.leader, event.id);
    expect(before.reviews.map(({ name }) => name)).toEqual([mine.name, null, null]);

    const settle = (nonce: string, verdict: 'keep' | 'drop') => app.get(Reviews).settle(event.leader, event.id, nonce, verdict);
    await settle(mine.nonce, 'keep');
    await settle(theirs.nonce, 'keep');
    await settle(nobody.nonce, 'drop');
    expect(await counts(event.id)).toMatchObject({ participants: 2, walkIns: 3 });
    expect((await reception.forLeader(event.leader, event.id)).reviews).toEqual([]);

    await settle(theirs.nonce, 'keep');
    expect(await counts(event.id)).toMatchObject({ participants: 2, walkIns: 3 });
    await expect(settle(theirs.nonce, 'drop')).rejects.toMatchObject(refusal('attendance.review-settled'));
    await expect(settle(newId(), 'drop')).rejects.toMatchObject(refusal('attendance.review-not-found', 404));
  });

  it('a taking back of nothing, and a scan older than a taking back, are decided the same way', async () => {
    const event = await anEvent();
    const [early, late] = [await town.application(event), await town.application(event)];
    const empty = await checkIns.undo(event.leader, event.id, byName(early.id));
    await checkIns.checkIn(event.leader, event.id, byName(late.id));
    app.clock.advance(2);
    await checkIns.undo(event.leader, event.id, byName(late.id));
    app.clock.advance(-2);
    const older = await checkIns.checkIn(event.leader, event.id, byName(late.id));
    expect([empty.reason, older.reason]).toEqual(['attendance.nothing-to-undo', 'attendance.undone-since']);
    await app.get(Reviews).settle(event.leader, event.id, empty.nonce, 'keep');
    await app.get(Reviews).settle(event.leader, event.id, older.nonce, 'keep');
    expect(await counts(event.id)).toMatchObject({ participants: 1 });
    expect((await reception.forLeader(event.leader, event.id)).reviews).toEqual([]);
  });

  it('late is not too late; another day is, and the sentence names the day', async () => {
    const event = await anEvent({ state: 'awaiting-report' });
    const booked = await town.application(event);
    const before = app.clock.now();
    app.clock.set('2026-11-25T09:00:00+09:00');
    const deviceTime = new Date('2026-11-22T13:10:00+09:00');
    expect(await checkIns.checkIn(event.leader, event.id, byName(booked.id, { deviceTime }))).toMatchObject({ answer: 'done', at: deviceTime.toISOString() });
    const error = await checkIns.checkIn(event.leader, event.id, byName(booked.id)).then(
      () => null,
      (caught: unknown) => caught as Refusal,
    );
    expect(error).toMatchObject({ ...refusal('attendance.not-today'), params: { day: '2026-11-22' } });
    app.clock.set(before);
  });
});

describe('a device whose clock is wrong', () => {
  it('is received at the time its act arrived; the log keeps what it said', async () => {
    const event = await anEvent();
    const booked = await town.application(event);
    const deviceTime = new Date(1);
    expect(await checkIns.checkIn(event.leader, event.id, byName(booked.id, { deviceTime }))).toMatchObject({ answer: 'done', at: '2026-11-22T03:30:00.000Z' });
    const acts = await app.database.asOwner(
      `select o.device_time, r.present_at from attendance.check_in_operation o join attendance.attendance_record r using (subject_id) where subject_id = $1`,
      [booked.id],
    );
    expect(acts).toEqual([{ device_time: deviceTime, present_at: app.clock.now() }]);
  });
});

describe('who stands at the door', () => {
  it('is an officer of the host, or the ward office at its own events', async () => {
    const event = await anEvent();
    const booked = await town.application(event);
    const outsider = await actorOf(await town.organisation());
    const staff = await actorOf(await town.organisation(), 'staff');
    for (const actor of [outsider, staff]) {
      await expect(checkIns.checkIn(actor, event.id, byName(booked.id))).rejects.toMatchObject(refusal('attendance.not-yours', 403));
      await expect(reception.forLeader(actor, event.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
      expect(await reception.ticketFor(actor, booked.ticket)).toBeNull();
    }
    const draft = await anEvent({ state: 'draft' });
    for (const actor of [outsider, staff]) await expect(reception.forLeader(actor, draft.id)).rejects.toMatchObject(refusal('event.not-found', 404));
    // Who sees the event elsewhere hears here what is missing, not that there is none.
    const centre = await actorOf(draft.organisationId, 'center');
    const approved = await anEvent({ state: 'approved' });
    await expect(reception.forLeader(centre, draft.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
    await expect(reception.forLeader(staff, approved.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
    await expect(checkIns.checkIn(draft.leader, draft.id, asked({ subjectKind: 'walk-in' }))).rejects.toMatchObject(refusal('attendance.not-published'));
    const own = await anEvent();
    expect(await checkIns.checkIn(await actorOf(own.organisationId, 'staff'), own.id, asked({ subjectKind: 'walk-in' }))).toMatchObject({ answer: 'done' });
    expect(await reception.ticketFor(null, booked.ticket)).toBeNull();
  });

  it('sees the ticket with its button, and whom it is for', async () => {
    const event = await anEvent();
    const booked = await town.application(event, { heads: 2, personId: await town.person({ name: '髙﨑 花', kana: 'たかさき はな' }) });
    expect(await reception.ticketFor(event.leader, booked.ticket)).toMatchObject({
      eventId: event.id,
      applicationId: booked.id,
      name: '髙﨑 花',
      heads: 2,
      present: false,
      review: null,
      can: { checkIn: true },
    });
    await checkIns.checkIn(event.leader, event.id, asked({ ticket: booked.ticket }));
    expect(await reception.ticketFor(event.leader, booked.ticket)).toMatchObject({ present: true, presentAt: '2026-11-22T03:30:00.000Z' });
    expect(await reception.ticketFor(event.leader, 'b'.repeat(43))).toBeNull();
  });

  it('finds names in kana order, with who is there', async () => {
    const event = await anEvent();
    const named = async (name: string, kana: string) => town.application(event, { personId: await town.person({ name, kana }) });
    const wada = await named('和田 一', 'わだ はじめ');
    await named('安部 春', 'アベ はる');
    await town.application(event, { status: 'waitlisted' });
    await aVolunteer(event.id);
    await checkIns.checkIn(event.leader, event.id, byName(wada.id));
    const list = await reception.forLeader(event.leader, event.id);
    expect(list.people.map(({ name, kanaRow, subjectKind, present }) => [name, kanaRow, subjectKind, present])).toEqual([
      ['安部 春', 'あ', 'application', false],
      ['当番 さん', 'た', 'assignment', false],
      ['和田 一', 'わ', 'application', true],
    ]);
    expect(list).toMatchObject({
      counts: { participants: 1, volunteers: 0, walkIns: 0 },
      expectedParticipants: 2,
      expectedVolunteers: 1,
      day: '2026-11-22',
      can: { checkIn: true },
    });
  });
});

describe('the list', () => {
  it('costs the same number of statements for one person and for fifty', async () => {
    const small = await anEvent();
    await town.application(small);
    const big = await anEvent();
    for (const personId of await town.people(50)) await town.application(big, { personId });
    await checkIns.checkIn(big.leader, big.id, asked({ subjectKind: 'walk-in' }));
    const one = await statementsOf(() => reception.forLeader(small.leader, small.id));
    expect(await statementsOf(() => reception.forLeader(big.leader, big.id))).toBe(one);
  });
});

describe('who has read names', () => {
  it('stands in the log with how many, an open screen once a quarter of an hour; reads that show nobody and refusals leave none', async () => {
    const event = await anEvent();
    await reception.forLeader(event.leader, event.id);
    await expect(reception.forLeader(await actorOf(await town.organisation()), event.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
    expect(await logged(event.id)).toEqual([]);
    await town.application(event, { heads: 3 });
    await aVolunteer(event.id);
    await reception.forLeader(event.leader, event.id);
    await reception.forLeader(event.leader, event.id);
    const line = { actor: event.leader.personId, action: 'reception.names-read', count: 2 };
    expect(await logged(event.id)).toEqual([line]);
    app.clock.advance(16);
    await reception.forLeader(event.leader, event.id);
    expect(await logged(event.id)).toEqual([line, line]);
  });
});

describe('the log', () => {
  it('cannot be changed by the serving role', async () => {
    await expect(app.database.asApp('update attendance.check_in_operation set heads = 1')).rejects.toThrow(/permission denied/);
    await expect(app.database.asApp('delete from attendance.check_in_operation')).rejects.toThrow(/permission denied/);
  });
});
