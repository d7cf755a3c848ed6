import type { ReactElement, ReactNode } from 'react';
import { Counted } from '../event/counted.js';

export interface NumberCardProps {
  readonly label: ReactNode;
  /** The number with what it counts, whole: 1,240人, 1,240 people, 91%. Its numbers are set large. */
  readonly value: string;
  /** What it is compared with, or what it leaves out. */
  readonly sub?: ReactNode;
}

/** One figure, large. Stands in `NumberCards`. */
export function NumberCard({ label, value, sub }: NumberCardProps): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="num">
        <Counted text={value} />
        {sub === undefined ? null : (
          <>
            <br />
            <span className="sub">{sub}</span>
          </>
        )}
      </dd>
    </div>
  );
}

/** Figures side by side between two rules. */
export function NumberCards({ children }: { readonly children: ReactNode }): ReactElement {
  return <dl className="kp">{children}</dl>;
}

/** A few small counts: 申込 96／120. */
export function SmallNumbers({
  rows,
}: {
  readonly rows: ReadonlyArray<{
    readonly label: string;
    readonly value: number | string;
    readonly of?: number | string;
  }>;
}): ReactElement {
  return (
    <dl className="mini3 num">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>
            {row.value}
            {row.of === undefined ? null : <small>／{row.of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
