import type { WardCalendar } from '@yoriai/api-client';
import { Badge, Button, himekuriOf, Icon, LinkButton, MonthTable, monthOfYear, NativeSelect, Segments, shortDate } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { clashDays, daysWithEvents, inAClash, isOfSeveralDays, isUndecided, whenOn, type OnADay } from './calendar-days.js';
import { CalendarLine } from './calendar-line.js';
import { wardCalendarQuery } from './queries.js';
import { LANES } from './search.js';
import { WeekView } from './week-view.js';
import { monthBeside, weeksOf } from './weeks.js';

/** Months that can be jumped to, before this one and after it. */
const [BACK, AHEAD] = [12, 18];

/** 区の予定表: a month of everything that was handed in, and what is in each other's way. */
export function CalendarScreen(): ReactElement {
  return useLevel('staff') ? <Calendar /> : <Forbidden code="event.staff-only" />;
}

function Calendar(): ReactElement {
  const search = useSearch({ from: '/desk/calendar' });
  const today = jstOf(useNow()).date;
  const month = search.month ?? (search.week ?? today).slice(0, 7);
  // From a month that is not this one its first week; from a week the month of its first day.
  const week = search.week ?? (month === today.slice(0, 7) ? today : `${month}-01`);
  const { lanes } = search;
  const views = [
    { href: paths.wardCalendar({ month: week.slice(0, 7) }), label: t('app.calendar.view.month'), on: lanes === undefined },
    ...LANES.map((each) => ({ href: paths.wardCalendar({ week, lanes: each }), label: t(`app.calendar.view.${each}`), on: lanes === each })),
  ];
  return (
    <Screen title={t('app.calendar.title')} lead={t('app.calendar.lead')}>
      <div className="mt4">
        <Segments label={t('app.calendar.views')} chips={views} renderLink={appLink} />
      </div>
      {lanes === undefined ? <MonthView month={month} today={today} /> : <WeekView day={week} lanes={lanes} today={today} />}
    </Screen>
  );
}

function MonthView({ month, today }: { readonly month: string; readonly today: string }): ReactElement {
  const found = useQuery(wardCalendarQuery(month));
  return (
    <>
      <div className="btns mt4">
        <LinkButton href={paths.wardCalendar({ month: monthBeside(month, -1) })} kind="outline" size="s" icon="chevron-back" renderLink={appLink}>
          {t('app.calendar.before')}
        </LinkButton>
        <LinkButton href={paths.wardCalendar({ month: monthBeside(month, 1) })} kind="outline" size="s" renderLink={appLink}>
          {t('app.calendar.after')}
          <Icon name="chevron" />
        </LinkButton>
      </div>
      <Jump key={month} month={month} thisMonth={today.slice(0, 7)} />
      <Answer of={found}>{(calendar) => <Month of={calendar} today={today} />}</Answer>
    </>
  );
}

const nameOf = (month: string): string => monthOfYear(t, `${month}-01`);

/** To another month, by choosing it and pressing the button. */
function Jump({ month, thisMonth }: { readonly month: string; readonly thisMonth: string }): ReactElement {
  const [wanted, want] = useState(month);
  const go = useNavigate();
  const months = Array.from({ length: BACK + AHEAD + 1 }, (_, index) => monthBeside(thisMonth, index - BACK));
  const choices = months.includes(month) ? months : [month, ...months];
  return (
    <form
      className="row end mt3"
      onSubmit={(event) => {
        event.preventDefault();
        void go({ to: '/desk/calendar', search: { month: wanted } });
      }}
    >
      <NativeSelect t={t} name="month" need="silent" label={t('app.calendar.month')} choices={choices.map((value) => ({ value, label: nameOf(value) }))} value={wanted} onChange={(box) => want(box.target.value)} />
      <Button kind="outline">{t('app.calendar.show')}</Button>
    </form>
  );
}

function Month({ of, today }: { readonly of: WardCalendar; readonly today: string }): ReactElement {
  const { month, holidays } = of;
  const clashing = inAClash(of);
  const days = daysWithEvents(of);
  const fromToday = [...days.keys()].find((day) => day >= today);
  const entriesOn = (day: string) =>
    (days.get(day) ?? []).map((each) => {
      const { id } = each.event;
      return { id, href: paths.event(id), title: <EntryWords of={each} day={day} />, wanted: false, ...marked([...(clashing.has(id) ? [t('app.calendar.clash')] : []), ...(isUndecided(each.event) ? [t('ui.status.submitted')] : [])]) };
    });
  const weeks = weeksOf(month).map((week) => week.map((day) => ({ day, outside: !day.startsWith(month), holiday: holidays.includes(day), today: day === today, entries: day.startsWith(month) ? entriesOn(day) : [] })));
  return (
    <>
      <Clashes of={of} />
      <div className="mt5 pc">
        <MonthTable t={t} caption={t('app.calendar.table', { month: himekuriOf(t, `${month}-01`).month })} weeks={weeks} shown={Infinity} hrefOf={() => '#month'} />
      </div>
      <div className="ph mt5">
        {days.size === 0 ? <p>{t('app.calendar.none')}</p> : null}
        {fromToday === undefined || !month.startsWith(today.slice(0, 7)) ? null : (
          <p>
            <a className="more" href={`#day-${fromToday}`}>
              {t('app.calendar.today', { day: shortDate(t, `${fromToday}T12:00:00+09:00`) })}
            </a>
          </p>
        )}
        {[...days].map(([day, held]) => (
          <section key={day} className="mt4" aria-labelledby={`day-${day}`}>
            <Day day={day} id={`day-${day}`} />
            {held.map(({ event }) => (
              <p key={event.id} className="mt2">
                {clashing.has(event.id) ? (
                  <>
                    <Badge icon="calendar" tone="note">
                      {t('app.calendar.clash')}
                    </Badge>{' '}
                  </>
                ) : null}
                <CalendarLine of={event} dated={isOfSeveralDays(event)} />
              </p>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

const marked = (marks: readonly string[]): { mark?: string } => (marks.length === 0 ? {} : { mark: marks.join(' ') });

function EntryWords({ of, day }: { readonly of: OnADay; readonly day: string }): ReactElement {
  return (
    <>
      {whenOn(t, of, day)} <span className="whole">{of.event.title}</span>
    </>
  );
}

function Day({ day, id }: { readonly day: string; readonly id: string }): ReactElement {
  return (
    <h3 id={id} className="fs-18 num">
      {shortDate(t, `${day}T12:00:00+09:00`)}
    </h3>
  );
}

/** What is in each other's way, under the day that it is on. */
function Clashes({ of }: { readonly of: WardCalendar }): ReactElement {
  const days = clashDays(of);
  return (
    <section className="mt5" aria-labelledby="clashes">
      <h2 id="clashes" className="num">
        {t('app.calendar.clashes', { count: of.clashes.length })}
      </h2>
      {days.length === 0 ? <p className="mt3">{t('app.calendar.clashes.none')}</p> : null}
      {days.map(({ day, clashes }) => (
        <div key={day} className="soft mt4">
          <Day day={day} id={`clash-${day}`} />
          {clashes.map(({ kind, both }) => (
            <div key={`${kind} ${both.map(({ id }) => id).join(' ')}`} className="mt3">
              <Badge icon="calendar" tone={kind === 'place' ? 'note' : 'plain'}>
                {t(`app.calendar.clash.${kind}`)}
              </Badge>
              {both.map((each) => (
                <p key={each.id} className="mt2">
                  <CalendarLine of={each} dated={isOfSeveralDays(each)} />
                </p>
              ))}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
