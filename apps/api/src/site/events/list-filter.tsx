import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import { AUDIENCES, type NamedInitiative } from '@yoriai/events';
import { ACTIVITY_FIELDS, Button, Checkbox, HiddenFields, Icon, NativeSelect, areaName, initiativeName, type Translate } from '@yoriai/ui';
import { dayChoices, whenOf, whenValue } from './days.js';
import type { ListViewProps } from './list-view.js';
import { listingPath, without, type ListingQuery } from './listing-query.js';

type ListChoices = { value: string; label: string; group?: string }[];

/** What is over, in the box for days. */
const PAST = 'past';

/** A condition of the list, and the list without it. */
export interface Condition {
  readonly label: string;
  readonly without: string;
}

/** What a list is narrowed by, in words. */
export function conditions({ t, query, areas, initiatives, host }: Pick<ListViewProps, 't' | 'query' | 'host' | 'initiatives'> & { readonly areas: readonly Area[] }): Condition[] {
  const area = areas.find((each) => each.slug === query.area);
  const areaLabel = area === undefined ? query.area : areaName(t, area);
  const initiative = initiatives.find(({ code }) => code === query.initiative);
  const off = (...names: (keyof ListingQuery)[]): string => listingPath(without(query, ...names));
  const all: [unknown, string, string][] = [
    [query.q, t('site.events.chip.q', { q: query.q ?? '' }), off('q')],
    [query.from ?? query.to, whenOf(t, query), off('from', 'to')],
    [query.past, t('site.find.when.past'), off('past')],
    [query.area, areaLabel ?? '', off('area')],
    [query.host, host ?? query.host ?? '', off('host')],
    [query.field, query.field ? t(`ui.field.${query.field}`) : '', off('field')],
    [query.initiative, initiative ? initiativeName(t, initiative) : t('site.events.filter.initiative.unknown'), off('initiative')],
    [query.audience, query.audience ? t(`site.find.audience.${query.audience}`) : '', off('audience')],
    [query.free, t('site.find.free'), off('free')],
    [query.gratis, t('site.find.gratis'), off('gratis')],
  ];
  return all.filter(([on]) => on !== undefined).map(([, label, way]) => ({ label, without: way }));
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

/** Initiatives of which events come, and the one that is chosen, by field. */
function initiativeChoices(t: Translate, all: readonly NamedInitiative[], chosen: string | undefined): ListChoices {
  const shown = all.filter(({ code, coming }) => coming || code === chosen);
  return ACTIVITY_FIELDS.flatMap((field) => shown.filter((each) => each.field === field).map((each) => ({ value: each.code, label: initiativeName(t, each), group: t(`ui.field.${field}`) })));
}

/** Everything else that a list is narrowed by. */
export function Filter({ t, listing, initiatives, query, now, prefix, table }: ListViewProps & { readonly prefix: string }): ReactElement {
  const select = (name: string, label: string, value: string, choices: ListChoices): ReactElement => (
    <NativeSelect t={t} name={name} id={`${prefix}${name}`} need="silent" label={label} defaultValue={value} choices={choices} />
  );
  const any = (label: string): { value: string; label: string } => ({ value: '', label });
  return (
    <form action="/events" method="get" className="ff" aria-label={t('site.events.filter')}>
      {table === undefined ? select('when', t('site.find.when'), query.past ? PAST : whenValue(query), [...dayChoices(t, query.past ? {} : query, now), { value: PAST, label: t('site.find.when.past') }]) : null}
      {select('area', t('site.events.filter.area'), query.area ?? '', [any(t('site.events.filter.area.all')), ...listing.areas.map((area) => ({ value: area.slug, label: areaName(t, area) }))])}
      {select('field', t('site.events.filter.field'), query.field ?? '', [any(t('site.events.filter.field.all')), ...ACTIVITY_FIELDS.map((field) => ({ value: field, label: t(`ui.field.${field}`) }))])}
      {select('initiative', t('site.events.filter.initiative'), query.initiative ?? '', [any(t('site.events.filter.initiative.all')), ...initiativeChoices(t, initiatives, query.initiative)])}
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
