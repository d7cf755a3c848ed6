import { LinkButton } from '@yoriai/ui';
import type { ReactElement } from 'react';

interface JumpProps {
  /** The id of what it leads to, further down on this page. */
  readonly to: string;
  readonly children: string;
}

/** On a phone: leads to what is to be done on a long page. Where the page is wide both stand side by side. The address stays as it is. */
export function Jump({ to, children }: JumpProps): ReactElement {
  return (
    <p className="ph mt4">
      <LinkButton
        href={`#${to}`}
        kind="outline"
        size="m"
        renderLink={({ href, className, children: inside }) => (
          <a
            href={href}
            className={className}
            onClick={(event) => {
              const target = document.getElementById(to);
              if (!target) return;
              event.preventDefault();
              target.tabIndex = -1;
              target.scrollIntoView({ block: 'start' });
              target.focus({ preventScroll: true });
            }}
          >
            {inside}
          </a>
        )}
      >
        {children}
      </LinkButton>
    </p>
  );
}
