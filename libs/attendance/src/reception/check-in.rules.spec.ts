import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  countedHeads,
  fold,
  foldWalkIns,
  kanaRow,
  mayReceive, mayReceiveSelf,
  reviewOfApplication,
  timeOfAct,
  type OperationFacts,
  type RecordFacts,
} from './check-in.rules.js';

const at = (time: string, day = '2026-11-22'): Date => new Date(`${day}T${time}:00+09:00`);
const act = (time: string, given: Partial<OperationFacts> = {}): OperationFacts => ({ act: 'in', at: at(time), heads: 2, anyway: false, ...given });
const present = (time: string, heads = 2): RecordFacts => ({ status: 'present', presentAt: at(time), undoneAt: null, heads });

describe('an act at the door', () => {
  it('counts the first time', () => {
    expect(fold(null, act('10:00'))).toEqual({ answer: 'done', at: at('10:00'), reason: null, record: present('10:00') });
  });

  it('is told when somebody was faster, and changes nothing', () => {
    expect(fold(present('10:00'), act('10:05'))).toEqual({ answer: 'already', at: at('10:00'), reason: null, record: null });
  });

  it('moves the time forward when an earlier scan arrives later: the earliest wins', () => {
    const folded = fold(present('10:05'), act('10:00'));
    expect(folded).toMatchObject({ answer: 'already', at: at('10:00'), record: { presentAt: at('10:00') } });
  });

  it('takes a check-in back, once', () => {
    const undone = fold(present('10:00'), act('10:10', { act: 'undo' }));
    expect(undone).toMatchObject({ answer: 'done', record: { status: 'undone', undoneAt: at('10:10') } });
    expect(fold(undone.record, act('10:11', { act: 'undo' }))).toMatchObject({ answer: 'already', at: at('10:10'), record: null });
  });

  it('lets somebody come again after that', () => {
    const undone: RecordFacts = { ...present('10:00'), status: 'undone', undoneAt: at('10:10') };
    expect(fold(undone, act('10:20', { heads: 1 }))).toMatchObject({ answer: 'done', record: { status: 'present', heads: 1, undoneAt: null } });
  });

  it('asks for a look when an older scan arrives after the undo, unless a person insists', () => {
    const undone: RecordFacts = { ...present('10:00'), status: 'undone', undoneAt: at('10:10') };
    expect(fold(undone, act('10:01'))).toMatchObject({ answer: 'review', reason: 'attendance.undone-since', record: null });
    expect(fold(undone, act('10:01', { anyway: true }))).toMatchObject({ answer: 'done' });
  });

  it('has nothing to undo where nobody came', () => {
    expect(fold(null, act('10:00', { act: 'undo' }))).toMatchObject({ answer: 'review', reason: 'attendance.nothing-to-undo' });
  });

  it('ends at the earliest time in whatever order check-ins arrive', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(minutes, (times) => {
        let record: RecordFacts | null = null;
        for (const minute of times) record = fold(record, act(`10:${String(minute).padStart(2, '0')}`)).record ?? record;
        return record?.presentAt.getTime() === at(`10:${String(Math.min(...times)).padStart(2, '0')}`).getTime();
      }),
    );
  });
});

describe('walk-ins', () => {
  it('add up, are taken away, and never go below nobody', () => {
    const three = foldWalkIns(null, act('10:00', { heads: 3 }));
    expect(three.record?.heads).toBe(3);
    expect(foldWalkIns(three.record, act('10:05', { act: 'undo', heads: 1 })).record?.heads).toBe(2);
    expect(foldWalkIns(three.record, act('10:05', { act: 'undo', heads: 4 }))).toMatchObject({ answer: 'review', reason: 'attendance.too-few-walk-ins' });
  });
});

describe('which tickets need a look', () => {
  it.each([
    ['confirmed', 'here', null],
    ['waitlisted', 'here', 'attendance.ticket-waitlisted'],
    ['cancelled_by_applicant', 'here', 'attendance.ticket-cancelled'],
    ['confirmed', 'elsewhere', 'attendance.other-event'],
  ])('%s, %s', (status, eventId, reason) => {
    expect(reviewOfApplication({ status, eventId }, 'here')).toBe(reason);
  });

  it('counts only those who are there', () => {
    expect([countedHeads(null), countedHeads(present('10:00', 3)), countedHeads({ status: 'undone', heads: 3 })]).toEqual([0, 3, 0]);
  });
});

describe('when people are received', () => {
  const event = { state: 'published', startsAt: at('13:00'), endsAt: at('15:00') };

  it.each([
    ['two days before', at('23:59', '2026-11-20'), 'attendance.not-today'],
    ['the day before', at('00:00', '2026-11-21'), true],
    ['on the day', at('09:00'), true],
    ['the day after', at('23:59', '2026-11-23'), true],
    ['two days after', at('00:00', '2026-11-24'), 'attendance.not-today'],
  ])('%s', (_, now, verdict) => {
    expect(mayReceive(event, now)).toBe(verdict);
  });

  it('takes late what happened in time, from a phone that had no signal', () => {
    expect(mayReceive(event, at('10:00', '2026-11-27'), at('13:05'))).toBe(true);
  });

  it.each([8.64e15, -8.64e15, 1, Date.UTC(2026, 0, 1)])('a device whose clock says %i neither opens a closed day nor breaks anything', (time) => {
    expect(mayReceive(event, at('10:00', '2026-11-27'), new Date(time))).toBe('attendance.not-today');
    expect(mayReceive(event, at('13:00'), new Date(time))).toBe(true);
    expect(timeOfAct(event, new Date(time), at('13:00'))).toEqual(at('13:00'));
  });

  it.each([
    ['a scan in time', at('12:55'), at('13:00'), at('12:55')],
    ['a late upload', at('12:55'), at('10:00', '2026-11-27'), at('12:55')],
    ['a clock that runs ahead', at('13:05'), at('13:00'), at('13:00')],
    ['a clock that stands at last year', at('12:55', '2025-11-22'), at('13:00'), at('13:00')],
  ])('%s', (_, deviceTime, receivedAt, time) => {
    expect(timeOfAct(event, deviceTime, receivedAt)).toEqual(time);
  });

  it.each([
    ['awaiting-report', true],
    ['reported', 'attendance.report-made'],
    ['closed', 'attendance.report-made'],
    ['cancelled', 'attendance.event-cancelled'],
    ['approved', 'attendance.not-published'],
    ['draft', 'attendance.not-published'],
  ])('an event that is %s', (state, verdict) => {
    expect(mayReceive({ ...event, state }, at('13:00'))).toBe(verdict);
  });
});

describe('the kana table', () => {
  it.each([
    ['アオキ', 'あ'],
    ['ゴトウ', 'か'],
    ['ジンボ', 'さ'],
    ['ツジ', 'た'],
    ['ノグチ', 'な'],
    ['パク', 'は'],
    ['モリ', 'ま'],
    ['ャマダ', 'や'],
    ['ワタナベ', 'わ'],
    ['ンゴロ', 'わ'],
    ['ヴァンサン', 'あ'],
    ['Smith', '他'],
    ['', '他'],
  ])('%s → %s', (kana, row) => {
    expect(kanaRow(kana)).toBe(row);
  });
});

describe('when people receive themselves', () => {
  const event = { state: 'published', startsAt: at('13:00'), endsAt: at('15:00') };

  it.each([
    ['the day before', at('23:59', '2026-11-21'), 'attendance.self-not-yet'],
    ['from the morning of the day', at('00:00'), true],
    ['until its night', at('23:59'), true],
    ['the day after', at('00:00', '2026-11-23'), 'attendance.self-over'],
    ['weeks before', at('10:00', '2026-11-01'), 'attendance.self-not-yet'],
    ['weeks after', at('10:00', '2026-12-10'), 'attendance.self-over'],
  ])('%s', (_, now, verdict) => {
    expect(mayReceiveSelf(event, now)).toBe(verdict);
  });

  it.each(['cancelled', 'reported', 'draft'])('never where the reception is not held: %s', (state) => {
    expect(mayReceiveSelf({ ...event, state }, at('13:00'))).toBe(mayReceive({ ...event, state }, at('13:00')));
    expect(mayReceiveSelf({ ...event, state }, at('13:00'))).not.toBe(true);
  });
});
