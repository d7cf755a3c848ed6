import type { ReactElement } from 'react';
import { classes } from '../link.js';

export interface MeterProps {
  readonly value: number;
  readonly of: number;
  /** `warm` while people are wanted, `good` when all is well; blue otherwise. */
  readonly tone?: 'warm' | 'good';
  readonly className?: string;
}

/** A bar for the eye only: the numbers stand beside it in words. */
export function Meter({ value, of, tone, className }: MeterProps): ReactElement {
  const share = of <= 0 ? 0 : Math.min(100, Math.max(0, (value / of) * 100));
  return (
    <div className={classes('meter', tone === 'warm' ? 'warmm' : tone, className)} aria-hidden="true">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
        <rect width={Math.round(share * 10) / 10} height="10" />
      </svg>
    </div>
  );
}
