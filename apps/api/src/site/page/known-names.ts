import { WARD_NAMES } from '@yoriai/associations';
import { DUTY_WORDS } from './duty-words.js';
import { USUAL_WORDS } from './usual-words.js';

/** A name and how it is read, both as they are stored. */
export type Named = readonly [name: string, reading: string];

/** A tag, or the text between two. */
const TOKEN = /<(\/?)([a-z][\w-]*)[^>]*>|[^<]+/g;
/** No line breaks inside a ruby: what is longer would not fit on a narrow screen. */
const LONGEST = 8;
/** A usual word with more kanji behind it is another word: 受付中, 案内所. One that ends in kana leaves no doubt: 守る方法. */
const NOT_LONGER = '(?!\\p{Script=Han})';
const WORDS: ReadonlySet<string> = new Set([...DUTY_WORDS.map(([word]) => word), ...USUAL_WORDS.flatMap(([word]) => (/\p{Script=Han}$/u.test(word) ? [word] : []))]);
/** Inside these a name stays as it is: it has its reading already, or can't carry one. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['ruby', 'title', 'option', 'textarea', 'svg', 'script', 'style']);

/**
 * Reads pages: answers one with the readings of known names above them, the ward's own, those of these hosts and the usual words for duties and of events. Only these:
 * automatic readers get names wrong, and no reading is better than a wrong one. Works on the finished page, so that no
 * view has to remember it.
 */
export function nameReader(hosts: readonly Named[]): (html: string) => string {
  const rubies = new Map<string, string>([...USUAL_WORDS.map(([word, marked]) => [word, ofMarks(marked)] as const), ...[...DUTY_WORDS, ...WARD_NAMES].map(([name, reading]) => [name, ruby(name, reading)] as const)]);
  for (const [name, reading] of hosts) if (carriesReading(name) && reading !== '') rubies.set(name, inParts(name, reading));
  const any = [...rubies.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') + (WORDS.has(name) ? NOT_LONGER : '')).join('|');
  // Nothing is looked for where no name begins: most of a page is kana.
  const first = [...new Set([...rubies.keys()].flatMap((name) => [...name].slice(0, 1)))].map((sign) => sign.replace(/[\\^\]-]/g, '\\$&')).join('');
  const each = new RegExp(any, 'gu');
  // Names one after another, unless kanji or a number before them make another word: 東九条, 全町会, 3年や.
  const run = new RegExp(`(?<![\\p{Script=Han}\\d])(?=[${first}])(?:${any})+`, 'gu');
  const read = (text: string): string => text.replace(run, (names) => names.replace(each, (name) => rubies.get(name) ?? name));
  return (html) => {
    const inside: string[] = [];
    return html.replace(TOKEN, (token: string, closing: string | undefined, tag: string | undefined) => {
      if (tag === undefined) return inside.length > 0 ? token : read(token);
      if (LEFT_ALONE.has(tag) && !token.endsWith('/>')) {
        if (closing === '') inside.push(tag);
        else if (inside.at(-1) === tag) inside.pop();
      }
      return token;
    });
  };
}

/** Something to read in it, and nothing that a page writes otherwise. */
const carriesReading = (name: string): boolean => /\p{Script=Han}/u.test(name) && !/[&<>"']/.test(name);

/** 九条一丁目町会 as 九条 and 一丁目町会, where name and reading begin with, or end in, what is known: lines may break between the parts. */
function inParts(name: string, reading: string): string {
  const part = WARD_NAMES.find(([known, read]) => known !== name && reading !== read && ((name.startsWith(known) && reading.startsWith(read)) || (name.endsWith(known) && reading.endsWith(read))));
  if (part === undefined) return [...name].length > LONGEST ? name : ruby(name, reading);
  const [known, read] = part;
  return name.startsWith(known) ? ruby(known, read) + inParts(name.slice(known.length), reading.slice(read.length)) : inParts(name.slice(0, -known.length), reading.slice(0, -read.length)) + ruby(known, read);
}

/** `{話|はな}し` with its reading above the kanji alone. */
const ofMarks = (marked: string): string => marked.replace(/\{([^|]+)\|([^}]+)\}/gu, (_, kanji: string, reading: string) => ruby(kanji, reading));

const ruby = (name: string, reading: string): string => `<ruby>${name}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
