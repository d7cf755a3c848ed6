import { describe, expect, it } from '@jest/globals';
import { en } from './en/index.js';
import { one } from './en/one.js';
import { ja } from './ja/index.js';

type Texts = Readonly<Record<string, string>>;

/** Japanese words that stand in English on purpose: people meet them on doors, boards and forms. */
const KEPT = ['寄合', '町会', '区役所', '地活協', '回覧', '班'];

/** English counts years in one way, so it has no place for the era. */
const places = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].filter((name) => name !== 'era').sort();

function leftInJapanese(texts: Texts): string[] {
  return Object.entries(texts)
    .filter(([, text]) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(KEPT.reduce((rest, word) => rest.replaceAll(word, ''), text)))
    .map(([key]) => key);
}

/** "{{count}} people", "{{count}} more helpers": reads wrong with 1. */
const countsMany = (text: string) => /\{\{count\}\} (more |unfinished )?(people|\w+s)\b/.test(text);

describe('English texts', () => {
  it('keep no Japanese but the words people meet on doors and boards', () => {
    expect(leftInJapanese(en)).toEqual([]);
  });

  it('are set with round quotes and without full-width signs', () => {
    expect(Object.entries(en).filter(([, text]) => /['"！-～　]/.test(text))).toEqual([]);
  });

  it('have a form for one where a count is told, and it fills the same places', () => {
    const texts: Texts = ja;
    const wrong = Object.entries(one).filter(
      ([key, text]) => !places(text).includes('count') || places(text).join() !== places(texts[key] ?? '').join(),
    );
    expect(wrong).toEqual([]);
    expect(leftInJapanese(one)).toEqual([]);
    expect(Object.keys(en).filter((key) => countsMany(en[key as keyof typeof en]) && !Object.hasOwn(one, key))).toEqual([]);
  });
});

describe('the walls themselves', () => {
  it('find a count that reads wrong with 1', () => {
    expect(['{{count}} more helpers', '{{count}} people', 'Helpers: {{count}}', '{{count}} left'].filter(countsMany)).toHaveLength(2);
  });

  it('find Japanese beside a kept word', () => {
    expect(leftInJapanese({ kept: 'Yoriai (寄合)', left: '寄合 の home' })).toEqual(['left']);
  });
});
