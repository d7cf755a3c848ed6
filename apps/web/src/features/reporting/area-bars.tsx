import type { AreaFiguresResponse } from '@yoriai/api-client';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { areaOf } from '../../ui/area-of.js';
import { attendance } from './finding.js';
import { LOW_SHARE, meanOf } from './plots.rules.js';

/** Who came to each area's events, the most first; below 60 % of the mean hatched. The ward's own events are of no area. */
export function AreaBars({ areas }: { readonly areas: readonly AreaFiguresResponse[] }): ReactElement | null {
  const rows = areas.filter(({ areaName }) => areaName !== null).sort((one, other) => attendance(other) - attendance(one));
  if (rows.length < 2) return null;
  const most = Math.max(1, ...rows.map(attendance));
  const mean = meanOf(rows.map(attendance));
  return (
    <>
      <p className="sub">
        <span className="kk">
          <span className="k3" />
          {t('app.stats.area.low')}
        </span>
        <span className="kk">{t('app.stats.area.mean', { people: mean.toLocaleString('ja-JP') })}</span>
      </p>
      <dl className="hbars num">
        {rows.map((row) => {
          const people = attendance(row);
          return (
            <div key={row.areaId}>
              <dt>{areaOf(row)}</dt>
              <dd>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <Bar share={people / most} low={people < mean * LOW_SHARE} />
                  <path className="mean" d={`M${(mean / most) * 100} 0V10`} />
                </svg>
                <b>{people.toLocaleString('ja-JP')}</b>
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function Bar({ share, low }: { readonly share: number; readonly low: boolean }): ReactElement {
  const width = share * 100;
  if (!low) return <rect className="now" x="0" y="0" width={width} height="10" />;
  return (
    <>
      <rect className="low" x="0" y="0" width={width} height="10" />
      {Array.from({ length: Math.floor(width / 2) }, (_, index) => (
        <path key={index} className="hatch" d={`M${index * 2 + 1} 0V10`} />
      ))}
    </>
  );
}
