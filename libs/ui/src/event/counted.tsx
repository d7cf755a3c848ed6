import { Fragment, type ReactElement } from 'react';

/** A number, also one that is read as one word with what it counts: `{2人|ふたり}`. */
const NUMBER = /(\{\d[^{}]*\}|\d[\d,]*)/;

/**
 * A sentence with its numbers set large: あと**24**人, **24** places left. The sentence stays whole in its
 * language, so that every language may put the number where it belongs.
 */
export function Counted({ text, className }: { readonly text: string; readonly className?: string }): ReactElement {
  return (
    <>
      {text.split(NUMBER).map((part, index) => (
        <Fragment key={index}>{index % 2 === 1 ? <b className={className}>{part}</b> : part}</Fragment>
      ))}
    </>
  );
}
