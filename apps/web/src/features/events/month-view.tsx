import type { EventLine } from '@yoriai/api-client';
import { himekuriOf, Icon, isStatus, LinkButton, MonthTable, monthOfYear, shortDate, StatusBadge, timeRange, dateAndRange } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { AppLink, appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { monthBeside, weeksOf } from '../calendar/weeks.js';
import { eventTitle } from './event-title.js';
import { linesByDay, whenOnDay, type LineOnADay } from './month-days.js';
import { eventsQuery } from './queries.js';
import type { EventSearch } from './search.js';

export interface MonthViewProps {
  /** What the list is narrowed by; the month is narrowed by the same. */
  readonly scope: NonNullable<EventSearch['scope']> | 'helped';
  readonly search: EventSearch;
  readonly hrefFor: (change: EventSearch) => string;
}

/** My events as a month: a table, on a phone a list by day; what has no day yet stands in the list alone. */
export function MonthView({ scope, search, hrefFor }: MonthViewProps): ReactElement {
  const today = jstOf(useNow()).date;
  const month = search.month ?? today.slice(0, 7);
  const found = useQuery(eventsQuery({ scope, month, ...(search.state ? { state: search.state } : {}), ...(search.q ? { q: search.q } : {}) }));
  const beside = (count: number): { href: string; name: string } => {
    const other = monthBeside(month, count);
    return { href: hrefFor({ view: 'month', month: other }), name: himekuriOf(t, `${other}-01`).month };
  };
  const [before, after] = [beside(-1), beside(1)];
  return (
    <section className="mt5" aria-labelledby="month">
      <h2 id="month" className="num">
        {monthOfYear(t, `${month}-01`)}
      </h2>
      <div className="btns mt3">
        <LinkButton href={before.href} kind="outline" size="s" icon="chevron-back" renderLink={appLink}>
          {before.name}
        </LinkButton>
        <LinkButton href={after.href} kind="outline" size="s" renderLink={appLink}>
          {after.name}
          <Icon name="chevron" />
        </LinkButton>
      </div>
      <Answer of={found}>{({ items, total, holidays = [] }) => <Month month={month} today={today} items={items} total={total} holidays={holidays} />}</Answer>
      <p className="mt4">
        <AppLink href={hrefFor({ view: undefined, month: undefined })} className="more">
          {t('app.events.month.undated')}
        </AppLink>
      </p>
    </section>
  );
}

interface MonthProps {
  readonly month: string;
  readonly today: string;
  readonly items: readonly EventLine[];
  readonly total: number;
  readonly holidays: readonly string[];
}

function Month({ month, today, items, total, holidays }: MonthProps): ReactElement {
  const days = linesByDay(month, items);
  const fromToday = [...days.keys()].find((day) => day >= today);
  const weeks = weeksOf(month).map((week) =>
    week.map((day) => ({ day, outside: !day.startsWith(month), holiday: holidays.includes(day), today: day === today, entries: (days.get(day) ?? []).map((each) => entryOf(each, day)) })),
  );
  return (
    <>
      <p className="mt3 num" role="status">
        {days.size === 0 ? t('app.calendar.none') : t('app.unit.items', { count: total })}
      </p>
      {total > items.length ? <p className="mt2 num">{t('app.events.month.more', { count: items.length })}</p> : null}
      <div className="mt4 pc">
        <MonthTable t={t} caption={t('app.calendar.table', { month: himekuriOf(t, `${month}-01`).month })} weeks={weeks} shown={Infinity} hrefOf={() => '#month'} />
        <p className="sub mt3">{t('app.events.month.key')}</p>
      </div>
      <div className="ph">
        {fromToday === undefined || !month.startsWith(today.slice(0, 7)) ? null : (
          <p className="mt3">
            <a className="more" href={`#day-${fromToday}`}>
              {t('app.calendar.today', { day: shortDate(t, `${fromToday}T12:00:00+09:00`) })}
            </a>
          </p>
        )}
        {[...days].map(([day, on]) => (
          <section key={day} className="mt5" aria-labelledby={`day-${day}`}>
            <h3 id={`day-${day}`} className="fs-18 num">
              {shortDate(t, `${day}T12:00:00+09:00`)}
              {day === today ? `　${t('ui.month.today')}` : ''}
            </h3>
            {on.map((each) => (
              <Line key={each.event.id} of={each} />
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

/** What is public says nothing besides; every other state is written beside the title. */
function entryOf(of: LineOnADay, day: string) {
  const { event } = of;
  return {
    id: event.id,
    href: paths.event(event.id),
    title: (
      <>
        {whenOnDay(t, of, day)} <span className="whole">{eventTitle(event)}</span>
      </>
    ),
    wanted: false,
    ...(event.state === 'published' || !isStatus(event.state) ? {} : { mark: t(`ui.status.${event.state}`) }),
  };
}

function Line({ of: { event, held } }: { readonly of: LineOnADay }): ReactElement {
  const when = held.first === held.last ? timeRange : dateAndRange;
  return (
    <p className="mt3">
      {isStatus(event.state) ? (
        <>
          <StatusBadge t={t} status={event.state} />{' '}
        </>
      ) : null}
      <span className="num">{when(t, event.startsAt, event.endsAt)}</span>
      <br />
      <AppLink href={paths.event(event.id)} className="more">
        {eventTitle(event)}
      </AppLink>
      <br />
      <span className="sub">{[event.placeName, event.organisation.name].filter(Boolean).join('　')}</span>
    </p>
  );
}
