import type { ReactElement } from 'react';
import { kanaRow } from '@yoriai/attendance';
import type { PrintedRoster, RosterPerson, RosterShift } from '@yoriai/rosters';
import { SheetPage, SheetTable, WriteIn, dateTime, shortDate, timeRange, type Column, type Translate } from '@yoriai/ui';
import { Running, eventLine, offLines, spacedPhone, type ListedEvent } from './name-list-parts.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

export interface DutyRosterViewProps {
  readonly tools: PaperTools;
  readonly roster: PrintedRoster;
  readonly now: Date;
}

/** Somebody and all their duties. */
interface Helper extends RosterPerson {
  duties: RosterShift[];
}

/** 当番表: by day, with lines for the places nobody has taken; then by person in kana order, with the telephone numbers. */
export function DutyRosterView({ tools, roster, now }: DutyRosterViewProps): ReactElement {
  const { t } = tools.choices;
  const { shifts, named, dates } = roster;
  const { title, placeName } = roster.event;
  const last = shifts.at(-1);
  // Names on a roster of a series are destroyed after its last date.
  const event: ListedEvent = { title: title ?? '', placeName: placeName ?? '', calledOff: roster.calledOff, startsAt: roster.event.startsAt, endsAt: dates > 1 && last ? last.endsAt : roster.event.endsAt };
  const helpers = helpersOf(shifts);
  const materials = (roster.event.materials ?? '').split(/\r?\n/).map((line, at) => ({ at, thing: line.trim() })).filter(({ thing }) => thing !== '');
  const word = t('print.roster.title');
  const running = named ? <Running t={t} title={word} event={event} now={now} /> : <span className="quiet">{`${word}　${event.title}　${t('print.sheet.printed', { when: dateTime(t, now) })}`}</span>;
  const lines = [
    ...offLines(t, event),
    dates > 1 ? `${event.title}　${event.placeName}` : eventLine(t, event),
    ...(dates > 1 && last && shifts[0] ? [t('print.roster.dates', { count: dates, from: shortDate(t, shifts[0].startsAt), until: shortDate(t, last.startsAt) })] : []),
    shifts.length === 0 ? t(event.calledOff === null ? 'print.roster.none' : 'print.roster.off') : t('print.roster.sum', { wanted: sumOf(shifts, ({ capacity }) => capacity), free: sumOf(shifts, freeOf) }),
    ...(named ? [] : [t('refusal.shift.names-stay-with-host')]),
  ];
  return (
    <SheetPage t={t} title={t('print.roster.page', { event: event.title })} paper="list" kind="dr" toolbar={<Tools t={t} back={`/app/events/${roster.event.id}/papers`} {...tools} />}>
      <SheetTable title={t('print.roster.by-day')} lines={lines} running={running} columns={byDay(t, shifts, named)} rows={shifts} rowKey={({ id }) => id} />
      {materials.length === 0 ? null : (
        <SheetTable title={t('events.label.materials')} lines={[]} running={running} columns={[{ key: 'thing', head: t('print.roster.thing'), wide: true, cell: ({ thing }) => thing }, { key: 'there', head: t('print.roster.there'), cell: () => <WriteIn label="" /> }]} rows={materials} rowKey={({ at }) => String(at)} />
      )}
      {helpers.length === 0 ? null : (
        <section className="next">
          <SheetTable title={t('print.roster.by-person')} lines={lines.slice(0, 1)} running={running} columns={byPerson(t, helpers)} rows={helpers} rowKey={({ id }) => id} />
        </section>
      )}
    </SheetPage>
  );
}

const freeOf = ({ capacity, people }: RosterShift): number => Math.max(0, capacity - people.length);
const sumOf = (shifts: readonly RosterShift[], of: (shift: RosterShift) => number): number => shifts.reduce((sum, shift) => sum + of(shift), 0);

/** The day stands where it begins. */
function byDay(t: Translate, shifts: readonly RosterShift[], named: boolean): Column<RosterShift>[] {
  const begins = new Set(shifts.filter((shift, index) => index === 0 || shortDate(t, shift.startsAt) !== shortDate(t, shifts[index - 1]!.startsAt)));
  return [
    {
      key: 'when',
      head: t('print.circular.when'),
      cell: (shift) => (
        <>
          {begins.has(shift) ? <b className="nb blk">{shortDate(t, shift.startsAt)}</b> : null}
          <span className="nb">{timeRange(t, shift.startsAt, shift.endsAt)}</span>
        </>
      ),
    },
    {
      key: 'duty',
      head: t('print.roster.duty'),
      cell: ({ duty, place }) => (
        <>
          <b>{duty}</b>
          {place === '' ? null : <span className="quiet">{place}</span>}
        </>
      ),
    },
    { key: 'heads', head: t('print.sheet.heads'), cell: ({ capacity }) => capacity, number: true },
    {
      key: 'who',
      head: t('print.sheet.name'),
      wide: true,
      cell: (shift) => (
        <span className="who">
          {shift.people.map(({ id, name }) => (
            <b key={id} className="nb">
              {name}
            </b>
          ))}
          {Array.from({ length: named ? freeOf(shift) : shift.capacity }, (_, index) => (
            <WriteIn key={index} label="" />
          ))}
        </span>
      ),
    },
    { key: 'note', head: t('print.sheet.note'), cell: () => null },
  ];
}

function byPerson(t: Translate, helpers: readonly Helper[]): Column<Helper>[] {
  const begins = new Set(helpers.filter(({ kanaKey }, index) => kanaRow(kanaKey) !== kanaRow(helpers[index - 1]?.kanaKey ?? '')));
  return [
    { key: 'row', head: <span className="vh">{t('print.sheet.kana')}</span>, cell: (helper) => (begins.has(helper) ? <span className="kana-row">{kanaRow(helper.kanaKey)}</span> : null) },
    {
      key: 'name',
      head: t('print.sheet.name'),
      cell: ({ name, kana }) => (
        <>
          <span className="quiet nb">{kana}</span>
          <b>{name}</b>
        </>
      ),
    },
    { key: 'phone', head: t('print.calls.phone'), cell: ({ phone }) => (phone === null ? t('print.calls.no-phone') : <b className="nb">{spacedPhone(phone)}</b>) },
    {
      key: 'duties',
      head: t('print.roster.duty'),
      wide: true,
      cell: ({ duties }) =>
        duties.map((shift) => (
          <span key={shift.id} className="blk">
            <span className="nb">{`${shortDate(t, shift.startsAt)} ${timeRange(t, shift.startsAt, shift.endsAt)}`}</span> {shift.duty}
          </span>
        )),
    },
  ];
}

/** Everybody once, in kana order, with their duties in the order of the days. */
function helpersOf(shifts: readonly RosterShift[]): Helper[] {
  const helpers = new Map<string, Helper>();
  for (const shift of shifts)
    for (const person of shift.people) {
      const known = helpers.get(person.id) ?? { ...person, duties: [] };
      known.duties.push(shift);
      helpers.set(person.id, known);
    }
  return [...helpers.values()].sort((a, b) => (a.kanaKey < b.kanaKey ? -1 : a.kanaKey > b.kanaKey ? 1 : 0));
}
