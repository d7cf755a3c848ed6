import type { ReactElement } from 'react';
import type { OwnYear } from '@yoriai/attendance';
import { BackLink, LinkButton, MoreLink, type Translate } from '@yoriai/ui';
import { When } from '../page/when.js';
import { hoursOf, yearOf } from './hours.js';

/** これまでの活動: duties by fiscal year with their hours, and the way to a certificate of each. */
export function HistoryView({ t, years }: { readonly t: Translate; readonly years: readonly OwnYear[] }): ReactElement {
  return (
    <>
      <BackLink t={t} href="/me">
        {t('site.me.title')}
      </BackLink>
      <h1>{t('site.history.title')}</h1>
      <p className="mt3">{t('site.history.lead')}</p>
      {years.length === 0 ? (
        <>
          <p className="mt5">{t('site.history.none')}</p>
          <MoreLink href="/volunteer">{t('site.home.help.all')}</MoreLink>
        </>
      ) : null}
      {years.map((year) => (
        <Year key={year.year} t={t} year={year} />
      ))}
    </>
  );
}

function Year({ t, year: { year, minutes, duties } }: { readonly t: Translate; readonly year: OwnYear }): ReactElement {
  const name = yearOf(t, year);
  return (
    <section className="sec2" aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`}>{name}</h2>
      <p className="num">
        <b>{t('site.history.sum', { count: duties.filter(({ counts }) => counts).length, hours: hoursOf(t, minutes) })}</b>
      </p>
      <ul className="task">
        {duties.map(({ id, eventTitle, duty, startsAt, endsAt, counts }) => (
          <li key={id} className="tk">
            <a href={`/me/duties/${id}`}>
              {eventTitle} {duty}
            </a>
            <p className="sub num">
              <When t={t} startsAt={startsAt} endsAt={endsAt} long />
            </p>
            {counts ? null : <p className="sub">{t('site.history.uncounted')}</p>}
          </li>
        ))}
      </ul>
      {minutes === 0 ? null : (
        <div className="mt4">
          <LinkButton href={`/me/history/${year}/certificate`} kind="outline" icon="print" wide>
            {t('site.history.certificate', { year: name })}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
