import type { ReactElement, ReactNode } from 'react';

export interface NumberCardProps {
  readonly label: ReactNode;
  readonly value: number | string;
  readonly unit: string;
  /** What it is compared with, or what it leaves out. */
  readonly sub?: ReactNode;
}

/** One figure, large, with its unit. Stands in `NumberCards`. */
export function NumberCard({ label, value, unit, sub }: NumberCardProps): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="num">
        <b>{typeof value === 'number' ? value.toLocaleString('ja-JP') : value}</b>
        {unit}
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
