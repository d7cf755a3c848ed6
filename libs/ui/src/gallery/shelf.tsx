import type { ReactElement, ReactNode } from 'react';

/** One shelf of the gallery. */
export function Shelf({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="sec2 stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
