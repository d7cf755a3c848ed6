import { describe, expect, it } from '@jest/globals';
import { translator } from './index.js';
import { files, ja } from './ja/index.js';
import { refusalText } from './refusal-text.js';
import type { TextKey } from './translate.js';

const PLACE = /\{\{(\w+)\}\}/g;
const entries = Object.entries(files).flatMap(([file, texts]) =>
  Object.entries<string>(texts).map(([key, text]) => ({ file, key, text })),
);

describe('Japanese texts', () => {
  it('stand in one file only', () => {
    const seen = new Map<string, string>();
    const twice = entries.filter(({ key, file }) => {
      const before = seen.get(key);
      seen.set(key, file);
      return before !== undefined;
    });
    expect(twice).toEqual([]);
    expect(seen.size).toBe(Object.keys(ja).length);
  });

  it('say something', () => {
    expect(entries.filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  it('write their places as {{name}} and fill every one', () => {
    const t = translator('ja');
    const wrong = entries.filter(({ key, text }) => {
      const names = [...text.matchAll(PLACE)].map((match) => match[1] ?? '');
      const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      const said = t(key as TextKey, values);
      return /[{}]/.test(text.replace(PLACE, '')) || names.some((name) => !said.includes(`<${name}>`));
    });
    expect(wrong).toEqual([]);
  });
});

describe('the words of the house', () => {
  it.each(['チケット', '氏名', 'お伝えして', 'ご入力'])('%s is never said', (word) => {
    expect(entries.filter(({ text }) => text.includes(word))).toEqual([]);
  });

  it('a refusal asks to write, not to enter', () => {
    expect(entries.filter(({ key, text }) => key.startsWith('refusal.') && text.includes('入力'))).toEqual([]);
  });

  it('a telephone list tells what to say', () => {
    const t = translator('ja');
    expect(t('notifications.call.application-repeated')).toContain('申込番号をお伝えください。');
    expect(t('notifications.call.assignment-confirmed')).toContain('時間と集合場所をお伝えください。');
  });
});

describe('t', () => {
  const t = translator('ja');

  it('fills values and leaves escaping to React', () => {
    expect(t('ui.status.help-count', { count: 5 })).toBe('手伝い あと5人');
    expect(t('ui.footer.hours', { hours: '<平日> & 土' })).toBe('<平日> & 土。代わりに入力します。');
  });

  it('throws in tests for a key or a value that is missing', () => {
    expect(() => t('no.such.key' as TextKey)).toThrow('no.such.key');
    expect(() => t('ui.status.help-count')).toThrow('count');
  });

  it('knows which keys exist', () => {
    expect(t.has('ui.name')).toBe(true);
    expect(t.has('toString')).toBe(false);
  });

  it('turns a refusal into a sentence, never into a bare code', () => {
    expect(refusalText(t, 'platform.busy')).toContain('混みあって');
    expect(refusalText(t, 'nobody.wrote-this')).toBe(t('refusal.platform.internal'));
  });

  it('a refusal says a day in the language of its reader', () => {
    const day = { day: '2026-11-22' };
    expect(refusalText(t, 'attendance.not-today', day)).toContain('11月22日(日)');
    expect(refusalText(translator('en'), 'attendance.not-today', day)).toContain('Sun 22 Nov');
    const hours = { hours: '2026-11-29T01:00:00.000Z/2026-11-29T03:00:00.000Z' };
    expect(refusalText(t, 'shift.they-overlap', hours)).toContain('ほかの当番（10時〜12時）');
    expect(refusalText(translator('en'), 'shift.they-overlap', hours)).toContain('(10:00–12:00)');
  });
});
