import { WARD_NAMES } from '@yoriai/associations';
import { inFigures, inKanji } from './numbers.rules.js';
import type { EventSnapshot } from './snapshot.js';

/** Words of a search that count; who writes more has found it by then. */
const MOST_WORDS = 8;

/** Letters that people write for each other: old forms, and what a keyboard offers first. 靭公園 is 靱公園. */
const OTHER_FORMS = '靭髙﨑濵濱邊邉澤國廣學會區圖體龍櫻嶋ヶヵゖゕ';
const USUAL_FORMS = '靱高崎浜浜辺辺沢国広学会区図体竜桜島けかけか';
const USUAL = new Map([...OTHER_FORMS].map((letter, index) => [letter, [...USUAL_FORMS][index]!]));
const OTHER = new RegExp(`[${OTHER_FORMS}]`, 'gu');

/**
 * A text as it is searched in, so that ﾊﾞﾗ園, バラ園, ばら 園 and か゛ are written alike: one width, small letters, kana as
 * hiragana, usual forms of kanji, a dash after kana as the long mark, and no blanks, brackets or points inside a line.
 */
export function searchable(text: string): string {
  return text
    .replace(/\u309B/gu, '\u3099')
    .replace(/\u309C/gu, '\u309A')
    .normalize('NFKC')
    .toLowerCase()
    .replace(OTHER, (letter) => USUAL.get(letter)!)
    .replace(/[\u30A1-\u30F6\u30FD\u30FE]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0x60))
    .replace(/(?<=[\u3041-\u3096\u30FC])[-\u2010-\u2015\u2212~\u301C\u2500]/gu, 'ー')
    .replace(/[^\p{L}\p{N}\p{M}\n]+/gu, '');
}

/** What searches look through: number, title, place, host and summary, with the readings that are known of them and their numbers in figures and in kanji. One line each. */
export function searchTextOf(number: string, snapshot: EventSnapshot): string {
  const { title, kana, placeName, placeAddress, summary, organisation } = snapshot;
  const written = [title, placeName, placeAddress, summary, organisation.name, organisation.areaName];
  const named = written.filter(Boolean).join('\n');
  const readings = WARD_NAMES.filter(([name]) => named.includes(name)).map(([, reading]) => reading);
  const numbers = written.flatMap((text) => (text ? [inFigures(text), inKanji(text)].filter((other) => other !== text.normalize('NFKC')) : []));
  return searchable([number, ...written, kana, organisation.kana, ...readings, ...numbers].filter(Boolean).join('\n'));
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

/** Words as patterns for LIKE; no wildcard is left in a word. */
export function searchPatterns(words: readonly string[]): string[] {
  return words.map((word) => `%${word}%`);
}
