import { Fragment, type ReactElement } from 'react';

/**
 * Where a title may break: before a katakana word, and before a kanji word that follows hiragana.
 * 靱公園|バラ園|コンサート, not 靱公園バラ園コン|サート. A single お or ご stays with its word.
 */
const SEAM = /(?<=[^\p{Script=Katakana}ー・\s「『（(〜])(?=[\p{Script=Katakana}]{2})|(?<=\p{Script=Hiragana}{2})(?=[\p{Script=Han}]{2})/gu;

/** The pieces of a title between its seams. */
export function piecesOf(title: string): string[] {
  return title.split(SEAM);
}

/** A title that breaks between words even where the browser knows no Japanese words. */
export function Title({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="title">
      {piecesOf(text).map((piece, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {piece}
        </Fragment>
      ))}
    </span>
  );
}
