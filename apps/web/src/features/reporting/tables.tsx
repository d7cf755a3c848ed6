import type { AreaFiguresResponse, MonthFiguresResponse, ParticipationResponse } from '@yoriai/api-client';
import { DataTable, EmptyState, Icon, initiativeName, monthName, shortDate } from '@yoriai/ui';
import type { ReactElement, ReactNode } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { areaOf } from '../../ui/area-of.js';
import { AreaBars } from './area-bars.js';
import { BarCell } from './bar-cell.js';
import { attendance, busiestArea, busiestMonth, heldIn, heldOf, type Held } from './finding.js';
import { MonthPlot } from './month-plot.js';
import { differenceOf } from './plots.rules.js';

interface Found {
  readonly found: ParticipationResponse;
}

const n = (value: number): string => value.toLocaleString('ja-JP');

/** What only some events have, and the head of its column. */
const MEASURED = [
  { key: 'cleanedArea', head: 'app.stats.head.cleaned' },
  { key: 'handedOut', head: 'app.stats.head.handed-out' },
] as const;

/** Columns of square metres and of what was handed out, where there was any at all. */
const measuredColumns = ({ total }: ParticipationResponse) =>
  MEASURED.filter(({ key }) => total[key] !== 0).map(({ key, head }) => ({ key, head: t(head), cell: (row: Pick<AreaFiguresResponse, typeof key>) => (row[key] === 0 ? '' : n(row[key])), number: true }));

const measuredCells = ({ total }: ParticipationResponse): string[] => MEASURED.filter(({ key }) => total[key] !== 0).map(({ key }) => n(total[key]));

/** Events that are still to come, in a column of their own where there are any: nobody came to them yet. */
const toComeColumn = ({ total }: ParticipationResponse) => (total.eventsToCome === 0 ? [] : [{ key: 'toCome', head: t('app.stats.head.to-come'), cell: (row: Held) => n(row.eventsToCome), number: true }]);

const toComeCells = ({ total }: ParticipationResponse): string[] => (total.eventsToCome === 0 ? [] : [n(total.eventsToCome)]);

/** A number of those who came; where no event was yet it is none, not nought. */
const ifHeld = (row: Held, cell: ReactNode): ReactNode => (heldIn(row) === 0 ? '—' : cell);

/** A table behind one press; what it tells stands above it as a picture, or is long. On paper it is open. */
function Folded({ of, children }: { readonly of: string; readonly children: ReactNode }): ReactElement {
  return (
    <details className="dt">
      <summary>
        <Icon name="list" small />
        {t('app.stats.table', { of })}
      </summary>
      {children}
    </details>
  );
}

const head = (key: 'came' | 'walkIns' | 'volunteers' | 'applied'): ReactNode => t(`app.stats.head.${key}`);

/** 月ごと: its title says what there is to see. */
export function MonthTable({ found }: Found): ReactElement {
  const top = busiestMonth(found.byMonth);
  const most = Math.max(...found.byMonth.map(attendance));
  const { total, before } = found;
  const title = top ? t('app.stats.month.title', { month: monthName(t, `${top.month}-01`), people: n(top.people) }) : t('app.stats.month.none');
  return (
    <section aria-labelledby="by-month">
      <h2 id="by-month">{title}</h2>
      <p className="sub">
        {t('app.stats.month.sub')}
        {before === null ? null : (
          <>
            <span className="kk">
              <span className="k1" />
              {t('app.stats.month.now')}
            </span>
            <span className="kk">
              <span className="k2" />
              {t('app.stats.month.before')}
            </span>
          </>
        )}
      </p>
      {top || before ? <MonthPlot months={found.byMonth} label={title} /> : null}
      <Folded of={t('app.stats.month.caption')}>
        <DataTable
          caption={t('app.stats.month.caption')}
          captionHidden
          columns={[
            { key: 'month', head: t('app.stats.head.month'), cell: (row) => monthName(t, `${row.month}-01`) },
            { key: 'events', head: t('app.stats.head.held'), cell: (row) => n(heldIn(row)), number: true },
            ...toComeColumn(found),
            { key: 'came', head: head('came'), cell: (row) => ifHeld(row, <BarCell value={attendance(row)} most={most} />), number: true },
            ...(before === null ? [] : beforeColumns()),
            { key: 'walkIns', head: head('walkIns'), cell: (row) => ifHeld(row, n(row.walkIns)), number: true },
            { key: 'volunteers', head: head('volunteers'), cell: (row) => ifHeld(row, n(row.volunteers)), number: true },
          ]}
          rows={found.byMonth}
          rowKey={(row) => row.month}
          foot={<Foot cells={[n(heldIn(total)), ...toComeCells(found), n(attendance(total)), ...(before === null ? [] : before.people === 0 ? ['—', '—'] : [n(before.people), differenceOf(attendance(total), before.people)]), n(total.walkIns), n(total.volunteers)]} />}
        />
      </Folded>
    </section>
  );
}

/** The year before, and what is more or less; a month in which nothing was yet has no difference. */
const beforeColumns = () => [
  { key: 'before', head: t('app.stats.head.before'), cell: (row: MonthFiguresResponse) => (row.peopleBefore === null ? '—' : n(row.peopleBefore)), number: true },
  { key: 'difference', head: t('app.stats.head.difference'), cell: (row: MonthFiguresResponse) => row.peopleBefore === null ? '—' : ifHeld(row, differenceOf(attendance(row), row.peopleBefore)), number: true },
];

/** 地域ごと. */
export function AreaTable({ found }: Found): ReactElement {
  const top = busiestArea(found.byArea);
  const most = Math.max(...found.byArea.map(attendance));
  const { total } = found;
  return (
    <section aria-labelledby="by-area">
      <h2 id="by-area">{top ? t('app.stats.area.title', { area: top.name, people: n(top.people) }) : t('app.stats.area.none')}</h2>
      <p className="sub">{t('app.stats.area.sub')}</p>
      <AreaBars areas={found.byArea} />
      <Folded of={t('app.stats.area.caption')}>
        <p className="sub ph mb2">{t('app.table.scroll')}</p>
        <DataTable
          caption={t('app.stats.area.caption')}
          captionHidden
          columns={[
            { key: 'area', head: t('app.stats.head.area'), cell: (row) => areaOf(row) },
            { key: 'events', head: t('app.stats.head.held'), cell: (row) => n(heldIn(row)), number: true },
            ...toComeColumn(found),
            { key: 'came', head: head('came'), cell: (row) => ifHeld(row, <BarCell value={attendance(row)} most={most} />), number: true },
            { key: 'walkIns', head: head('walkIns'), cell: (row) => ifHeld(row, n(row.walkIns)), number: true },
            { key: 'volunteers', head: head('volunteers'), cell: (row) => ifHeld(row, n(row.volunteers)), number: true },
            ...measuredColumns(found),
          ]}
          rows={found.byArea}
          rowKey={(row) => row.areaId ?? 'ward'}
          foot={<Foot cells={[n(heldIn(total)), ...toComeCells(found), n(attendance(total)), n(total.walkIns), n(total.volunteers), ...measuredCells(found)]} />}
        />
      </Folded>
    </section>
  );
}

/** 取組ごと, where any event was of one; its name leads to its page. */
export function InitiativeTable({ found }: Found): ReactElement | null {
  if (found.byInitiative.length === 0) return null;
  const most = Math.max(...found.byInitiative.map(attendance));
  const held = found.byInitiative.filter((each) => heldIn(each) > 0).length;
  return (
    <section aria-labelledby="by-initiative" className="mt6">
      <h2 id="by-initiative">{t(held === 0 ? 'app.stats.initiative.none-yet' : 'app.stats.initiative.title', { count: held })}</h2>
      <p className="sub">{t('app.stats.initiative.sub')}</p>
      <Folded of={t('app.stats.initiative.caption')}>
        <p className="sub ph mb2">{t('app.table.scroll')}</p>
        <DataTable
          caption={t('app.stats.initiative.caption')}
          captionHidden
          columns={[
            { key: 'initiative', head: t('events.label.initiative.short'), cell: (row) => <a href={`/initiatives/${row.code}`}><span className="vh">{t('events.label.initiative.short')}：</span>{initiativeName(t, row)}</a> },
            { key: 'events', head: t('app.stats.head.held'), cell: (row) => n(heldIn(row)), number: true },
            ...toComeColumn(found),
            { key: 'came', head: head('came'), cell: (row) => ifHeld(row, <BarCell value={attendance(row)} most={most} />), number: true },
            { key: 'volunteers', head: head('volunteers'), cell: (row) => ifHeld(row, n(row.volunteers)), number: true },
            ...measuredColumns(found),
          ]}
          rows={found.byInitiative}
          rowKey={(row) => row.code}
        />
      </Folded>
    </section>
  );
}

/** 行事ごと. */
export function EventTable({ found, percentOf }: Found & { readonly percentOf: (share: number | null) => string }): ReactElement {
  const { total } = found;
  const now = useNow();
  const held = heldOf(found.byEvent, now).length;
  if (found.byEvent.length === 0) {
    return (
      <EmptyState title={t('app.stats.none')} field="bunka">
        <p>{t('app.stats.none.body')}</p>
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="by-event" className="mt6 names-wide">
      <h2 id="by-event">{held === 0 ? t('app.stats.event.none-yet') : t('app.stats.event.title', { count: n(held), people: n(attendance(total)) })}</h2>
      <p className="sub">{t('app.stats.event.sub')}</p>
      <Folded of={t('app.stats.event.count', { count: n(found.byEvent.length) })}>
        <p className="sub ph mb2">{t('app.table.scroll')}</p>
        <DataTable
          caption={t('app.stats.event.caption')}
          captionHidden
          columns={[
            { key: 'title', head: t('app.stats.head.event'), cell: (row) => <AppLink href={paths.event(row.eventId)}>{row.title}</AppLink> },
            { key: 'date', head: t('app.stats.head.date'), cell: (row) => shortDate(t, row.startsAt) },
            { key: 'area', head: t('app.stats.head.area'), cell: (row) => areaOf(row) },
            { key: 'applied', head: head('applied'), cell: (row) => n(row.applied), number: true },
            { key: 'came', head: head('came'), cell: (row) => (row.startsAt > now.toISOString() && attendance(row) === 0 ? '—' : n(attendance(row))), number: true },
            { key: 'volunteers', head: head('volunteers'), cell: (row) => n(row.volunteers), number: true },
            { key: 'filled', head: t('app.stats.filled'), cell: (row) => percentOf(row.fillRate), number: true },
            ...measuredColumns(found),
            { key: 'from', head: t('app.stats.head.from'), cell: (row) => fromWord(row.attendanceFrom) },
          ]}
          rows={found.byEvent}
          rowKey={(row) => row.eventId}
          foot={<Foot before={2} cells={[n(total.applied), n(attendance(total)), n(total.volunteers), percentOf(total.fillRate), ...measuredCells(found)]} after={1} />}
        />
      </Folded>
    </section>
  );
}

function fromWord(from: string): string {
  const key = `reporting.attendance-from.${from}`;
  return t.has(key) ? t(key) : from;
}

/** The line of sums, with empty cells where nothing adds up. */
function Foot({ cells, before = 0, after = 0 }: { readonly cells: readonly string[]; readonly before?: number; readonly after?: number }): ReactElement {
  return (
    <tr>
      <th scope="row">{t('app.total')}</th>
      {Array.from({ length: before }, (_, index) => (
        <td key={`before ${index}`} />
      ))}
      {cells.map((cell, index) => (
        <td key={index} className="n">
          {cell}
        </td>
      ))}
      {Array.from({ length: after }, (_, index) => (
        <td key={`after ${index}`} />
      ))}
    </tr>
  );
}
