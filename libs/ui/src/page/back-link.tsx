import type { ReactElement, ReactNode } from 'react';
import { plainLink, type RenderLink } from '../link.js';
import { Icon } from '../picture/icon.js';
import type { Translate } from '../texts/translate.js';

export interface BackLinkProps {
  readonly t: Translate;
  readonly href: string;
  /** Where it leads; 「もどる」 without. */
  readonly children?: ReactNode;
  readonly renderLink?: RenderLink;
}

/** The way back, above the heading. */
export function BackLink({ t, href, children, renderLink = plainLink }: BackLinkProps): ReactElement {
  return (
    <>
      {renderLink({
        href,
        className: 'back',
        children: (
          <>
            <Icon name="chevron-back" small />
            <span>{children ?? t('ui.back')}</span>
          </>
        ),
      })}
    </>
  );
}

export interface BreadcrumbProps {
  readonly t: Translate;
  /** From the home page to the page above this one. */
  readonly items: ReadonlyArray<{ readonly href: string; readonly label: string }>;
  readonly renderLink?: RenderLink;
}

/** Where this page stands. */
export function Breadcrumb({ t, items, renderLink = plainLink }: BreadcrumbProps): ReactElement {
  return (
    <nav aria-label={t('ui.breadcrumb')}>
      <ol className="crumb">
        {items.map((item) => (
          <li key={item.href}>{renderLink({ href: item.href, children: item.label })}</li>
        ))}
      </ol>
    </nav>
  );
}
