import type { ReactElement } from 'react';
import { Badge, LinkButton, StatusBadge, dateAndRange, repeatsWords, type Translate } from '@yoriai/ui';
import { isHoliday } from './holidays.js';
import type { ListedEvent } from './shown-event.js';

interface SeriesDatesProps {
  readonly t: Translate;
  readonly event: ListedEvent;
  /** The next dates, the event among them. */
  readonly dates: readonly ListedEvent[];
}

/** くりかえし: how it repeats, the next date, the others, and all of them for one's own calendar. */
export function SeriesDates({ t, event, dates }: SeriesDatesProps): ReactElement | null {
  if (!event.repeats || event.seriesId === null) return null;
  const next = dates.find(({ state }) => state === 'published');
  const head = (
    <>
      <h2 id="series" className="fs-18 mb2">
        {t('series.label')}
      </h2>
      <p className="mb3">{repeatsWords(t, event.repeats)}</p>
    </>
  );
  // The other dates of what not everybody sees have links of their own, and no calendar that everybody could read.
  if (event.visibility !== null) return <section aria-labelledby="series">{head}</section>;
  return (
    <section aria-labelledby="series">
      {head}
      {dates.length === 0 ? <p>{t('series.no-more')}</p> : null}
      <ul className="dates num">
        {dates.map((date) => (
          <li key={date.id}>
            {date.id === event.id ? (
              <b aria-current="page">{said(t, date)}</b>
            ) : (
              <a className="more" href={`/events/${date.slug}`}>
                {said(t, date)}
              </a>
            )}{' '}
            {date.state === 'cancelled' ? <StatusBadge t={t} status="cancelled" /> : null}
            {date.id === next?.id ? <Badge icon="calendar">{t('series.next')}</Badge> : null}
          </li>
        ))}
      </ul>
      <p className="mt3">
        <LinkButton href={`/series/${event.seriesId}.ics`} kind="outline" size="s" icon="calendar">
          {t('series.calendar')}
        </LinkButton>
      </p>
    </section>
  );
}

const said = (t: Translate, { startsAt, endsAt }: ListedEvent): string => dateAndRange(t, startsAt, endsAt, { holiday: isHoliday(startsAt) });
