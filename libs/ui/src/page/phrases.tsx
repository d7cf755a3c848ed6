import { Fragment, type ReactElement } from 'react';
import { piecesOf, withoutReadings } from './readings.js';

export interface PhrasesProps {
  /** A name or title in Japanese, with or without readings. */
  readonly text: string;
}

/**
 * Where a title may break: before a katakana word, before a kanji word that follows hiragana, before a
 * word in hiragana between two kanji words (新春|たこあげ|大会; not one that ends the first: 手作りの), and
 * after と, の, や between two words.
 * 靱公園|バラ園|コンサート, not 靱公園バラ園コン|サート. A single お or ご stays with its word.
 */
const SEAM = /(?<=[^\p{Script=Katakana}ー・\s「『（(〜])(?=[\p{Script=Katakana}]{2})|(?<=\p{Script=Hiragana}{2})(?=[\p{Script=Han}]{2})|(?<=\p{Script=Han}{2})(?=[あおこそたどふほわゆ]\p{Script=Hiragana}{2,}\p{Script=Han}{2})|(?<=[\p{Script=Han}\p{Script=Katakana}ー][とのや])(?=[\p{Script=Han}\p{Script=Katakana}])/gu;

/** 0〜3さい: a browser would break after the wave; the word joiner (U+2060) forbids it. */
const joined = (phrase: string): string => phrase.replace(/(\d)〜(\d)/gu, '$1\u2060〜\u2060$2');

/** The parts a name may be broken into: 靱公園・バラ園・コンサート; a word under one reading stays whole. */
export function phrasesOf(text: string): string[] {
  const seams = new Set([...withoutReadings(text).matchAll(SEAM)].map((seam) => seam.index));
  const phrases = [''];
  let at = 0;
  for (const { base, reading } of piecesOf(text)) {
    // A word under a reading can't be cut: it counts as one letter.
    const parts = reading === undefined ? base.split('') : [base];
    for (const part of parts) {
      const drawn = reading === undefined ? part : `{${part}|${reading}}`;
      if (seams.has(at)) phrases.push(drawn);
      else phrases[phrases.length - 1] += drawn;
      at += part.length;
    }
  }
  return phrases;
}

/** Letters that fit on a line wherever a title stands. */
const SHORT = 8;

/** Readings part a word in the eyes of a browser, `keep-all` or not: バラ園 would break before its 園. */
function keptWhole(phrase: string): boolean {
  return phrase.includes('|') && withoutReadings(phrase).length <= SHORT;
}

/** A title that breaks between its words even where the browser knows no Japanese words. */
export function Phrases({ text }: PhrasesProps): ReactElement {
  return (
    <span className="phr">
      {phrasesOf(text).map((phrase, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {keptWhole(phrase) ? <span className="nb">{joined(phrase)}</span> : joined(phrase)}
        </Fragment>
      ))}
    </span>
  );
}
