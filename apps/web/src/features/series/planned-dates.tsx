import type { EventDetail, PlannedDate } from '@yoriai/api-client';
import { shortDate } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { plannedDatesQuery } from './queries.js';

/** So many dates stand open; the others behind a line. */
const OPEN = 6;

/** これからの日程: on which days the event is going to be repeated, and which are left out and why. Nothing for what is held once. */
export function PlannedDates({ of }: { readonly of: Pick<EventDetail, 'id' | 'version'> }): ReactElement | null {
  const { data } = useQuery(plannedDatesQuery(of));
  if (!data || data.items.length === 0) return null;
  const { items } = data;
  const held = items.filter(({ off }) => off === null).length;
  const taken = items.filter(({ off }) => off === 'place-taken').length;
  const rest = items.slice(OPEN);
  return (
    <section className="mt4" aria-labelledby="planned-dates">
      <h2 id="planned-dates" className="mb2">
        {t('series.planned.title')}
      </h2>
      <p>{t('series.planned.count', { count: held })}</p>
      {taken > 0 ? <p className="strong">{t('series.planned.taken', { count: taken })}</p> : null}
      <Dates items={items.slice(0, OPEN)} />
      {rest.length === 0 ? null : (
        <details className="dt">
          <summary>{t('series.planned.rest', { count: rest.length })}</summary>
          <Dates items={rest} />
        </details>
      )}
    </section>
  );
}

function Dates({ items }: { readonly items: readonly PlannedDate[] }): ReactElement {
  return (
    <ul>
      {items.map(({ date, off }) => (
        <li key={date} className="num">
          {off === null ? shortDate(t, date) : t('series.planned.off', { day: shortDate(t, date), why: t(`series.off.${off}`) })}
        </li>
      ))}
    </ul>
  );
}
