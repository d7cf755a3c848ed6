import { WARD_NAMES } from '@yoriai/associations';
import { inFigures, inKanji } from './numbers.rules.js';
import { searchable } from './search.form.js';
import type { EventSnapshot } from './snapshot.js';
import { isShortWord, wordStarts } from './word-starts.rules.js';

/** Words of a search that count; who writes more has found it by then. */
const MOST_WORDS = 8;

/**
 * What searches look through, one line each: number, title (also as said again for other readers), place, host and summary, with the readings that are known of them, their
 * numbers in figures and in kanji, and where their words begin.
 */
export function searchTextOf(number: string, snapshot: EventSnapshot): string {
  const { title, titleEasy, titleEn, kana, placeName, placeAddress, summary, organisation } = snapshot;
  const written = [title, titleEasy, titleEn, placeName, placeAddress, summary, organisation.name, organisation.areaName];
  const named = written.filter(Boolean).join('\n');
  const readings = WARD_NAMES.filter(([name]) => named.includes(name)).map(([, reading]) => reading);
  const numbers = written.flatMap((text) => (text ? [inFigures(text), inKanji(text)].filter((other) => other !== text.normalize('NFKC')) : []));
  const starts = wordStarts([...written, kana, organisation.kana].filter(Boolean).join('\n'));
  return searchable([number, ...written, kana, organisation.kana, ...readings, ...numbers, ...starts].filter(Boolean).join('\n'));
}

/**
 * The words of a search, each to be found somewhere in the text. コンピューター finds コンピュータ too. None where there is
 * no letter in it: nothing is found by 「！」.
 */
export function searchWords(q: string): string[] {
  const words = q.normalize('NFKC').split(/[\s,、。]+/u).map(searchable);
  return [...new Set(words.map((word) => word.replace(/(?<=....)ー$/u, '')).filter(Boolean))].slice(0, MOST_WORDS);
}

/** What the index is asked for: every two letters that follow each other in a word, or its only one. */
export function gramsOf(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => {
    const letters = [...word];
    return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => letters[index]! + letter);
  }))];
}

/** Words as patterns for LIKE; no wildcard is left in a word. Short ones are found where a word begins: on a line's begin. */
export function searchPatterns(words: readonly string[]): string[] {
  return words.map((word) => (isShortWord(word) ? `%\n${word}%` : `%${word}%`));
}
