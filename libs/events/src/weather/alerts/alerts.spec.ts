import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { heatIn } from './heat-forecast.js';
import { warningsIn } from './jma-warnings.js';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const NOW = new Date('2026-11-28T17:00:00+09:00');
const warnings = (): unknown => JSON.parse(fixture('warnings.json'));

describe('warnings of an office', () => {
  it('are those that stand in the area, the gravest first: the status counts, not the code alone', () => {
    expect(warningsIn(warnings(), '9900100', NOW)).toEqual([
      { kind: 'rain', title: 'レベル3大雨警報', level: 3 },
      { kind: 'wind', title: '強風注意報', level: 2 },
    ]);
    expect(warningsIn(warnings(), '9900200', NOW)).toEqual([{ kind: 'rain', title: 'レベル4大雨危険警報', level: 4 }]);
  });

  it('are unknown, and not none, of an area that nobody names and of another document', () => {
    expect(() => warningsIn(warnings(), '9900300', NOW)).toThrow('9900300');
    expect(() => warningsIn({ areaTypes: [] }, '9900100', NOW)).toThrow();
  });

  it('that have no name here are told, and no lighter than a warning', () => {
    const strange = JSON.parse(fixture('warnings.json').replace('"code": "15"', '"code": "77"')) as unknown;
    expect(warningsIn(strange, '9900100', NOW)).toContainEqual({ kind: 'other', title: '名前のわからない警報・注意報（番号77）', level: 3 });
  });

  it('are unknown where nothing was said for three days', () => {
    expect(() => warningsIn(warnings(), '9900100', new Date('2026-12-01T16:21:00+09:00'))).toThrow('2026-11-28');
  });
});

describe('the heat forecast of a point', () => {
  it('is an alert from 28 on, graver from 31 and 35', () => {
    expect(heatIn(fixture('heat.csv'))).toEqual([
      {
        ...{ kind: 'heat', title: '暑さ指数31.8', level: 4, wbgt: 31.8 },
        hours: [
          { at: '2026-08-07T00:00:00.000Z', wbgt: 29 },
          { at: '2026-08-07T03:00:00.000Z', wbgt: 31.2 },
          { at: '2026-08-07T06:00:00.000Z', wbgt: 31.8 },
          { at: '2026-08-07T09:00:00.000Z', wbgt: 30 },
          { at: '2026-08-07T12:00:00.000Z', wbgt: 28 },
        ],
      },
    ]);
    expect(heatIn(fixture('heat.csv').replace(' 270', ' 290'))[0]!.hours!.at(-1)).toEqual({ at: '2026-08-07T15:00:00.000Z', wbgt: 29 });
    expect(heatIn(fixture('heat.csv').replace(' 318', ' 351'))).toMatchObject([{ level: 5 }]);
    expect(heatIn(fixture('heat.csv').replace(' 318', ' 309').replace(' 312', ' 300'))).toMatchObject([{ level: 3, wbgt: 30.9 }]);
    const mild = fixture('heat.csv').replace(/ (?:2[89]|3\d)\d\b/g, ' 279');
    expect(heatIn(mild)).toEqual([]);
  });

  it.each(['', 'a,b\nc,d', '99999,試験,2026080709\n99999,x,'])('is unknown where the table is not what it should be: %j', (text) => {
    expect(() => heatIn(text)).toThrow();
  });
});
