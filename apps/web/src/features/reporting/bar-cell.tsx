import { Meter } from '@yoriai/ui';
import type { ReactElement } from 'react';

/** A number with a bar beside it, so that the eye compares before it reads. */
export function BarCell({ value, most }: { readonly value: number; readonly most: number }): ReactElement {
  return (
    <span className="barc">
      <Meter value={value} of={most} />
      <span>{value.toLocaleString('ja-JP')}</span>
    </span>
  );
}
