import { expect, it } from '@jest/globals';
import type { EventProgrammeItem } from '@yoriai/api-client';
import { onAgain } from './on-again.js';
import { rowsOf } from './programme-rows.js';

const item = (title: string, start: string): EventProgrammeItem => ({ kind: 'stage', title, day: 0, start, end: null, place: '北ステージ', performer: null, note: null });
const programme = [item('合唱', '10:30'), item('太鼓', '11:00')];
const event = { programme, reduction: { at: '2026-11-28T08:00:00Z', reason: '風のため', dropped: [{ title: '合唱', day: 0, start: '10:30', place: '北ステージ' }] } };
const rows = (title: string, start: string) => rowsOf(programme).map((row, index) => (index === 0 ? { ...row, title, start } : row));

it('names what was left out and is on again by a slip that is mended, by its new name', () => {
  expect(onAgain(event, rows('合唱団', '10:30'))).toEqual(['合唱団']);
  expect(onAgain(event, rows('合唱', '10:45'))).toEqual(['合唱']);
});

it('names nothing where it stays as it was, is taken away, or nothing was left out', () => {
  expect(onAgain(event, rowsOf(programme))).toEqual([]);
  expect(onAgain(event, rowsOf(programme).slice(1))).toEqual([]);
  expect(onAgain(event, rowsOf(programme).map((row) => ({ ...row, performer: '町の会' })))).toEqual([]);
  expect(onAgain({ ...event, reduction: null }, rows('合唱団', '10:30'))).toEqual([]);
});
