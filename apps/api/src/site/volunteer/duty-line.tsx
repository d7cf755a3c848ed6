import type { ReactElement } from 'react';
import type { DutyDate, DutyLine } from '@yoriai/rosters';
import { Counted, DutyRow, Icon, duration, monthName, shortDate, timeRange, weekdayName, type Translate } from '@yoriai/ui';
import { isHoliday } from '../events/holidays.js';
import { inDuties, type DutyQuery } from './duty-query.js';

interface DutyLineRowProps {
  readonly t: Translate;
  readonly line: DutyLine;
  /** The list that it stands in: the way back leads there. */
  readonly query: DutyQuery;
}

/** One row of 入れる当番: a duty, or one that comes again, whose days open under it. */
export function DutyLineRow({ t, line, query }: DutyLineRowProps): ReactElement {
  const [next] = line.dates;
  const hours = <span className="nb">{timeRange(t, next.startsAt, next.endsAt)}</span>;
  const duty = {
    id: next.shiftId,
    duty: line.duty,
    event: line.eventTitle,
    note: (
      <>
        {line.place || line.eventPlace}　<span className="nb">{duration(t, next.startsAt, next.endsAt)}</span>
        {line.note === '' ? null : `　${line.note}`}
        {line.visibility === null ? null : (
          <>
            <br />
            {t(`events.visibility.${line.visibility}`)}
          </>
        )}
      </>
    ),
    capacity: next.capacity,
  };
  const field = line.field ?? 'fukushi';
  if (line.days === 1) return <DutyRow t={t} field={field} date={dayOf(t, next)} duty={{ ...duty, when: hours, free: next.free, href: pathOf(next, query) }} />;
  const when = (
    <>
      {daysOfWeek(t, line.weekdays)} {hours}
    </>
  );
  return <DutyRow t={t} field={field} date={t('site.volunteer.from', { date: dayOf(t, next) })} duty={{ ...duty, when, free: line.least === line.most ? line.least : null, action: <Days t={t} line={line} query={query} /> }} />;
}

function Days({ t, line, query }: DutyLineRowProps): ReactElement {
  const more = line.days - line.dates.length;
  const months = new Map<string, DutyDate[]>();
  for (const date of line.dates) {
    const month = monthName(t, date.startsAt);
    months.set(month, [...(months.get(month) ?? []), date]);
  }
  return (
    <details className="fd">
      <summary>
        <Icon name="calendar" small />
        {t('site.volunteer.days', { count: line.days })}
      </summary>
      {[...months].map(([month, dates]) => (
        <section key={month} className="vd num" aria-label={month}>
          {months.size === 1 ? null : <h4>{month}</h4>}
          <ul>
            {dates.map((date) => (
              <li key={date.shiftId}>
                <a href={pathOf(date, query)}>
                  <span>{dayOf(t, date)}</span>{' '}
                  <span className="need">
                    <Counted text={t('ui.help.short', { count: date.free })} />
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {more === 0 ? null : (
        <div>
          <p className="sub">{t('site.volunteer.days.more', { count: more })}</p>
        </div>
      )}
    </details>
  );
}

const dayOf = (t: Translate, { startsAt }: DutyDate): string => shortDate(t, startsAt, { holiday: isHoliday(startsAt) });
const pathOf = ({ eventSlug, shiftId }: DutyDate, query: DutyQuery): string => `/events/${eventSlug}/shifts/${shiftId}${inDuties(query)}`;

const MOST_NAMED = 3;

/** 平日, 土曜日・日曜日; nothing where the days say nothing. */
function daysOfWeek(t: Translate, weekdays: readonly number[]): string {
  if (weekdays.length <= MOST_NAMED) return weekdays.map((day) => weekdayName(t, day)).join(t('series.days.and'));
  return weekdays.some((day) => day === 0 || day === 6) ? '' : t('site.volunteer.workdays');
}
