import type { ReactElement, ReactNode } from 'react';

export interface HeadingProps {
  readonly level: 1 | 2 | 3;
  readonly id?: string;
  readonly className?: string;
  /** h1 of an App page gets focus after a route change: give it -1. */
  readonly tabIndex?: -1;
  readonly children: ReactNode;
}

/** A heading of the page's outline: one h1, then h2, then h3, never skipping. */
export function Heading({ level, children, ...rest }: HeadingProps): ReactElement {
  const Tag = `h${level}` as const;
  return <Tag {...rest}>{children}</Tag>;
}
