import type { ReactElement, ReactNode } from 'react';
import { Heading } from './heading.js';

export interface PaperBoxProps {
  readonly title?: ReactNode;
  /** Heading level of the title. */
  readonly level?: 2 | 3;
  readonly id?: string;
  readonly children: ReactNode;
}

/** The yellow paper: telephone, use of personal data. With a title it is a section of its own. */
export function PaperBox({ title, level = 2, id, children }: PaperBoxProps): ReactElement {
  if (title === undefined) return <div className="paper">{children}</div>;
  return (
    <section className="paper" aria-labelledby={id}>
      <Heading level={level} className="fs-20 mb2" {...(id === undefined ? {} : { id })}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
