import { Fragment, type ReactElement } from 'react';

export interface PhrasesProps {
  /** A name or title in Japanese. */
  readonly text: string;
}

const KANJI = '[\\p{Script=Han}々]';
const HIRAGANA = '\\p{Script=Hiragana}';
/** Without the long mark: a word never begins with it. */
const KATAKANA = '\\p{Script=Katakana}';
/** Where a Japanese name may break: before katakana that follows another script, before kanji after hiragana. */
const BREAK = new RegExp(
  `(?<=${KANJI})(?=${KATAKANA})|(?<=${HIRAGANA})(?=${KANJI}|${KATAKANA})|(?<=[ 　・、。）」])(?=.)`,
  'u',
);

/** The parts a name may be broken into: 靱公園・バラ園・コンサート. */
export function phrasesOf(text: string): string[] {
  return text.split(BREAK);
}

/** Whether a line may break between the two pieces of text. */
export function mayBreak(before: string, after: string): boolean {
  const joined = `${before.slice(-1)}${after.slice(0, 1)}`;
  return joined.length > 1 && phrasesOf(joined).length > 1;
}

/** A title that breaks between its words, not inside them. */
export function Phrases({ text }: PhrasesProps): ReactElement {
  return (
    <span className="phr">
      {phrasesOf(text).map((phrase, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {phrase}
        </Fragment>
      ))}
    </span>
  );
}
