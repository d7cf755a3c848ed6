import { WARD_NAMES } from '@yoriai/associations';

const READINGS = new Map(WARD_NAMES);
const NAME = WARD_NAMES.map(([name]) => name).join('|');
const EACH = new RegExp(NAME, 'gu');
/** Names one after another, unless kanji before them make another word: 東九条, 全町会. */
const RUN = new RegExp(`(?<!\\p{Script=Han})(?:${NAME})+`, 'gu');
/** A tag, or the text between two. */
const TOKEN = /<(\/?)([a-z][\w-]*)[^>]*>|[^<]+/g;
/** Inside these a name stays as it is: it has its reading already, or can't carry one. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['ruby', 'title', 'option', 'textarea', 'svg', 'script', 'style']);

/**
 * A page with the readings of known names above them. Only these: automatic readers get place names wrong,
 * and no reading is better than a wrong one. Works on the finished page, so that no view has to remember it.
 */
export function readKnownNames(html: string): string {
  const inside: string[] = [];
  return html.replace(TOKEN, (token: string, closing: string | undefined, tag: string | undefined) => {
    if (tag === undefined) return inside.length > 0 ? token : token.replace(RUN, (run) => run.replace(EACH, (name) => ruby(name, READINGS.get(name) ?? '')));
    if (LEFT_ALONE.has(tag) && !token.endsWith('/>')) {
      if (closing === '') inside.push(tag);
      else if (inside.at(-1) === tag) inside.pop();
    }
    return token;
  });
}

const ruby = (name: string, reading: string): string => `<ruby>${name}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
