import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../picture/icon.js';
import type { IconName } from '../picture/icon-drawings.js';
import { Motif } from '../picture/motif.js';

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** Picture over the words. */
  readonly field?: string;
  /** Heading level. */
  readonly level?: 1 | 2;
  /** One sentence on what belongs here, then one button. */
  readonly children?: ReactNode;
}

/** An empty list: what belongs here and the one thing to do. */
export function EmptyState({ title, field = 'fukushi', level = 2, children }: EmptyStateProps): ReactElement {
  const Title = `h${level}` as const;
  return (
    <div className="emp">
      <Motif field={field} size="l" />
      <Title>{title}</Title>
      {children}
    </div>
  );
}

export interface ErrorStateProps {
  readonly title: ReactNode;
  readonly icon?: IconName;
  /** What happened, who can help, one way on. */
  readonly children?: ReactNode;
}

/** A whole page that cannot be shown: not found, no access, our fault. */
export function ErrorState({ title, icon = 'warning', children }: ErrorStateProps): ReactElement {
  return (
    <div className="emp">
      <span className="erp">
        <Icon name={icon} />
      </span>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
