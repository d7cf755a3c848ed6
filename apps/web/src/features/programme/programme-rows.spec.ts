import { describe, expect, it } from '@jest/globals';
import { added, moved, readRows, rowsOf, type ProgrammeRow } from './programme-rows.js';

const row = (title: string, start = '', end = '', place = ''): ProgrammeRow => ({ row: title, kind: 'stage', title, day: '0', start, end, place, performer: '', note: '' });
const hours = (rows: readonly ProgrammeRow[]): string[] => rows.map(({ title, start, end }) => `${title} ${start}-${end}`);
const event = { startsAt: '2026-11-29T01:00:00.000Z' };

describe('a programme on the screen', () => {
  it('begins with the event, and goes on after what is last, as long and on the same stage', () => {
    const first = added([], 0, event);
    expect(hours(first)).toEqual([' 10:00-10:20']);
    const [, next] = added([row('合唱', '10:00', '10:30', '北')], 15, event);
    expect(next).toMatchObject({ start: '10:45', end: '11:15', place: '北', row: 'new-1' });
    expect(added([row('終わりなし', '10:00')], 5, event)[1]).toMatchObject({ start: '10:05', end: '10:25' });
    expect(added([row('合唱', '10:00', '10:30')], null, event)[1]).toMatchObject({ start: '', end: '' });
    expect(added([row('夜', '23:30', '23:50')], 15, event)[1]).toMatchObject({ start: '23:59', end: '23:59' });
  });

  it('moves with its length, and the pause on the stage stays', () => {
    expect(hours(moved([row('合唱', '10:00', '10:30'), row('太鼓', '10:40', '11:30')], 0, 1))).toEqual(['太鼓 10:00-10:50', '合唱 11:00-11:30']);
    expect(hours(moved([row('合唱', '10:00', '10:30'), row('太鼓', '10:40', '11:30')], 1, -1))).toEqual(['太鼓 10:00-10:50', '合唱 11:00-11:30']);
  });

  it('changes beginnings where the two are elsewhere, and only places where one has no hours', () => {
    expect(hours(moved([row('合唱', '10:00', '11:00', '北'), row('茶席', '10:30', '10:50', '南')], 0, 1))).toEqual(['茶席 10:00-10:20', '合唱 10:30-11:30']);
    expect(hours(moved([row('合唱', '10:00', '11:00'), row('健康')], 1, -1))).toEqual(['健康 -', '合唱 10:00-11:00']);
    expect(hours(moved([row('合唱')], 0, -1))).toEqual(['合唱 -']);
  });

  it('is read as it is written, wide digits too, and says what can’t be read', () => {
    const items = [{ kind: 'health' as const, title: '血圧', day: 1, start: '10:00', end: null, place: null, performer: '保健師', note: null }];
    expect(readRows(rowsOf(items))).toEqual({ items, errors: {} });
    const { items: read, errors } = readRows([row('', '１０：００', '11時')]);
    expect(read[0]).toMatchObject({ start: '10:00', end: null });
    expect(errors).toEqual({ 'programme.0.title': 'app.missing', 'programme.0.end': 'app.time' });
  });
});
