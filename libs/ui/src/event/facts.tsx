import type { ReactElement, ReactNode } from 'react';

export interface FactsProps {
  /** In the order of the ward's newsletter: 日時 場所 対象 定員 費用 持ち物 申込 問合せ. Empty ones are left out. */
  readonly rows: ReadonlyArray<{ readonly term: string; readonly detail: ReactNode }>;
}

/** Facts as everyone knows them from the newsletter. */
export function Facts({ rows }: FactsProps): ReactElement {
  return (
    <dl className="kaze">
      {rows
        .filter((row) => row.detail !== null && row.detail !== undefined && row.detail !== '' && row.detail !== false)
        .map((row) => (
          <FactRow key={row.term} {...row} />
        ))}
    </dl>
  );
}

function FactRow({ term, detail }: { readonly term: string; readonly detail: ReactNode }): ReactElement {
  return (
    <>
      <dt>{term}</dt>
      <dd>{detail}</dd>
    </>
  );
}
