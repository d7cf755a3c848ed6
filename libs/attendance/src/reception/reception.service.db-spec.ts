import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statementsOf } from '@yoriai/testing';
import { Door, refusal } from './testing/door.js';

let door: Door;

beforeAll(async () => {
  door = await Door.open();
});
afterAll(() => door.close());

const logged = (eventId: string) =>
  door.app.database.asOwner('select actor_person_id as actor, action, row_count as count from identity.access_log where subject = $1', [`event:${eventId}`]);

describe('who stands at the door', () => {
  it('is an officer of the host, or the ward office at its own events', async () => {
    const event = await door.anEvent();
    const booked = await door.town.application(event);
    const outsider = await door.actorOf(await door.town.organisation());
    const staff = await door.actorOf(await door.town.organisation(), 'staff');
    for (const actor of [outsider, staff]) {
      await expect(door.checkIns.checkIn(actor, event.id, door.byName(booked.id))).rejects.toMatchObject(refusal('attendance.not-yours', 403));
      await expect(door.reception.forLeader(actor, event.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
      expect(await door.reception.ticketFor(actor, booked.ticket)).toBeNull();
    }
    const draft = await door.anEvent({ state: 'draft' });
    for (const actor of [outsider, staff]) await expect(door.reception.forLeader(actor, draft.id)).rejects.toMatchObject(refusal('event.not-found', 404));
    // Who sees the event elsewhere hears here what is missing, not that there is none.
    const centre = await door.actorOf(draft.organisationId, 'center');
    const approved = await door.anEvent({ state: 'approved' });
    await expect(door.reception.forLeader(centre, draft.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
    await expect(door.reception.forLeader(staff, approved.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
    await expect(door.checkIns.checkIn(draft.leader, draft.id, door.asked({ subjectKind: 'walk-in' }))).rejects.toMatchObject(refusal('attendance.not-published'));
    const own = await door.anEvent();
    expect(await door.checkIns.checkIn(await door.actorOf(own.organisationId, 'staff'), own.id, door.asked({ subjectKind: 'walk-in' }))).toMatchObject({ answer: 'done' });
    expect(await door.reception.ticketFor(null, booked.ticket)).toBeNull();
  });

  it('sees the ticket with its button, and whom it is for', async () => {
    const event = await door.anEvent();
    const booked = await door.town.application(event, { heads: 2, personId: await door.town.person({ name: '髙﨑 花', kana: 'たかさき はな' }) });
    expect(await door.reception.ticketFor(event.leader, booked.ticket)).toMatchObject({
      eventId: event.id,
      applicationId: booked.id,
      name: '髙﨑 花',
      heads: 2,
      present: false,
      review: null,
      can: { checkIn: true },
    });
    await door.checkIns.checkIn(event.leader, event.id, door.asked({ ticket: booked.ticket }));
    expect(await door.reception.ticketFor(event.leader, booked.ticket)).toMatchObject({ present: true, presentAt: '2026-11-22T03:30:00.000Z' });
    expect(await door.reception.ticketFor(event.leader, 'b'.repeat(43))).toBeNull();
  });

  it('sees who comes along, by name where the host asked, and who only waited with somebody', async () => {
    const event = await door.anEvent();
    const [named, counted] = [await door.town.application(event, { heads: 2 }), await door.town.application(event, { heads: 2 })];
    const companions = [{ name: '町民 花', kana: 'ちょうみん はな' }];
    await door.app.database.asOwner('update events.application set companions = $2 where id = $1', [named.id, JSON.stringify(companions)]);
    const { people } = await door.reception.forLeader(event.leader, event.id);
    const lineOf = (id: string) => people.find(({ subjectId }) => subjectId === id);
    expect(lineOf(named.id)).toMatchObject({ companions, withoutApplicant: false });
    expect(lineOf(counted.id)).toMatchObject({ companions: [], withoutApplicant: false });
  });

  it('finds names in kana order, with who is there', async () => {
    const event = await door.anEvent();
    const named = async (name: string, kana: string) => door.town.application(event, { personId: await door.town.person({ name, kana }) });
    const wada = await named('和田 一', 'わだ はじめ');
    await named('安部 春', 'アベ はる');
    await door.town.application(event, { status: 'waitlisted' });
    await door.aVolunteer(event.id);
    await door.checkIns.checkIn(event.leader, event.id, door.byName(wada.id));
    const list = await door.reception.forLeader(event.leader, event.id);
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
    const small = await door.anEvent();
    await door.town.application(small);
    const big = await door.anEvent();
    for (const personId of await door.town.people(50)) await door.town.application(big, { personId });
    await door.checkIns.checkIn(big.leader, big.id, door.asked({ subjectKind: 'walk-in' }));
    const one = await statementsOf(() => door.reception.forLeader(small.leader, small.id));
    expect(await statementsOf(() => door.reception.forLeader(big.leader, big.id))).toBe(one);
  });
});

describe('who has read names', () => {
  it('stands in the log with how many, an open screen once a quarter of an hour; reads that show nobody and refusals leave none', async () => {
    const event = await door.anEvent();
    await door.reception.forLeader(event.leader, event.id);
    await expect(door.reception.forLeader(await door.actorOf(await door.town.organisation()), event.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
    expect(await logged(event.id)).toEqual([]);
    await door.town.application(event, { heads: 3 });
    await door.aVolunteer(event.id);
    await door.reception.forLeader(event.leader, event.id);
    await door.reception.forLeader(event.leader, event.id);
    const line = { actor: event.leader.personId, action: 'reception.names-read', count: 2 };
    expect(await logged(event.id)).toEqual([line]);
    door.app.clock.advance(16);
    await door.reception.forLeader(event.leader, event.id);
    expect(await logged(event.id)).toEqual([line, line]);
  });
});
