import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Actor } from '@yoriai/associations';
import { newId, rows } from '@yoriai/platform';
import { Door, refusal } from '../reception/testing/door.js';
import { SelfReception } from './self-reception.service.js';
import { entrance, numbered } from './testing/entrance.js';
import { VenueSheets } from './venue-sheets.service.js';

let door: Door;
let self: SelfReception;

beforeAll(async () => {
  door = await Door.open();
  self = door.app.get(SelfReception);
});
beforeEach(() => door.app.clock.set('2026-11-22T12:30:00+09:00'));
afterAll(() => door.close());

const signedIn = (personId: string): Actor => new Actor({ personId, accountId: newId(), sessionId: newId(), name: '本人', grants: [] });
const once = () => ({ nonce: newId() });

describe('at the entrance', () => {
  it('whoever is signed in receives themselves and theirs, and the leader sees that they did', async () => {
    const event = await entrance(door);
    const booked = await door.town.application(event, { heads: 4 });
    await door.town.application(event, { heads: 2 });
    const actor = signedIn(booked.personId);
    expect((await self.at(actor, event.code)).lines).toMatchObject([{ kind: 'application', id: booked.id, heads: 4, presentAt: null }]);
    const press = once();
    const heads = new Map([[booked.id, 3]]);
    expect(await self.receiveOwn(actor, event.code, { ...press, heads }, 'home')).toMatchObject([{ answer: 'done', heads: 3, subjectKind: 'application' }]);
    // The same form sent twice, and another press.
    expect(await self.receiveOwn(actor, event.code, { ...press, heads }, 'home')).toMatchObject([{ answer: 'done', heads: 3 }]);
    expect(await self.receiveOwn(actor, event.code, { ...once(), heads: new Map() }, 'home')).toMatchObject([{ answer: 'already' }]);
    expect(await door.counts(event.id)).toMatchObject({ participants: 3, sequence: 1 });
    const { people } = await door.reception.forLeader(event.leader, event.id);
    expect(people.map(({ subjectId, present, bySelf }) => [subjectId === booked.id, present, bySelf]).sort()).toEqual([[false, false, false], [true, true, true]]);
    const [act] = await door.app.tx((tx) => rows(tx, 'select self, actor_id as "actorId" from attendance.check_in_operation where event_id = $1 limit 1', [event.id]));
    expect(act).toEqual({ self: true, actorId: booked.personId });
  });

  it('a duty is received like an application', async () => {
    const event = await entrance(door);
    const assignmentId = await door.aVolunteer(event.id);
    const [{ personId }] = (await door.app.tx((tx) => rows<{ personId: string }>(tx, 'select person_id as "personId" from rosters.assignment where id = $1', [assignmentId]))) as [{ personId: string }];
    expect(await self.receiveOwn(signedIn(personId), event.code, { ...once(), heads: new Map() }, 'home')).toMatchObject([{ answer: 'done', subjectKind: 'assignment' }]);
    expect(await door.counts(event.id)).toMatchObject({ volunteers: 1 });
  });

  it('the leader undoes it as any other, and who the reception takes in then was not received by themselves', async () => {
    const event = await entrance(door);
    const booked = await door.town.application(event);
    await self.receiveNumber(event.code, { ...once(), number: await numbered(door, booked.id) }, 'home');
    door.app.clock.advance(1);
    await door.checkIns.undo(event.leader, event.id, door.byName(booked.id));
    expect((await door.reception.forLeader(event.leader, event.id)).people).toMatchObject([{ present: false, bySelf: false }]);
    door.app.clock.advance(1);
    await door.checkIns.checkIn(event.leader, event.id, door.byName(booked.id));
    expect((await door.reception.forLeader(event.leader, event.id)).people).toMatchObject([{ present: true, bySelf: false }]);
  });

  it('a number is taken however it is typed, and tells no name', async () => {
    const event = await entrance(door);
    const booked = await door.town.application(event, { heads: 2 });
    const number = await numbered(door, booked.id);
    const typed = ` ${number.replace('-', '').toLowerCase()} `;
    expect(await self.receiveNumber(event.code, { ...once(), number: typed }, 'home')).toMatchObject({ answer: 'done', heads: 2, name: null });
    const fewer = await door.town.application(event, { heads: 4 });
    expect(await self.receiveNumber(event.code, { ...once(), number: await numbered(door, fewer.id), came: 2 }, 'home')).toMatchObject({ answer: 'done', heads: 2 });
    const other = await entrance(door);
    await expect(self.receiveNumber(other.code, { ...once(), number }, 'home')).rejects.toMatchObject(refusal('attendance.number-unknown', 422));
  });

  it('so is the number of a duty, as the list of the leader shows it', async () => {
    const event = await entrance(door);
    const assignmentId = await door.aVolunteer(event.id);
    const [{ number }] = (await door.app.tx((tx) => rows<{ number: string }>(tx, 'select number from rosters.assignment where id = $1', [assignmentId]))) as [{ number: string }];
    expect(await self.receiveNumber(event.code, { ...once(), number: `${number.slice(0, 3)}-${number.slice(3)}` }, 'home')).toMatchObject({ answer: 'done', subjectKind: 'assignment', heads: 1, name: null });
    expect(await door.counts(event.id)).toMatchObject({ volunteers: 1, participants: 0 });
  });

  it('who needs a look is not counted, and waits for the reception', async () => {
    const event = await entrance(door);
    const booked = await door.town.application(event, { status: 'cancelled_by_applicant' });
    expect((await self.at(signedIn(booked.personId), event.code)).lines).toEqual([]);
    const number = await numbered(door, booked.id);
    // Pressed on and on, it waits once.
    for (const press of [once(), once(), once()]) expect(await self.receiveNumber(event.code, { ...press, number }, 'home')).toMatchObject({ answer: 'review' });
    expect(await door.counts(event.id)).toMatchObject({ participants: 0 });
    expect((await door.reception.forLeader(event.leader, event.id)).reviews).toMatchObject([{ subjectId: booked.id, reason: 'attendance.ticket-cancelled' }]);
  });

  it('people without an application are counted, not named', async () => {
    const event = await entrance(door);
    const press = { ...once(), heads: 3 };
    await self.receiveWalkIns(event.code, press, 'hall');
    await self.receiveWalkIns(event.code, press, 'hall');
    expect(await door.counts(event.id)).toMatchObject({ walkIns: 3 });
    expect(await door.app.tx((tx) => rows(tx, 'select actor_id as "actorId", self from attendance.check_in_operation where event_id = $1', [event.id]))).toEqual([{ actorId: null, self: true }]);
  });

  it('a hall behind one address is not locked out; a machine that presses on and on is', async () => {
    const event = await entrance(door);
    const tries = Array.from({ length: 301 }, () => () => self.receiveWalkIns(event.code, { ...once(), heads: 1 }, 'one address'));
    for (const walkIn of tries.slice(0, 300)) await walkIn();
    await expect(tries[300]!()).rejects.toMatchObject({ code: 'platform.too-often', status: 429 });
    expect(await door.counts(event.id)).toMatchObject({ walkIns: 300 });
  });

  it('nor does a machine press on with numbers, right or wrong', async () => {
    const event = await entrance(door);
    const press = () => self.receiveNumber(event.code, { ...once(), number: 'QQQQQQ' }, 'another address');
    for (let times = 0; times < 600; times += 1) await expect(press()).rejects.toMatchObject({ code: 'attendance.number-unknown' });
    await expect(press()).rejects.toMatchObject({ code: 'platform.too-often', status: 429 });
    // What people press for their own counts with it; a hall elsewhere notices nothing.
    const own = (from: string) => self.receiveOwn(signedIn(newId()), event.code, { ...once(), heads: new Map() }, from);
    await expect(own('another address')).rejects.toMatchObject({ code: 'platform.too-often', status: 429 });
    expect(await own('a third address')).toEqual([]);
  });
});

describe('the sheet', () => {
  it('opens its own event, and nobody’s poster does', async () => {
    const event = await entrance(door);
    const other = await entrance(door);
    const [short, signed] = event.code.split('-') as [string, string];
    expect((await self.at(null, `${short.toUpperCase()}${signed}`)).event.id).toBe(event.id);
    for (const code of [short, `${short}-`, `${short}-${other.code.split('-')[1]!}`, `${short}-${signed}x`, 'zzzzzz-zzzzzz', '%00', '']) {
      await expect(self.at(null, code)).rejects.toMatchObject(refusal('attendance.venue-unknown', 404));
    }
  });

  it('opens on the day of the event alone', async () => {
    const event = await entrance(door);
    door.app.clock.set('2026-11-21T23:59:00+09:00');
    expect(await self.at(signedIn(newId()), event.code)).toMatchObject({ closed: 'attendance.self-not-yet', lines: [], event: { id: event.id } });
    await expect(self.receiveOwn(signedIn(newId()), event.code, { ...once(), heads: new Map() }, 'early')).rejects.toMatchObject({ ...refusal('attendance.self-not-yet'), params: { day: '2026-11-22' } });
    door.app.clock.set('2026-11-23T00:00:00+09:00');
    await expect(self.receiveWalkIns(event.code, { ...once(), heads: 1 }, 'late')).rejects.toMatchObject(refusal('attendance.self-over'));
    await door.app.database.asOwner(`update events.event set visibility = 'invited' where id = $1`, [event.id]);
    await expect(self.at(null, event.code)).rejects.toMatchObject(refusal('attendance.self-over'));
    const off = await entrance(door, { state: 'cancelled' });
    expect(await self.at(null, off.code)).toMatchObject({ closed: 'attendance.event-cancelled' });
    await expect(self.receiveWalkIns(off.code, { ...once(), heads: 1 }, 'off')).rejects.toMatchObject(refusal('attendance.event-cancelled'));
  });

  it('is for those who lead the event', async () => {
    const event = await entrance(door);
    await expect(door.app.get(VenueSheets).of(await door.actorOf(await door.town.organisation()), event.id)).rejects.toMatchObject(refusal('attendance.not-yours', 403));
  });
});
