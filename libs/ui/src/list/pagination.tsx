import type { ReactElement } from 'react';
import { plainLink, type RenderLink } from '../link.js';
import { Icon } from '../picture/icon.js';
import type { Translate } from '../texts/translate.js';

export interface PaginationProps {
  readonly t: Translate;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  readonly renderLink?: RenderLink;
}

/** Page before, page after, and where we are in words. One page draws nothing. */
export function Pagination({ t, page, pages, hrefOf, renderLink = plainLink }: PaginationProps): ReactElement | null {
  if (pages <= 1) return null;
  return (
    <nav className="pgn" aria-label={t('ui.pagination.label')}>
      {page > 1
        ? renderLink({
            href: hrefOf(page - 1),
            className: 'btn o m',
            children: (
              <>
                <Icon name="chevron-back" small />
                {t('ui.pagination.previous')}
              </>
            ),
          })
        : null}
      <p className="num">{t('ui.pagination.position', { page, pages })}</p>
      {page < pages
        ? renderLink({
            href: hrefOf(page + 1),
            className: 'btn o m',
            children: (
              <>
                {t('ui.pagination.next')}
                <Icon name="chevron" small />
              </>
            ),
          })
        : null}
    </nav>
  );
}
