import { Fragment, type ReactElement } from 'react';

export interface RubyProps {
  /** Plain text with readings in braces: `{靱|うつぼ}公園`. */
  readonly text: string;
}

const MARKED = /\{([^{}|]+)\|([^{}|]+)\}/g;

/** Text with its readings above it; brackets for readers that know no ruby. */
export function Ruby({ text }: RubyProps): ReactElement {
  return (
    <>
      {pieces(text).map((piece, index) =>
        piece.reading === undefined ? (
          <Fragment key={index}>{piece.base}</Fragment>
        ) : (
          <ruby key={index}>
            {piece.base}
            <rp>（</rp>
            <rt>{piece.reading}</rt>
            <rp>）</rp>
          </ruby>
        ),
      )}
    </>
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
