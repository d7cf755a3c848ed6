import { describe, expect, it } from '@jest/globals';
import { hoursOf, inRunningOrder, outsideTheEvent, wrongInProgramme, type ProgrammeItem } from './programme.rules.js';

const item = (title: string, start: string | null = null, end: string | null = null, more: Partial<ProgrammeItem> = {}): ProgrammeItem => ({ kind: 'stage', title, day: 0, start, end, place: null, performer: null, note: null, ...more });
const EVENT = ['2026-11-29T01:00:00.000Z', '2026-11-29T06:00:00.000Z'] as const;

describe('the running order', () => {
  it('is by the day and the hour; what lasts all day stands behind, what begins together as it was given', () => {
    const items = [item('健康コーナー'), item('次の日', '09:00', null, { day: 1 }), item('合唱', '10:00'), item('太鼓', '09:30'), item('茶席', '10:00', null, { kind: 'workshop' })];
    expect(inRunningOrder(items).map(({ title }) => title)).toEqual(['太鼓', '合唱', '茶席', '健康コーナー', '次の日']);
  });

  it('goes with the event to another day', () => {
    expect(hoursOf(item('合唱', '10:30', '11:00', { day: 1 }), '2026-11-29T01:00:00.000Z')).toEqual({ startsAt: '2026-11-30T01:30:00.000Z', endsAt: '2026-11-30T02:00:00.000Z' });
    expect(hoursOf(item('合唱', '10:30', '11:00', { day: 1 }), '2027-11-27T15:30:00.000Z')).toEqual({ startsAt: '2027-11-29T01:30:00.000Z', endsAt: '2027-11-29T02:00:00.000Z' });
    expect(hoursOf(item('健康'), EVENT[0])).toBeNull();
  });
});

describe('one stage', () => {
  const north = { place: '北' };
  it.each([
    ['share a minute', item('甲', '10:00', '11:00', north), item('乙', '10:59', '11:30', north)],
    ['begin together without an end', item('甲', '10:00', null, north), item('乙', '10:00', null, { kind: 'ceremony', place: '北' })],
    ['one within the other, given later', item('甲', '10:30', null, north), item('乙', '10:00', '11:00', north)],
    ['on the stage without a name', item('甲', '10:00', '11:00'), item('乙', '10:30', '11:30')],
  ])('does not hold two that %s', (_, one, other) => {
    expect(wrongInProgramme([one, other])).toEqual([{ field: 'programme.1.start', code: 'event.stage-taken' }]);
  });

  it.each([
    ['one after the other', item('甲', '10:00', '11:00', north), item('乙', '11:00', '11:30', north)],
    ['on two stages', item('甲', '10:00', '11:00', north), item('乙', '10:00', '11:00', { place: '南' })],
    ['on two days', item('甲', '10:00', '11:00', north), item('乙', '10:00', '11:00', { ...north, day: 1 })],
    ['a corner beside the stage', item('甲', '10:00', '11:00', north), item('乙', '10:00', '11:00', { ...north, kind: 'health' })],
    ['all day', item('甲', null, null, north), item('乙', '10:00', '11:00', north)],
  ])('holds two %s', (_, one, other) => {
    expect(wrongInProgramme([one, other])).toEqual([]);
  });

  it('is left no earlier than it is taken', () => {
    for (const wrong of [item('甲', '11:00', '10:00'), item('甲', '11:00', '11:00'), item('甲', null, '11:00')]) {
      expect(wrongInProgramme([wrong])).toEqual([{ field: 'programme.0.end', code: 'event.ends-before-start' }]);
    }
  });
});

describe('the hours of the event', () => {
  it.each([
    ['before it', item('甲', '09:59', '10:10')],
    ['running over its end', item('甲', '14:50', '15:01')],
    ['on a day after it', item('甲', '11:00', null, { day: 1 })],
    ['all of a day after it', item('甲', null, null, { day: 1 })],
  ])('leave out what is %s', (_, one) => {
    expect(outsideTheEvent([one], ...EVENT)).toEqual([{ field: 'programme.0.start', code: 'event.programme-outside' }]);
  });

  it('hold what fills them, and ask nothing of an event without a day', () => {
    expect(outsideTheEvent([item('甲', '10:00', '15:00'), item('乙', '15:00'), item('丙')], ...EVENT)).toEqual([]);
    expect(outsideTheEvent([item('甲', '03:00')], null, null)).toEqual([]);
  });
});
