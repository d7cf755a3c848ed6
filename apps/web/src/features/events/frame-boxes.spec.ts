import { describe, expect, it } from '@jest/globals';
import { anEvent, FRAME } from './an-event.builder.js';
import { newFrame, restIsWrong, restWords, withKind } from './frame-boxes.js';
import { addRow } from './rows.js';
import { readStep, valuesOf } from './values.js';

const first = addRow({ 'frames.count': '0' }, 'frames', newFrame(0));

describe('a new frame', () => {
  it('has a name to begin with where it is the only one; the next has to be called something', () => {
    const two = addRow(first, 'frames', newFrame(1));
    expect([two['frames.0.name'], two['frames.1.name']]).toEqual(['参加', '']);
    const { errors } = readStep('places', { ...two, 'frames.0.capacity': '20', 'frames.1.capacity': '20' }, anEvent());
    expect(errors).toEqual({ 'frames.1.name': 'app.missing' });
  });

  it('takes what a club needs when it is for groups, and gives it back', () => {
    const second = addRow(first, 'frames', newFrame(1));
    const group = withKind(second, 'frames.1', 'group');
    expect(group).toMatchObject({ 'frames.1.kind': 'group', 'frames.1.name': '団体', 'frames.1.max': '20', 'frames.0.max': '4' });
    expect(withKind(group, 'frames.1', 'participant')).toEqual({ ...second, 'frames.1.kind': 'participant' });
  });

  it('keeps what somebody wrote when its kind changes', () => {
    const written = { ...first, 'frames.0.name': '町会', 'frames.0.max': '12' };
    expect(withKind(written, 'frames.0', 'group')).toMatchObject({ 'frames.0.name': '町会', 'frames.0.max': '12' });
  });
});

describe('what is folded away of a frame', () => {
  it('is told in a line: what is usual, and all that differs', () => {
    expect(restWords(first, 'frames.0')).toEqual(['参加者', '1件 4人まで', 'どなたでも']);
    const set = { kind: 'group', max: '20', agesBy: 'grade', agesFrom: '7', agesTo: '12', queue: 'who-fits', guardian: 'yes', photos: 'yes', fixed: 'yes', perAdult: '5', needs: 'writing', questions: '1', 'q0-label': 'たこの形' };
    const values = { ...first, ...Object.fromEntries(Object.entries(set).map(([box, value]) => [`frames.0.${box}`, value])) };
    expect(restWords(values, 'frames.0')).toEqual([
      '団体',
      '1件 20人まで',
      '小1から小6まで',
      'キャンセル待ちは入る人から',
      '18歳になっていない人には保護者の同意',
      '写真をのせてよいか聞く',
      '締切のあとは人数を変えられない',
      'こども5人に、おとな1人',
      '配慮を聞く：筆談・要約筆記',
      '質問1つ',
    ]);
  });

  it('says what is beside the total only where there is one', () => {
    const one = { ...valuesOf('places', anEvent({ frames: [FRAME] })), 'frames.0.outside': 'yes' };
    expect(restWords(one, 'frames.0')).not.toContain('合計の定員に入れない');
    expect(restWords(addRow(one, 'frames', newFrame(1)), 'frames.0')).toContain('合計の定員に入れない');
  });

  it('opens for a box to put right, and for no other', () => {
    expect(restIsWrong({ 'frames.0.max': 'x' }, 'frames.0')).toBe(true);
    expect(restIsWrong({ 'frames.0.q1-choices': 'x' }, 'frames.0')).toBe(true);
    expect(restIsWrong({ 'frames.0.capacity': 'x', 'frames.0.closesAt': 'x', 'frames.1.max': 'x', 'frames.01.max': 'x' }, 'frames.0')).toBe(false);
  });
});
