import { expect, it } from '@jest/globals';
import { INITIATIVES_OF_THE_PLAN } from '../../../../../migrations/src/initiatives-of-the-plan.js';
import { nameReader } from './known-names.js';
import { USUAL_WORDS } from './usual-words.js';

const read = nameReader([]);
const unread = (html: string): string[] => [...html.replace(/<ruby>.*?<\/ruby>/gu, ' ').matchAll(/\p{Script=Han}+/gu)].map(([kanji]) => kanji);

it('leave no kanji of the sentences about the ward’s initiatives without a reading', () => {
  expect(INITIATIVES_OF_THE_PLAN.flatMap(({ code, words }) => unread(read(words)).map((kanji) => `${code} ${kanji}: ${words}`))).toEqual([]);
});

it('read the words of an event that hosts write most, and no part of another word', () => {
  expect(unread(read('<b>無料</b> 一般 会長'))).toEqual([]);
  for (const html of ['<p>3年や</p>', '<p>住所を</p>', '<p>社会体験学習</p>', '<p>無料化</p>']) expect(read(html)).toBe(html);
});

it('stand once, each with a reading in kana for all of its kanji', () => {
  expect(USUAL_WORDS.filter(([word], index) => USUAL_WORDS.findIndex(([other]) => other === word) !== index)).toEqual([]);
  expect(USUAL_WORDS.filter(([, marked]) => /\p{Script=Han}/u.test(marked.replace(/\{[^|]+\|\p{Script=Hiragana}+\}/gu, '')))).toEqual([]);
});
