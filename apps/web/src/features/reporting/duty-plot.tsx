import type { DutyFillResponse, ParticipationResponse } from '@yoriai/api-client';
import { DataTable, Icon, withoutReadings } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { percent } from './finding.js';

/** Weeks before a duty begins, as the server counts them. */
const WEEKS = [5, 4, 3, 2, 1, 0];
/** So many lines can be told apart. */
const DRAWN = 3;
const [LEFT, RIGHT, TOP, BOTTOM] = [84, 560, 24, 216];

const shareAt = ({ taken, places }: DutyFillResponse, index: number): number => Math.min(1, (taken[index] ?? 0) / places);

/** The most frequent ones; the one that the heading names is among them. */
function drawnOf(all: readonly DutyFillResponse[], named: DutyFillResponse): readonly DutyFillResponse[] {
  const first = all.slice(0, DRAWN);
  return first.includes(named) ? first : [...first.slice(0, DRAWN - 1), named];
}

const weekWord = (weeks: number): string => (weeks === 0 ? t('app.stats.duty.day') : t('app.stats.duty.weeks', { weeks }));

/** 当番のうまり方: how full duties of one name were, so many weeks before. Not drawn where none was held several times. */
export function DutySection({ found }: { readonly found: ParticipationResponse }): ReactElement | null {
  const [slowest] = [...found.dutyFill].sort((one, other) => shareAt(one, 5) - shareAt(other, 5));
  if (slowest === undefined) return null;
  const drawn = drawnOf(found.dutyFill, slowest);
  const full = shareAt(slowest, 5) >= 1;
  const title = full ? t('app.stats.duty.full') : t('app.stats.duty.title', { duty: slowest.duty, share: percent(shareAt(slowest, 5)) });
  return (
    <section aria-labelledby="by-duty">
      <h2 id="by-duty">{title}</h2>
      <p className="sub">{t('app.stats.duty.sub')}</p>
      <ul className="keys sub">
        {drawn.map(({ duty }, index) => (
          <li key={duty}>
            <svg className={`lk line-${index}`} viewBox="0 0 40 12" aria-hidden="true">
              <path d="M1 6H39" />
            </svg>
            {duty}
          </li>
        ))}
      </ul>
      <Lines drawn={drawn} label={title} />
      <details className="dt">
        <summary>
          <Icon name="list" small />
          {t('app.stats.table', { of: t('app.stats.duty.caption') })}
        </summary>
        <DataTable
          caption={t('app.stats.duty.caption')}
          captionHidden
          columns={[
            { key: 'duty', head: t('app.stats.duty.head'), cell: (row) => row.duty },
            { key: 'places', head: t('app.stats.duty.places'), cell: (row) => row.places.toLocaleString('ja-JP'), number: true },
            ...WEEKS.map((weeks, index) => ({ key: `w${weeks}`, head: weekWord(weeks), cell: (row: DutyFillResponse) => percent(shareAt(row, index)), number: true })),
          ]}
          rows={found.dutyFill}
          rowKey={(row) => row.duty}
        />
      </details>
    </section>
  );
}

function Lines({ drawn, label }: { readonly drawn: readonly DutyFillResponse[]; readonly label: string }): ReactElement {
  return (
    <svg className="plot" viewBox="0 0 600 270" role="img" aria-label={withoutReadings(label)}>
      {[0, 25, 50, 75, 100].map((mark) => (
        <g key={mark}>
          <path className={mark === 0 ? 'base' : 'mark'} d={`M${LEFT} ${yOf(mark / 100)}H${RIGHT}`} />
          <text x={LEFT - 8} y={yOf(mark / 100) + 6} textAnchor="end">{`${mark}%`}</text>
        </g>
      ))}
      {WEEKS.map((weeks, index) => (
        <g key={weeks}>
          <text x={xOf(index)} y={250} textAnchor="middle" className="wide-only">
            {withoutReadings(weekWord(weeks))}
          </text>
          <text x={xOf(index)} y={250} textAnchor="middle" className="small-only">
            {weeks === 0 ? withoutReadings(weekWord(0)) : weeks}
          </text>
        </g>
      ))}
      {drawn.map((line, at) => (
        <path key={line.duty} className={`line-${at}`} d={WEEKS.map((_, index) => `${index === 0 ? 'M' : 'L'}${xOf(index)} ${yOf(shareAt(line, index))}`).join('')} />
      ))}
    </svg>
  );
}

const xOf = (index: number): number => LEFT + 12 + ((RIGHT - LEFT - 24) * index) / 5;
const yOf = (share: number): number => BOTTOM - (BOTTOM - TOP) * share;
