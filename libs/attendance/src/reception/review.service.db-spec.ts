import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@yoriai/platform';
import type { CheckInRequest } from './reception.dto.js';
import { Reviews } from './review.service.js';
import { Door, refusal } from './testing/door.js';

let door: Door;

beforeAll(async () => {
  door = await Door.open();
});
afterAll(() => door.close());

describe('at the door', () => {
  it('nobody is refused: what is unclear is kept, and a person decides', async () => {
    const event = await door.anEvent();
    const elsewhere = await door.anEvent();
    const cancelled = await door.town.application(event, { status: 'cancelled_by_applicant', heads: 2 });
    const waiting = await door.town.application(event, { status: 'waitlisted' });
    const foreign = await door.town.application(elsewhere);
    const answers = await Promise.all(
      [cancelled.ticket, waiting.ticket, foreign.ticket, 'a'.repeat(43)].map((ticket) => door.checkIns.checkIn(event.leader, event.id, door.asked({ ticket }))),
    );
    expect(answers.map(({ answer, reason }) => [answer, reason])).toEqual([
      ['review', 'attendance.ticket-cancelled'],
      ['review', 'attendance.ticket-waitlisted'],
      ['review', 'attendance.other-event'],
      ['review', 'attendance.ticket-unknown'],
    ]);
    expect(answers[2]).toMatchObject({ name: null, kana: null });
    expect((await door.counts(event.id)).participants).toBe(0);

    expect(await door.checkIns.checkIn(event.leader, event.id, door.asked({ ticket: cancelled.ticket, anyway: true }))).toMatchObject({ answer: 'done', heads: 2 });
    expect(await door.checkIns.checkIn(event.leader, event.id, door.asked({ ticket: foreign.ticket, anyway: true }))).toMatchObject({ answer: 'review' });
    const list = await door.reception.forLeader(event.leader, event.id);
    expect(list.people).toMatchObject([{ subjectId: cancelled.id, present: true, presentHeads: 2 }]);
    expect(list.reviews.map(({ reason }) => reason).sort()).toEqual([
      'attendance.other-event',
      'attendance.other-event',
      'attendance.ticket-unknown',
      'attendance.ticket-waitlisted',
    ]);
  });

  it('what waits is decided once: counted by its own ticket or as a walk-in, or left without effect', async () => {
    const event = await door.anEvent();
    const cancelled = await door.town.application(event, { status: 'cancelled_by_applicant', heads: 2 });
    const foreign = await door.town.application(await door.anEvent(), { heads: 3 });
    const unclear = (given: Partial<CheckInRequest>) => door.checkIns.checkIn(event.leader, event.id, door.asked(given));
    const [mine, theirs, nobody] = [await unclear({ ticket: cancelled.ticket }), await unclear({ ticket: foreign.ticket }), await unclear({ ticket: 'a'.repeat(43) })];
    const before = await door.reception.forLeader(event.leader, event.id);
    expect(before.reviews.map(({ name }) => name)).toEqual([mine.name, null, null]);

    const settle = (nonce: string, verdict: 'keep' | 'drop') => door.app.get(Reviews).settle(event.leader, event.id, nonce, verdict);
    await settle(mine.nonce, 'keep');
    await settle(theirs.nonce, 'keep');
    await settle(nobody.nonce, 'drop');
    expect(await door.counts(event.id)).toMatchObject({ participants: 2, walkIns: 3 });
    expect((await door.reception.forLeader(event.leader, event.id)).reviews).toEqual([]);

    await settle(theirs.nonce, 'keep');
    expect(await door.counts(event.id)).toMatchObject({ participants: 2, walkIns: 3 });
    await expect(settle(theirs.nonce, 'drop')).rejects.toMatchObject(refusal('attendance.review-settled'));
    await expect(settle(newId(), 'drop')).rejects.toMatchObject(refusal('attendance.review-not-found', 404));
  });

  it('a taking back of nothing, and a scan older than a taking back, are decided the same way', async () => {
    const event = await door.anEvent();
    const [early, late] = [await door.town.application(event), await door.town.application(event)];
    const empty = await door.checkIns.undo(event.leader, event.id, door.byName(early.id));
    await door.checkIns.checkIn(event.leader, event.id, door.byName(late.id));
    door.app.clock.advance(2);
    await door.checkIns.undo(event.leader, event.id, door.byName(late.id));
    door.app.clock.advance(-2);
    const older = await door.checkIns.checkIn(event.leader, event.id, door.byName(late.id));
    expect([empty.reason, older.reason]).toEqual(['attendance.nothing-to-undo', 'attendance.undone-since']);
    await door.app.get(Reviews).settle(event.leader, event.id, empty.nonce, 'keep');
    await door.app.get(Reviews).settle(event.leader, event.id, older.nonce, 'keep');
    expect(await door.counts(event.id)).toMatchObject({ participants: 1 });
    expect((await door.reception.forLeader(event.leader, event.id)).reviews).toEqual([]);
  });
});
