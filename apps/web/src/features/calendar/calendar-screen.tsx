import type { CalendarClash, CalendarEvent, WardCalendar } from '@yoriai/api-client';
import { Badge, himekuriOf, Icon, LinkButton, longDate, MonthTable } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { CalendarLine } from './calendar-line.js';
import { wardCalendarQuery } from './queries.js';
import { monthBeside, weeksOf } from './weeks.js';

/** 区のカレンダー: a month of everything that was handed in, and what is in each other's way. */
export function CalendarScreen(): ReactElement {
  return useLevel('staff') ? <Calendar /> : <Forbidden code="event.staff-only" />;
}

function Calendar(): ReactElement {
  const search = useSearch({ from: '/desk/calendar' });
  const today = jstOf(useNow()).date;
  const month = search.month ?? today.slice(0, 7);
  const found = useQuery(wardCalendarQuery(month));
  return (
    <Screen title={t('app.calendar.title')} lead={t('app.calendar.lead')} back={{ href: paths.desk(), label: t('app.desk.title') }}>
      <div className="btns mt4">
        <LinkButton href={paths.wardCalendar({ month: monthBeside(month, -1) })} kind="outline" size="s" icon="chevron-back" renderLink={appLink}>
          {t('app.calendar.before')}
        </LinkButton>
        <LinkButton href={paths.wardCalendar({ month: monthBeside(month, 1) })} kind="outline" size="s" renderLink={appLink}>
          {t('app.calendar.after')}
          <Icon name="chevron" />
        </LinkButton>
      </div>
      <Answer of={found}>{(calendar) => <Month of={calendar} today={today} />}</Answer>
    </Screen>
  );
}

const dayOf = ({ startsAt }: CalendarEvent): string => jstOf(startsAt).date;

function Month({ of, today }: { readonly of: WardCalendar; readonly today: string }): ReactElement {
  const { month, events, holidays } = of;
  const entriesOn = (day: string) => events.filter((each) => dayOf(each) === day).map((each) => ({ id: each.id, href: paths.event(each.id), title: each.title, wanted: false }));
  const weeks = weeksOf(month).map((week) => week.map((day) => ({ day, outside: !day.startsWith(month), holiday: holidays.includes(day), today: day === today, entries: day.startsWith(month) ? entriesOn(day) : [] })));
  return (
    <>
      <div className="mt4">
        <MonthTable t={t} caption={t('app.calendar.table', { month: himekuriOf(t, `${month}-01`).month })} weeks={weeks} hrefOf={(day) => `#day-${day}`} />
      </div>
      <Clashes of={of} />
      <Days events={events} />
    </>
  );
}

function Clashes({ of: { clashes, events } }: { readonly of: WardCalendar }): ReactElement {
  const known = new Map(events.map((each) => [each.id, each]));
  return (
    <section className="mt6" aria-labelledby="clashes">
      <h2 id="clashes" className="num">
        {t('app.calendar.clashes')}
      </h2>
      {clashes.length === 0 ? <p className="mt3">{t('app.calendar.clashes.none')}</p> : null}
      <ul>
        {clashes.map((each) => (
          <Clash key={`${each.kind} ${each.one} ${each.other}`} of={each} both={[known.get(each.one), known.get(each.other)].filter((event) => event !== undefined)} />
        ))}
      </ul>
    </section>
  );
}

function Clash({ of, both }: { readonly of: CalendarClash; readonly both: readonly CalendarEvent[] }): ReactElement {
  return (
    <li className="soft mt4">
      <Badge icon="calendar" tone={of.kind === 'place' ? 'note' : 'plain'}>
        {t(`app.calendar.clash.${of.kind}`)}
      </Badge>
      {both.map((each) => (
        <p key={each.id} className="mt3">
          <CalendarLine of={each} />
        </p>
      ))}
    </li>
  );
}

/** The days of the month with their events, each to be reached from the table. */
function Days({ events }: { readonly events: readonly CalendarEvent[] }): ReactElement {
  const days = [...new Set(events.map(dayOf))];
  return (
    <section className="mt6" aria-labelledby="days">
      <h2 id="days">{t('app.calendar.all')}</h2>
      {days.length === 0 ? <p className="mt3">{t('app.calendar.none')}</p> : null}
      {days.map((day) => (
        <div key={day} className="mt4">
          <h3 id={`day-${day}`} className="fs-18 num">
            {longDate(t, `${day}T12:00:00+09:00`)}
          </h3>
          {events
            .filter((each) => dayOf(each) === day)
            .map((each) => (
              <p key={each.id} className="mt2">
                <CalendarLine of={each} />
              </p>
            ))}
        </div>
      ))}
    </section>
  );
}
