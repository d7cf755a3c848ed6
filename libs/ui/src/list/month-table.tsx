import type { ReactElement, ReactNode } from 'react';
import { himekuriOf, type DayKind } from '../dates/dates.js';
import { classes } from '../link.js';
import type { Translate } from '../texts/translate.js';

/** One event in a day of the table. */
export interface MonthEntry {
  readonly id: string;
  readonly href: string;
  readonly title: ReactNode;
  /** Somebody is still wanted there. */
  readonly wanted: boolean;
  /** What is to be seen about it, beside its title. */
  readonly mark?: string;
}

/** One day of the table. */
export interface MonthDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly holiday: boolean;
  readonly today: boolean;
  /** Of the month before or after: drawn pale, without entries. */
  readonly outside: boolean;
  readonly entries: readonly MonthEntry[];
}

export interface MonthTableProps {
  readonly t: Translate;
  readonly caption: string;
  /** Whole weeks, Sunday first. */
  readonly weeks: readonly (readonly MonthDay[])[];
  /** Where all events of a day stand. */
  readonly hrefOf: (day: string) => string;
  /** Titles that a day shows on a wide screen, two where nothing is said; the rest is counted. */
  readonly shown?: number;
}

const SHOWN = 2;

/** A month: counts by day on a phone, the first titles on a wide screen; large letters scroll inside the table. */
export function MonthTable({ t, caption, weeks, hrefOf, shown = SHOWN }: MonthTableProps): ReactElement {
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="mon num">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {weeks[0]?.map(({ day }) => {
              const { weekday, spokenWeekday } = himekuriOf(t, day);
              return (
                <th key={day} scope="col">
                  <span aria-hidden="true">{weekday}</span>
                  <span className="vh">{spokenWeekday}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((each) => (
                <Day key={each.day} t={t} at={each} href={hrefOf(each.day)} shown={shown} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const COLOUR: Readonly<Record<DayKind, string | undefined>> = { sun: 'su', holiday: 'su', sat: 'sa', weekday: undefined };

function Day({ t, at, href, shown }: { readonly t: Translate; readonly at: MonthDay; readonly href: string; readonly shown: number }): ReactElement {
  const { day, spokenDay, spokenWeekday, kind } = himekuriOf(t, at.day, at.holiday);
  const count = at.entries.length;
  const number = (
    <span className="d">
      <span aria-hidden="true">{day}</span>
      <span className="vh">{at.holiday ? `${spokenDay} ${spokenWeekday}` : spokenDay}</span>
    </span>
  );
  return (
    <td className={classes(COLOUR[kind], at.outside && 'out', at.today && 'today')} aria-current={at.today ? 'date' : undefined}>
      {count === 0 ? (
        <span>{number}</span>
      ) : (
        <>
          <a className="ph" href={href}>
            {number}
            <span className="c">{t('ui.month.count', { count })}</span>
          </a>
          <div className="pc">
            {number}
            {at.today ? <b className="now">{t('ui.month.today')}</b> : null}
            {at.entries.slice(0, shown).map((entry) => (
              <a key={entry.id} className={classes('l tap', entry.wanted && 'w')} href={entry.href}>
                <span>
                  {entry.mark === undefined ? null : <b className="mk">{entry.mark}</b>}
                  {entry.title}
                </span>
              </a>
            ))}
            {count > shown ? (
              <a className="c tap" href={href}>
                {t('ui.month.more', { count: count - shown })}
              </a>
            ) : null}
          </div>
        </>
      )}
    </td>
  );
}
