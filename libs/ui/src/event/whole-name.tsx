import { Fragment, type ReactElement } from 'react';

/** A name that breaks between family and given name alone, never within one of them. */
export function WholeName({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(/[ 　]+/u).map((part, index) => (
        <Fragment key={`${index} ${part}`}>
          {index === 0 ? null : ' '}
          <span className="nb">{part}</span>
        </Fragment>
      ))}
    </>
  );
}
