import { Banner, LinkButton } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { t } from '../../i18n.js';
import { deskAddress } from './search.js';

/** On home, for ward staff: reports that nobody sent in, about which the ward rings up. */
export function LateReportsNote({ count }: { readonly count: number }): ReactElement {
  return (
    <Banner kind="note" className="mb4" title={t('app.reports.late.home', { count })}>
      <div className="btns mt3">
        <LinkButton href={deskAddress({ status: 'late' })} size="m" kind="outline" renderLink={appLink}>
          {t('app.reports.late.home.open')}
        </LinkButton>
      </div>
    </Banner>
  );
}
