import { Banner, LinkButton } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { t } from '../../i18n.js';
import { reportsQuery } from './report-queries.js';
import { deskAddress } from './search.js';

/** On home, for ward staff: reports that nobody sent in, about which the ward rings up. */
export function LateReportsNote(): ReactElement | null {
  const count = useQuery(reportsQuery({ part: 'late', page: 1 })).data?.counts.late ?? 0;
  if (count === 0) return null;
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
