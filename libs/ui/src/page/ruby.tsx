import { Fragment, type ReactElement } from 'react';
import { mayBreak, Phrases } from './phrases.js';

export interface RubyProps {
  /** Plain text with readings in braces: `{靱|うつぼ}公園`. */
  readonly text: string;
  /** Lets lines break between words only: for titles. */
  readonly phrases?: boolean;
}

const MARKED = /\{([^{}|]+)\|([^{}|]+)\}/g;

/** Text with its readings above it; brackets for readers that know no ruby. */
export function Ruby({ text, phrases = false }: RubyProps): ReactElement {
  const all = pieces(text);
  const words = all.map((piece, index) => (
    <Fragment key={index}>
      {phrases && mayBreak(all[index - 1]?.base ?? '', piece.base) ? <wbr /> : null}
      <Word piece={piece} phrases={phrases} />
    </Fragment>
  ));
  return phrases ? <span className="phr">{words}</span> : <>{words}</>;
}

function Word({ piece, phrases }: { readonly piece: Piece; readonly phrases: boolean }): ReactElement {
  if (piece.reading === undefined) return phrases ? <Phrases text={piece.base} /> : <>{piece.base}</>;
  return (
    <ruby>
      {piece.base}
      <rp>（</rp>
      <rt>{piece.reading}</rt>
      <rp>）</rp>
    </ruby>
  );
}

interface Piece {
  readonly base: string;
  readonly reading?: string;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, base, reading] = match;
    if (base === undefined || reading === undefined) continue;
    if (match.index > at) found.push({ base: text.slice(at, match.index) });
    found.push({ base, reading });
    at = match.index + whole.length;
  }
  if (at < text.length) found.push({ base: text.slice(at) });
  return found;
}
