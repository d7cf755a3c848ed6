import { Banner, alarmName } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { alertsQuery } from './alerts-query.js';

/** What stands now, for whoever decides; it decides nothing. Nothing at all where nobody is asked. */
export function Alerts({ limit }: { readonly limit: number | null }): ReactElement | null {
  const { data, isError } = useQuery(alertsQuery);
  const items = data?.items ?? [];
  if (!isError && items.length === 0) return null;
  const standing = items.flatMap(({ alerts }) => alerts ?? []);
  const unknown = isError || items.some(({ alerts }) => alerts === null);
  return (
    <Banner kind={standing.some(({ level }) => level >= 3) ? 'warm' : 'info'} className="mt5" title={t('app.alerts.title')}>
      {standing.length > 0 ? (
        <ul>
          {standing.map((alert) => (
            <li key={alert.title}>{alert.gravestSince === undefined ? alert.title : alarmName(t, alert)}</li>
          ))}
        </ul>
      ) : null}
      {standing.length === 0 && !unknown ? <p>{t('app.alerts.none')}</p> : null}
      {limit !== null && standing.some(({ wbgt }) => (wbgt ?? 0) >= limit) ? (
        <p>
          <b>{t('weather.alert.limit', { limit })}</b>
        </p>
      ) : null}
      {standing.some(({ kind, level }) => kind === 'heat' && level >= 4) ? <p>{t('app.alerts.heat')}</p> : null}
      {unknown ? <p>{t('app.alerts.unknown')}</p> : null}
      <p>{t('app.alerts.you')}</p>
    </Banner>
  );
}
