import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { floodsIn } from './flood-forecasts.js';

const text = readFileSync(new URL('fixtures/floods.json', import.meta.url), 'utf8');
const NOW = new Date('2026-11-28T17:00:00+09:00');
const read = (places: string[], given = text, now = NOW) => floodsIn(JSON.parse(given), places, now);

const LOWER = { kind: 'flood', title: 'レベル4氾濫危険警報（試験川下流）', level: 4, since: '2026-11-28T07:20:00.000Z', area: '試験川下流' };
const SAMPLE = { kind: 'flood', title: 'レベル5氾濫特別警報（試験府試験川水系　見本川）', level: 5, since: '2026-11-28T07:10:00.000Z', area: '試験府試験川水系　見本川' };

describe('the floods of rivers', () => {
  it('are the newest word about each river that is named, the gravest first', () => {
    expect(read(['999900000100', '見本川'])).toEqual([SAMPLE, LOWER]);
    expect(read(['試験川下流'])).toEqual([LOWER]);
    expect(read(['9900200'])).toEqual([LOWER]);
  });

  it('are none of a river that is not named, is calm or not in the list, was lifted, or is part of an exercise', () => {
    expect(read(['ほかの川'])).toEqual([]);
    expect(read(['例示川'])).toEqual([]);
    expect(read(['見本川'], '[]')).toEqual([]);
    expect(read(['999900000100'], text.replace('"infoType": "発表", "dataTypeCode": "VXKO99",\n    "riverCode": "999900000100"', '"infoType": "取消", "dataTypeCode": "VXKO99",\n    "riverCode": "999900000100"'))).toMatchObject([{ level: 3 }]);
  });

  it.each([
    ['20', 2],
    ['21', 2],
    ['22', 2],
    ['30', 3],
    ['31', 3],
    ['41', 4],
    ['51', 5],
    ['53', 5],
    ['10', undefined],
  ])('of code %s stand at level %s', (code, level) => {
    expect(read(['999900000100'], text.replace('"code": "40"', `"code": "${code}"`))[0]?.level).toBe(level);
  });

  it('with a code that has no name here are told in the words of the office', () => {
    expect(read(['999900000100'], text.replace('"code": "40"', '"code": "49"'))).toEqual([{ ...LOWER, title: 'レベル４氾濫危険警報（試験川下流）' }]);
    const renamed = text.replace('"code": "40", "name": "レベル４氾濫危険警報"', '"code": "60", "name": "新しい氾濫の情報"');
    expect(read(['999900000100'], renamed)).toMatchObject([{ title: '新しい氾濫の情報（試験川下流）', level: 3 }]);
  });

  it('stand though the report of a river elsewhere can not be read; of a river that is named they are unknown then', () => {
    const beside = (...broken: unknown[]) => JSON.stringify([...broken, ...(JSON.parse(text) as unknown[])]);
    const without = { status: '通常', reportDatetime: '2026-11-28T17:00:00+09:00', riverCode: '111100000100', riverName: '遠い川' };
    expect(read(['999900000100', '見本川'], beside(without, { ...without, item: 'レベル５' }, null, 7))).toEqual([SAMPLE, LOWER]);
    expect(() => read(['遠い川', '見本川'], beside(without))).toThrow('item');
    expect(() => read(['9900200'], beside({ ...without, class20Codes: ['9900200'] }))).toThrow('item');
    expect(() => read(['見本川'], JSON.stringify([without]))).toThrow('item');
  });

  it('are unknown, and not none, of another document and of a list that nobody writes any more', () => {
    expect(() => read(['見本川'], '{}')).toThrow();
    expect(() => read(['見本川'], '[{"status": "通常"}]')).toThrow();
    expect(() => read(['見本川'], text, new Date('2026-12-01T16:11:00+09:00'))).toThrow('見本川');
    expect(read(['例示川'], text, new Date('2026-12-20T16:11:00+09:00'))).toEqual([]);
  });
});
