/**
 * Text with readings in braces: `{靱公園|うつぼこうえん}バラ{園|えん}`. Texts of やさしい日本語 write it over every
 * kanji, hosts write it where they like; whoever draws it decides what becomes of it.
 */
const MARKED = /\{([^{}|]+)\|([^{}|]+)\}/g;

/** A run of text, with what is read above it. */
export interface Piece {
  readonly base: string;
  readonly reading?: string;
}

/** The runs of a text, in order. */
export function piecesOf(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, base = '', reading = ''] = match;
    if (match.index > at) found.push({ base: text.slice(at, match.index) });
    found.push({ base, reading });
    at = match.index + whole.length;
  }
  if (at < text.length) found.push({ base: text.slice(at) });
  return found;
}

/** Whether anything in the text has a reading. */
export function hasReadings(text: string): boolean {
  return text.includes('|') && text.search(MARKED) >= 0;
}

/** The text alone: for attributes, titles of windows, and wherever nothing can stand above a letter. */
export function withoutReadings(text: string): string {
  return text.includes('|') ? text.replace(MARKED, '$1') : text;
}

/** Readings in brackets behind their words, 靱公園（うつぼこうえん）: for plain text, such as letters, which knows no word joiner. */
export function readingsInBrackets(text: string): string {
  return text.includes('|') ? text.replace(MARKED, '$1（$2）').replaceAll('\u2060', '') : text;
}

/** Readings as ruby in HTML that is already escaped: for letters, which no JSX draws. */
export function readingsAsHtml(html: string): string {
  return html.includes('|') ? html.replace(MARKED, '<ruby>$1<rp>（</rp><rt>$2</rt><rp>）</rp></ruby>') : html;
}
