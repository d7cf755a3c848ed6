import type { DecisionYear } from '@yoriai/api-client';
import { yearName } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { t } from '../../i18n.js';
import { turnaroundQuery } from './queries.js';
import { deskAddress } from './search.js';

/** ふつう3営業日で決まりました: this fiscal year, the one before where it says something, and what waits too long. Keeps its place while it loads. */
export function TurnaroundFigures(): ReactElement {
  const { data } = useQuery(turnaroundQuery);
  const [present, before] = data?.years ?? [];
  return (
    <div className="sub num mt4">
      <p>{present ? wordsOf(present) : '\u00a0'}</p>
      {before && before.usual !== null ? <p>{wordsOf(before)}</p> : null}
      <p>
        {data ? t(data.late > 0 ? 'app.desk.overdue' : 'app.desk.overdue.none', { promise: t('app.case.business-days', { count: data.promise }), count: data.late }) : '\u00a0'}
        {data && data.late > 0 ? (
          <>
            {' '}
            <AppLink href={deskAddress({ due: 'late' })}>{t('app.desk.overdue.see')}</AppLink>
          </>
        ) : null}
      </p>
    </div>
  );
}

/** How long decisions took in a fiscal year, which is called as on the ward's papers. */
export function wordsOf({ fiscalYear: year, decided: of, usual, mostly }: DecisionYear): string {
  const era = yearName(t, `${year}-06-01`);
  return usual === null || mostly === null ? t('app.desk.took.few', { year, era, of }) : t('app.desk.took', { year, era, of, usual: days(usual), mostly: days(mostly) });
}

const days = (count: number): string => (count === 0 ? t('app.desk.took.same-day') : t('app.case.business-days', { count }));
