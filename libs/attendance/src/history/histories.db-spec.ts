import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Actor } from '@yoriai/associations';
import { newId, rows } from '@yoriai/platform';
import { Door } from '../reception/testing/door.js';
import { Histories } from './histories.service.js';

let door: Door;
let histories: Histories;

beforeAll(async () => {
  door = await Door.open();
  histories = door.app.get(Histories);
});
afterAll(() => door.close());

/** The person behind a duty, signed in. */
async function holderOf(assignmentId: string): Promise<Actor> {
  const [row] = await door.app.tx((tx) => rows<{ personId: string }>(tx, 'select person_id as "personId" from rosters.assignment where id = $1', [assignmentId]));
  return new Actor({ personId: row!.personId, accountId: newId(), sessionId: newId(), name: '当番', grants: [] });
}

it('hours are those of the shift, one’s own alone, once it is over; who was not taken in has none where others were', async () => {
  const event = await door.anEvent();
  const [seen, unseen] = [await door.aVolunteer(event.id), await door.aVolunteer(event.id)];
  await door.checkIns.checkIn(event.leader, event.id, door.asked({ subjectKind: 'assignment', subjectId: seen }));
  const [me, other] = [await holderOf(seen), await holderOf(unseen)];
  expect(await histories.mine(me)).toEqual([]);
  door.app.clock.set('2026-11-23T09:00:00+09:00');
  expect(await histories.mine(me)).toMatchObject([{ year: 2026, minutes: 240, duties: [{ id: seen, counts: true }] }]);
  expect(await histories.mine(other)).toMatchObject([{ year: 2026, minutes: 0, duties: [{ id: unseen, counts: false }] }]);
  expect(await histories.certified(me, '2026')).toMatchObject({ name: '当番 さん', year: { minutes: 240, duties: [{ id: seen }] } });
  for (const [actor, year] of [[other, '2026'], [me, '2025'], [me, 'x'], [event.leader, '2026']] as const) {
    await expect(histories.certified(actor, year)).rejects.toMatchObject({ code: 'attendance.no-hours', status: 404 });
  }
});
