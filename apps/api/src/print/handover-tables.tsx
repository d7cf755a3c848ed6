import type { ReactElement } from 'react';
import type { Handover } from '@yoriai/reporting';
import { SheetRows, dateWithYear, hostLang, shortDate, type Translate } from '@yoriai/ui';

type Line<K extends 'officers' | 'underway' | 'due' | 'year'> = Handover[K][number];

/** Who holds which office until when. */
export function OfficerTable({ t, officers }: { readonly t: Translate; readonly officers: Handover['officers'] }): ReactElement {
  if (officers.length === 0) return <p>{t('print.handover.officers.none')}</p>;
  return (
    <SheetRows<Line<'officers'>>
      caption={t('print.handover.officers')}
      rows={officers}
      rowKey={({ termId }) => termId}
      columns={[
        { key: 'name', head: t('print.handover.name'), cell: ({ person }) => <span lang={hostLang(t)}>{`${person.name}（${person.kana}）`}</span> },
        { key: 'office', head: t('print.handover.office'), cell: ({ title, role }) => <span lang={hostLang(t)}>{title === '' ? t(`role.${role}`) : title}</span>, wide: true },
        { key: 'term', head: t('print.handover.term'), cell: ({ startsOn, endsOn }) => t('print.handover.term.span', { from: dateWithYear(t, startsOn), to: dateWithYear(t, endsOn) }) },
      ]}
    />
  );
}

/** What is not over, and how full it is. */
export function UnderwayTable({ t, underway }: { readonly t: Translate; readonly underway: Handover['underway'] }): ReactElement {
  if (underway.length === 0) return <p>{t('print.handover.underway.none')}</p>;
  return (
    <SheetRows<Line<'underway'>>
      caption={t('print.handover.underway')}
      rows={underway}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          head: t('print.handover.when'),
          cell: ({ startsAt, dates }) => [startsAt === null ? t('print.handover.no-day') : dateWithYear(t, startsAt), ...(dates > 1 ? [t('print.handover.dates', { count: dates - 1 })] : [])].join('　'),
        },
        { key: 'event', head: t('print.handover.event'), cell: ({ title }) => (title === null || title === '' ? t('print.handover.untitled') : <span lang={hostLang(t)}>{title}</span>), wide: true },
        { key: 'state', head: t('print.handover.state'), cell: (line) => stateOf(t, line) },
        { key: 'rest', head: t('print.handover.rest'), cell: (line) => restOf(t, line).join('　') },
      ]}
    />
  );
}

/** A change that is under way says more than that the event is approved. */
function stateOf(t: Translate, { state, changeState }: Line<'underway'>): string {
  if (changeState === null) return t(`ui.status.${state}`);
  return t(`ui.status.change-${changeState === 'pending' ? 'submitted' : changeState}`);
}

function restOf(t: Translate, { state, places, taken, duties, dutiesTaken, consents, stallsUntil }: Line<'underway'>): string[] {
  if (state !== 'published') return [];
  return [
    ...(places === null ? [] : [t('print.handover.rest.places', { taken, places })]),
    ...(duties === 0 ? [] : [t('print.handover.rest.duties', { taken: dutiesTaken, places: duties })]),
    ...(consents === 0 ? [] : [t('print.handover.rest.consents', { count: consents })]),
    ...(stallsUntil === null ? [] : [t('print.handover.rest.stalls', { day: shortDate(t, stallsUntil) })]),
  ];
}

/** What has to be done until a day. */
export function DueTable({ t, due }: { readonly t: Translate; readonly due: Handover['due'] }): ReactElement {
  return (
    <SheetRows<Line<'due'>>
      caption={t('print.handover.due')}
      rows={due}
      rowKey={({ key }) => key}
      columns={[
        { key: 'until', head: t('print.handover.due.until'), cell: ({ dueOn }) => (dueOn === null ? '' : dateWithYear(t, dueOn)) },
        {
          key: 'what',
          head: t('print.handover.due.what'),
          wide: true,
          cell: ({ what, authority }) => (
            <span lang={hostLang(t)}>
              {what}（{authority ?? t('print.handover.due.condition')}）
            </span>
          ),
        },
        { key: 'event', head: t('print.handover.event'), cell: ({ event }) => <span lang={hostLang(t)}>{event}</span> },
      ]}
    />
  );
}

/** The year, event by event: when, how many came and helped, and what to know next time. */
export function YearTable({ t, year }: { readonly t: Translate; readonly year: Handover['year'] }): ReactElement {
  if (year.length === 0) return <p>{t('print.handover.year.none')}</p>;
  return (
    <SheetRows<Line<'year'>>
      caption={t('print.handover.year')}
      rows={year}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', head: t('print.handover.when'), cell: ({ startsAt }) => dateWithYear(t, startsAt) },
        {
          key: 'event',
          head: t('print.handover.event'),
          wide: true,
          cell: (line) => (
            <>
              <b lang={hostLang(t)}>{line.title}</b>
              <p>{heldOf(t, line)}</p>
              {notesOf(t, line).map((note) => (
                <p key={note} lang={hostLang(t)}>
                  {note}
                </p>
              ))}
            </>
          ),
        },
        { key: 'came', head: t('print.handover.year.came'), cell: ({ came }) => (came === null ? '' : t('app.unit.heads', { count: came })), number: true },
        { key: 'helped', head: t('print.handover.year.helped'), cell: ({ volunteers }) => (volunteers === null ? '' : t('app.unit.heads', { count: volunteers })), number: true },
      ]}
    />
  );
}

/** How often, or where it stands. */
function heldOf(t: Translate, { state, times, calledOff, startsAt, lastAt }: Line<'year'>): string {
  if (times + calledOff === 1) return t(`ui.status.${state}`);
  return [t('print.handover.year.times', { count: times }), ...(calledOff > 0 ? [t('print.handover.year.called-off', { count: calledOff })] : []), t('print.handover.term.span', { from: shortDate(t, startsAt), to: shortDate(t, lastAt) })].join('　');
}

function notesOf(t: Translate, { asked, procedures, reasons, nextTimes }: Line<'year'>): string[] {
  return [
    ...(reasons.length > 0 ? [t('print.handover.year.reason', { words: reasons.join('　') })] : []),
    ...asked.map((words) => t('print.handover.year.asked', { words })),
    ...(procedures.length > 0 ? [t('print.handover.year.procedures', { words: procedures.join('・') })] : []),
    ...nextTimes.map((words) => t('print.handover.year.note', { words })),
  ];
}
