import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import { AUDIENCES } from '@yoriai/events';
import { addDays, jstDate } from '@yoriai/platform';
import { ACTIVITY_FIELDS, Button, Checkbox, HiddenFields, Icon, NativeSelect, areaName, dateRange, monthName, monthOfYear, shortDate, type Translate } from '@yoriai/ui';
import type { ListViewProps } from './list-view.js';
import { endOfWeek, listingPath, monthRange, monthStarts, weekendOf, without, type ListingQuery } from './listing-query.js';

/** A condition of the list, and the list without it. */
export interface Condition {
  readonly label: string;
  readonly without: string;
}

/** What a list is narrowed by, in words. */
export function conditions({ t, query, areas, host }: Pick<ListViewProps, 't' | 'query' | 'host'> & { readonly areas: readonly Area[] }): Condition[] {
  const area = areas.find((each) => each.slug === query.area);
  const areaLabel = area === undefined ? query.area : areaName(t, area);
  const off = (...names: (keyof ListingQuery)[]): string => listingPath(without(query, ...names));
  const all: [unknown, string, string][] = [
    [query.q, t('site.events.chip.q', { q: query.q ?? '' }), off('q')],
    [query.from ?? query.to, whenOf(t, query), off('from', 'to')],
    [query.past, t('site.find.when.past'), off('past')],
    [query.area, areaLabel ?? '', off('area')],
    [query.host, host ?? query.host ?? '', off('host')],
    [query.field, query.field ? t(`ui.field.${query.field}`) : '', off('field')],
    [query.audience, query.audience ? t(`site.find.audience.${query.audience}`) : '', off('audience')],
    [query.free, t('site.find.free'), off('free')],
    [query.gratis, t('site.find.gratis'), off('gratis')],
  ];
  return all.filter(([on]) => on !== undefined).map(([, label, way]) => ({ label, without: way }));
}

function whenOf(t: Translate, { from, to }: ListingQuery): string {
  if (from && to) return dateRange(t, from, to);
  if (from) return t('site.events.chip.from', { date: shortDate(t, from) });
  return to ? t('site.find.chip.to', { date: shortDate(t, to) }) : '';
}

/** The conditions that are on, each with the way to take it off. */
export function OnChips({ t, on }: { readonly t: Translate; readonly on: readonly Condition[] }): ReactElement | null {
  if (on.length === 0) return null;
  return (
    <ul className="chips">
      {on.map((condition) => (
        <li key={condition.label}>
          <a className="chip on" href={condition.without}>
            {condition.label}
            <Icon name="cross" small />
            <span className="vh">{t('site.events.remove', { what: condition.label })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The words to look for, on top of the list; the other conditions stay. */
export function SearchBox({ t, query }: { readonly t: Translate; readonly query: ListingQuery }): ReactElement {
  return (
    <form className="srch mt4" role="search" action="/events" method="get">
      <label htmlFor="q">{t('site.find.label')}</label>
      <p className="hint" id="q-hint">
        {t('site.find.hint')}
      </p>
      <div className="srch-r">
        <input className="in" id="q" name="q" type="search" maxLength={60} aria-describedby="q-hint" defaultValue={query.q} />
        <Button icon="search">{t('site.search.go')}</Button>
      </div>
      <HiddenFields values={{ ...without(query, 'q'), page: null }} />
    </form>
  );
}

/** Everything else that a list is narrowed by. */
export function Filter({ t, listing, query, now, prefix, table }: ListViewProps & { readonly prefix: string }): ReactElement {
  const select = (name: string, label: string, value: string, choices: { value: string; label: string }[]): ReactElement => (
    <NativeSelect t={t} name={name} id={`${prefix}${name}`} need="silent" label={label} defaultValue={value} choices={choices} />
  );
  const any = (label: string): { value: string; label: string } => ({ value: '', label });
  return (
    <form action="/events" method="get" className="ff" aria-label={t('site.events.filter')}>
      {table === undefined ? select('when', t('site.find.when'), whenValue(query), days(t, query, now)) : null}
      {select('area', t('site.events.filter.area'), query.area ?? '', [any(t('site.events.filter.area.all')), ...listing.areas.map((area) => ({ value: area.slug, label: areaName(t, area) }))])}
      {select('field', t('site.events.filter.field'), query.field ?? '', [any(t('site.events.filter.field.all')), ...ACTIVITY_FIELDS.map((field) => ({ value: field, label: t(`ui.field.${field}`) }))])}
      {select('audience', t('site.find.audience'), query.audience ?? '', [any(t('site.find.audience.all')), ...AUDIENCES.map((audience) => ({ value: audience, label: t(`site.find.audience.${audience}`) }))])}
      <fieldset className="mt5">
        <legend>{t('site.find.only')}</legend>
        <Checkbox name="free" label={t('site.find.free')} defaultChecked={query.free === 'yes'} />
        <Checkbox name="gratis" label={t('site.find.gratis')} defaultChecked={query.gratis === 'yes'} />
      </fieldset>
      <HiddenFields values={{ q: query.q, host: query.host, view: query.view, month: query.month }} />
      <div className="mt5">
        <Button kind="outline" wide>
          {t('site.events.filter.go')}
        </Button>
      </div>
    </form>
  );
}

const whenValue = ({ from, to, past }: ListingQuery): string => (past ? 'past' : from || to ? `${from ?? ''}..${to ?? ''}` : '');

/** Days that people ask for, and those in the address. */
function days(t: Translate, query: ListingQuery, now: Date): { value: string; label: string }[] {
  const today = jstDate(now);
  const sunday = endOfWeek(today);
  const ranges = [
    { label: t('site.chip.today'), from: today, to: today },
    { label: t('site.chip.weekend'), ...weekendOf(now) },
    { label: t('site.events.next-week', { from: shortDate(t, addDays(sunday, 1)), to: shortDate(t, addDays(sunday, 7)) }), from: addDays(sunday, 1), to: addDays(sunday, 7) },
    ...monthStarts(now, 4).map((first) => ({ label: first.slice(0, 4) === today.slice(0, 4) ? monthName(t, first) : monthOfYear(t, first), ...monthRange(first) })),
  ];
  // On a Sunday today is the weekend.
  const offered = ranges.map(({ label, from, to }) => ({ value: `${from}..${to}`, label })).filter(({ value }, index, all) => all.findIndex((each) => each.value === value) === index);
  const own = whenValue(query);
  const more = own === '' || own === 'past' || offered.some(({ value }) => value === own) ? [] : [{ value: own, label: whenOf(t, query) }];
  return [{ value: '', label: t('site.find.when.any') }, ...more, ...offered, { value: 'past', label: t('site.find.when.past') }];
}
