import type { ReceptionList, ReceptionPerson } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { keepingOf, narrowed, ticked, withWalkIns } from './reception.js';

const person = (change: Partial<ReceptionPerson>): ReceptionPerson => ({
  subjectKind: 'application',
  subjectId: 'a',
  personId: 'p',
  name: '山田 花子',
  kana: 'やまだ はなこ',
  kanaRow: 'や',
  heads: 3,
  groupName: null,
  companions: [],
  withoutApplicant: false,
  consentMissing: false,
  noPhotos: false,
  number: 'KTR-WAS',
  entries: [],
  duty: null,
  dutyStartsAt: null,
  present: false,
  presentHeads: 0,
  presentAt: null,
  bySelf: false,
  ...change,
});

const door = (people: ReceptionPerson[]): ReceptionList => ({
  eventId: 'e',
  title: 'コンサート',
  startsAt: null,
  endsAt: null,
  day: '11月29日(日)',
  counts: { participants: 0, volunteers: 0, walkIns: 0 },
  expectedParticipants: 3,
  expectedVolunteers: 1,
  people,
  reviews: [],
  can: { checkIn: true },
});

describe('the list at the door', () => {
  const people = [person({}), person({ subjectId: 'b', name: '土屋 誠', kana: 'つちや まこと', number: 'B6K-39V', present: true })];
  const found = (text: string, missingOnly = false): string[] => narrowed(people, { text, missingOnly }).map((each) => each.name);

  it.each(['やま', 'ﾔﾏﾀﾞ', 'ハナ', '花子', 'ktrwas'])('finds Yamada by %s, and nobody else', (text) => {
    expect(found(text)).toEqual(['山田 花子']);
  });

  it.each(['次郎', 'じろ', 'たなか'])('finds a family by who came along: %s', (text) => {
    const family = person({ companions: [{ name: '田中 次郎', kana: 'たなか じろう' }] });
    expect(narrowed([family, ...people.slice(1)], { text, missingOnly: false })).toEqual([family]);
  });

  it('can leave out who is here', () => {
    expect(found('')).toHaveLength(2);
    expect(found('', true)).toEqual(['山田 花子']);
  });

  it('shows a tap at once, with part of a family, and takes it back', () => {
    const list = door(people.map((each) => ({ ...each, present: false })));
    const came = ticked(list, { subjectId: 'a', heads: 2, present: true, at: '2026-11-29T01:00:00Z' });
    expect(came.counts.participants).toBe(2);
    expect(came.people[0]).toMatchObject({ present: true, presentHeads: 2 });
    expect(ticked(came, { subjectId: 'a', heads: 2, present: false, at: '' }).counts.participants).toBe(0);
    expect(ticked(came, { subjectId: 'a', heads: 2, present: true, at: '' })).toBe(came);
  });

  it('counts a volunteer as a volunteer', () => {
    const list = door([person({ subjectKind: 'assignment', heads: 1 })]);
    expect(ticked(list, { subjectId: 'a', heads: 1, present: true, at: '' }).counts).toEqual({ participants: 0, volunteers: 1, walkIns: 0 });
  });

  it('never counts fewer than no walk-ins', () => {
    expect(withWalkIns(door([]), -1).counts.walkIns).toBe(0);
    expect(withWalkIns(door([]), 1).counts.walkIns).toBe(1);
  });
});

describe('what waits for a look', () => {
  it('is kept by its own ticket, as a walk-in, or only noted', () => {
    expect(keepingOf({ act: 'in', subjectId: 'a', reason: 'attendance.ticket-cancelled' })).toBe('app.day.anyway');
    expect(keepingOf({ act: 'in', subjectId: 'a', reason: 'attendance.other-event' })).toBe('app.review.walk-in');
    expect(keepingOf({ act: 'in', subjectId: null, reason: 'attendance.ticket-unknown' })).toBe('app.review.walk-in');
    expect(keepingOf({ act: 'undo', subjectId: 'a', reason: 'attendance.nothing-to-undo' })).toBe('app.review.leave');
  });
});
