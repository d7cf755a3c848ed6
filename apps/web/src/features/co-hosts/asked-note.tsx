import { Banner } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { coHostingsQuery } from './queries.js';

/** That somebody waits for an answer of ours; nothing while nobody does. */
export function AskedNote(): ReactElement | null {
  const { data } = useQuery(coHostingsQuery);
  const count = data?.items.filter(({ state }) => state === 'invited').length ?? 0;
  if (count === 0) return null;
  return (
    <Banner kind="wait" className="mt5" title={t('app.co-host.asked.count', { count })}>
      <p>
        <AppLink href={paths.coHosting} className="more">
          {t('app.co-host.asked')}
        </AppLink>
      </p>
    </Banner>
  );
}
