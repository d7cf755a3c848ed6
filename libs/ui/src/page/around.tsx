import type { ReactElement, ReactNode } from 'react';

/** Given as a value of a text: the place where `Around` puts its children. */
export const HERE = '\u2063';

/** A sentence of its language with one part of it set apart: 決めるのは**11月28日(土) 17時**です。 */
export function Around({ text, children }: { readonly text: string; readonly children: ReactNode }): ReactElement {
  const [before, after = ''] = text.split(HERE);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
