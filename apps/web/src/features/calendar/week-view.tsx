import type { WardCalendar } from '@yoriai/api-client';
import { Badge, Button, himekuriOf, Icon, LinkButton, shortDate, StatusBadge } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { addDays, type DateOnly } from '../../app/jst.js';
import { AppLink, appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { inAClash, isOfSeveralDays, isUndecided, whenOn, type OnADay } from './calendar-days.js';
import { CalendarLine } from './calendar-line.js';
import { wardCalendarQuery } from './queries.js';
import type { LaneKind } from './search.js';
import { lanesOf, monthsOf, together, weekOf, type Lane } from './week-lanes.js';

interface WeekProps {
  readonly week: readonly DateOnly[];
  readonly lanes: LaneKind;
  readonly today: DateOnly;
}

/** A week of the ward in lanes, by area or by place; on a phone a list by day. */
export function WeekView({ day, lanes, today }: { readonly day: DateOnly; readonly lanes: LaneKind; readonly today: DateOnly }): ReactElement {
  const week = weekOf(day);
  const [one = '', other = one] = monthsOf(week);
  const first = useQuery(wardCalendarQuery(one));
  const last = useQuery(wardCalendarQuery(other));
  const beside = (days: number): string => paths.wardCalendar({ week: addDays(week[0] ?? day, days), lanes });
  return (
    <>
      <div className="btns mt4">
        <LinkButton href={beside(-7)} kind="outline" size="s" icon="chevron-back" renderLink={appLink}>
          {t('app.calendar.week.before')}
        </LinkButton>
        <LinkButton href={beside(7)} kind="outline" size="s" renderLink={appLink}>
          {t('app.calendar.week.after')}
          <Icon name="chevron" />
        </LinkButton>
        <Button type="button" kind="outline" size="s" icon="print" onClick={() => window.print()}>
          {t('app.calendar.print')}
        </Button>
      </div>
      <Answer of={first}>{(begins) => <Answer of={last}>{(ends) => <Week of={together([begins, ends])} week={week} lanes={lanes} today={today} />}</Answer>}</Answer>
    </>
  );
}

function Week({ of, week, lanes: by, today }: WeekProps & { readonly of: Pick<WardCalendar, 'events' | 'clashes' | 'holidays'> }): ReactElement {
  const clashing = inAClash(of);
  const lanes = lanesOf(of.events, week, by);
  const caption = t('app.calendar.week.table', { from: shortDate(t, noon(week[0] ?? today)) });
  if (lanes.length === 0) return <p className="mt5">{t('app.calendar.week.none')}</p>;
  return (
    <div className="lanes">
      <div className="scroll mt5 pc" role="region" aria-label={caption} tabIndex={0}>
        <table className="mon num lane">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`app.calendar.lane.${by}`)}</th>
              {week.map((day) => (
                <DayHead key={day} day={day} holiday={of.holidays.includes(day)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {lanes.map((lane) => (
              <LaneRow key={lane.name ?? ''} of={lane} by={by} week={week} today={today} clashing={clashing} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="ph mt5">
        {week.map((day, index) => (
          <DayList key={day} day={day} on={eachOnce(lanes.flatMap(({ days }) => days[index] ?? []))} clashing={clashing} />
        ))}
      </div>
    </div>
  );
}

function DayHead({ day, holiday }: { readonly day: DateOnly; readonly holiday: boolean }): ReactElement {
  const { kind } = himekuriOf(t, day, holiday);
  return (
    <th scope="col" className={kind === 'sat' ? 'sa' : kind === 'weekday' ? undefined : 'su'}>
      <span className="d">{shortDate(t, noon(day))}</span>
    </th>
  );
}

interface LaneProps {
  readonly of: Lane;
  readonly by: LaneKind;
  readonly week: readonly DateOnly[];
  readonly today: DateOnly;
  readonly clashing: ReadonlySet<string>;
}

function LaneRow({ of: { name, days }, by, week, today, clashing }: LaneProps): ReactElement {
  return (
    <tr>
      <th scope="row">{name ?? t(by === 'area' ? 'app.calendar.lane.ward' : 'app.calendar.lane.elsewhere')}</th>
      {days.map((on, index) => {
        const day = week[index] ?? today;
        return (
          <td key={day} className={day === today ? 'today' : undefined} aria-current={day === today ? 'date' : undefined}>
            {on.map((each) => (
              <AppLink key={each.event.id} href={paths.event(each.event.id)}>
                {clashing.has(each.event.id) ? <Clash /> : null}
                {isUndecided(each.event) ? (
                  <>
                    <StatusBadge t={t} status="submitted" />{' '}
                  </>
                ) : null}
                {whenOn(t, each, day)} <span className="whole">{each.event.title}</span>
              </AppLink>
            ))}
          </td>
        );
      })}
    </tr>
  );
}

function DayList({ day, on, clashing }: { readonly day: DateOnly; readonly on: readonly OnADay[]; readonly clashing: ReadonlySet<string> }): ReactElement | null {
  if (on.length === 0) return null;
  return (
    <section className="mt4" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="fs-18 num">
        {shortDate(t, noon(day))}
      </h2>
      {on.map(({ event }) => (
        <p key={event.id} className="mt2">
          {clashing.has(event.id) ? <Clash /> : null}
          <CalendarLine of={event} dated={isOfSeveralDays(event)} />
        </p>
      ))}
    </section>
  );
}

function Clash(): ReactElement {
  return (
    <>
      <Badge icon="calendar" tone="note">
        {t('app.calendar.clash')}
      </Badge>{' '}
    </>
  );
}

/** What is in two places stands in the list once. */
function eachOnce(on: readonly OnADay[]): OnADay[] {
  return [...new Map(on.map((each) => [each.event.id, each])).values()].sort((one, other) => one.event.startsAt.localeCompare(other.event.startsAt));
}

const noon = (day: DateOnly): string => `${day}T12:00:00+09:00`;
