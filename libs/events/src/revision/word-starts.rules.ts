import { searchable } from './search.form.js';

/** Kana and Latin letters: a few of them stand inside other words everywhere (たこ in さわったことがない). Of kanji each is a word. */
const SHORT_WORD = /^[\u3041-\u3096\u30FCa-z]{1,2}$/u;

/** Whether a word of a search is found only where a word begins. */
export const isShortWord = (word: string): boolean => SHORT_WORD.test(word);

const SEGMENTS = new Intl.Segmenter('ja', { granularity: 'word' });
/** After these, alone among hiragana, the next word begins. */
const PARTICLES = new Set('のはがをにでともやへ');
const RUN = /[\p{Script=Hiragana}ー]+|[\p{Script=Katakana}ー]+|[a-z]+/giu;

/**
 * The first two letters of every word in kana or Latin letters, as they are searched, each once. Japanese writes no blanks, so where
 * a word begins is told by three signs: a run of one script begins (not of hiragana after kanji, which may be the end of a word:
 * 揚げ), a particle has ended, or the dictionary of the platform knows a word of two letters and more.
 */
export function wordStarts(text: string): string[] {
  const written = text.normalize('NFKC');
  const places = new Set<number>();
  for (const { index, 0: run } of written.matchAll(RUN)) {
    if (!(/^\p{Script=Hiragana}/u.test(run) && /\p{Script=Han}$/u.test(written.slice(0, index)))) places.add(index);
  }
  for (const { index, segment } of SEGMENTS.segment(written)) {
    if ([...segment].length > 1) places.add(index);
    if (PARTICLES.has(segment)) places.add(index + segment.length);
  }
  const starts = [...places].sort((one, other) => one - other).map((at) => searchable(/^[\p{Script=Hiragana}\p{Script=Katakana}ー]{1,2}|^[a-z]{1,2}/iu.exec(written.slice(at))?.[0] ?? ''));
  return [...new Set(starts.filter((start) => start !== ''))];
}
