import { Fragment, type ReactElement } from 'react';

/** A number, also one that is read as one word with what it counts: `{2人|ふたり}`. */
const NUMBER = /(\{\d[^{}]*\}|\d[\d,]*)/;

export interface CountedProps {
  readonly text: string;
  /** Of the numbers. */
  readonly className?: string;
  /** Only the first number is large: **96** of 120 people. */
  readonly first?: boolean;
}

/** 1,240, as people write it. */
const grouped = (number: string): string => (/^\d{4,}$/.test(number) ? Number(number).toLocaleString('ja-JP') : number);

/**
 * A sentence with its numbers set large: あと**24**人, **24** places left. The sentence stays whole in its
 * language, so that every language may put the number where it belongs.
 */
export function Counted({ text, className, first = false }: CountedProps): ReactElement {
  const isLarge = (index: number): boolean => index % 2 === 1 && (!first || index === 1);
  return (
    <>
      {text.split(NUMBER).map((part, index) => (
        <Fragment key={index}>{isLarge(index) ? <b className={className}>{grouped(part)}</b> : part}</Fragment>
      ))}
    </>
  );
}
