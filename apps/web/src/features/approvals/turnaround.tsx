import type { DecisionYear } from '@yoriai/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { t } from '../../i18n.js';
import { turnaroundQuery } from './queries.js';
import { deskAddress } from './search.js';

/** 決まるまで ふつう3営業日: this fiscal year, the one before where it says something, and what waits too long. Keeps its place while it loads. */
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

function wordsOf({ fiscalYear: year, decided: of, usual, mostly }: DecisionYear): string {
  return usual === null || mostly === null ? t('app.desk.took.few', { year, of }) : t('app.desk.took', { year, of, usual: days(usual), mostly: days(mostly) });
}

const days = (count: number): string => (count === 0 ? t('app.desk.took.same-day') : t('app.case.business-days', { count }));
