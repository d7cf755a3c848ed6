import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import { addDays, jstDate, type DateOnly } from '@yoriai/platform';
import {
  ACTIVITY_FIELDS,
  Button,
  Counted,
  EmptyState,
  EventList,
  HiddenFields,
  Icon,
  LinkButton,
  NativeSelect,
  Pagination,
  PhoneLink,
  Segments,
  TextInput,
  areaName,
  dateRange,
  monthName,
  monthOfYear,
  shortDate,
  type Translate,
} from '@yoriai/ui';
import { EventLine } from './event-line.js';
import type { EventListing } from './event-reader.js';
import { isHoliday } from './holidays.js';
import { endOfWeek, listingPath, monthStarts, weekendOf, type ListingQuery } from './listing-query.js';
import type { ListedEvent } from './shown-event.js';

export interface ListViewProps {
  readonly t: Translate;
  readonly listing: EventListing & { readonly areas: readonly Area[] };
  readonly query: ListingQuery;
  /** Events without any condition, for the empty list. */
  readonly all: number;
  readonly phone: string;
  readonly now: Date;
  /** The table of a month, in place of the list. */
  readonly table?: ReactElement;
}

/** All events by date, with the conditions at the side. */
export function ListView(props: ListViewProps): ReactElement {
  const { t, listing, query, now, table } = props;
  const on = conditions(props);
  return (
    <>
      <h1>{t('site.events.title')}</h1>
      {table === undefined ? <p className="sub">{t('site.events.from', { date: shortDate(t, query.from ?? jstDate(now)) })}</p> : null}
      <div className="views mt4">
        <Segments
          label={t('site.events.views')}
          chips={[
            { href: listingPath(query, { view: null, month: null }), label: t('site.events.view.list'), icon: 'list', on: table === undefined },
            {
              href: listingPath(query, { view: 'month', from: null, to: null }),
              label: t('site.events.view.month'),
              icon: 'calendar',
              on: table !== undefined,
            },
          ]}
        />
      </div>
      <div className="listing">
        <div className="ph">
          <details className="fd">
            <summary>
              <Icon name="filter" small />
              {on.length === 0 ? t('site.events.filter') : t('site.events.filter.on', { count: on.length })}
            </summary>
            <Filter {...props} prefix="p-" />
          </details>
        </div>
        <div className="side pc">
          <Filter {...props} prefix="" />
        </div>
        <div>
          <div className="found">
            <p className="num" role="status">
              <Counted text={t('site.events.found', { count: listing.total })} className="cnt" />
            </p>
            <OnChips t={t} on={on} />
          </div>
          {table ?? (
            <>
              {listing.items.length === 0 ? <Empty {...props} /> : <Groups {...props} />}
              <Pagination
                t={t}
                page={listing.page}
                pages={Math.max(1, Math.ceil(listing.total / listing.pageSize))}
                hrefOf={(page) => listingPath(query, { page })}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}

interface Condition {
  readonly label: string;
  readonly without: string;
}

function conditions({ t, query, listing }: ListViewProps): Condition[] {
  const area = listing.areas.find((each) => each.slug === query.area);
  const all: (Condition | null)[] = [
    query.q ? { label: t('site.events.chip.q', { q: query.q }), without: listingPath(query, { q: null }) } : null,
    query.from ? { label: whenOf(t, query), without: listingPath(query, { from: null, to: null }) } : null,
    query.area ? { label: area?.name ?? query.area, without: listingPath(query, { area: null }) } : null,
    query.field ? { label: t(`ui.field.${query.field}`), without: listingPath(query, { field: null }) } : null,
  ];
  return all.filter((each) => each !== null);
}

function whenOf(t: Translate, { from, to }: ListingQuery): string {
  if (!from) return '';
  if (!to) return t('site.events.chip.from', { date: shortDate(t, from) });
  return dateRange(t, from, to);
}

function OnChips({ t, on }: { readonly t: Translate; readonly on: readonly Condition[] }): ReactElement | null {
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

function Filter({ t, listing, query, now, prefix, table }: ListViewProps & { readonly prefix: string }): ReactElement {
  return (
    <form action="/events" method="get" className="ff" role="search">
      <TextInput t={t} name="q" id={`${prefix}q`} need="silent" type="search" maxLength={60} label={t('site.events.filter.q')} defaultValue={query.q} />
      {table === undefined ? (
        <NativeSelect
          t={t}
          name="from"
          id={`${prefix}from`}
          need="silent"
          label={t('site.events.filter.when')}
          defaultValue={query.from ?? ''}
          choices={days(t, query, now)}
        />
      ) : null}
      <NativeSelect
        t={t}
        name="area"
        id={`${prefix}area`}
        need="silent"
        label={t('site.events.filter.area')}
        defaultValue={query.area ?? ''}
        choices={[{ value: '', label: t('site.events.filter.area.all') }, ...listing.areas.map((area) => ({ value: area.slug, label: areaName(t, area) }))]}
      />
      <NativeSelect
        t={t}
        name="field"
        id={`${prefix}field`}
        need="silent"
        label={t('site.events.filter.field')}
        defaultValue={query.field ?? ''}
        choices={[
          { value: '', label: t('site.events.filter.field.all') },
          ...ACTIVITY_FIELDS.map((field) => ({ value: field, label: t(`ui.field.${field}`) })),
        ]}
      />
      <HiddenFields values={{ view: query.view, month: query.month }} />
      <div className="mt5">
        <Button kind="outline" wide>
          {t('site.events.filter.go')}
        </Button>
      </div>
    </form>
  );
}

/** Days to begin at that people ask for, and the one in the address. */
function days(t: Translate, query: ListingQuery, now: Date): { value: string; label: string }[] {
  const from = (date: DateOnly): string => t('site.events.chip.from', { date: shortDate(t, date) });
  const offered = [weekendOf(now).from, ...monthStarts(now, 4)];
  const dates = [...new Set([...(query.from ? [query.from] : []), ...offered])].sort();
  return [{ value: '', label: t('site.events.filter.today') }, ...dates.map((value) => ({ value, label: from(value) }))];
}

function Groups({ t, listing, now }: ListViewProps): ReactElement {
  const groups = new Map<string, ListedEvent[]>();
  for (const event of listing.items) {
    const head = headOf(t, event, now);
    groups.set(head, [...(groups.get(head) ?? []), event]);
  }
  return (
    <>
      {[...groups].map(([head, events]) => (
        <section key={head} aria-label={head}>
          <h2 className="dayh num">{head}</h2>
          <EventList>
            {events.map((event) => (
              <EventLine key={event.id} t={t} event={event} wanted={listing.wanted.get(event.id) ?? 0} now={now} />
            ))}
          </EventList>
        </section>
      ))}
    </>
  );
}

const dayOf = (t: Translate, day: DateOnly): string => shortDate(t, day, { holiday: isHoliday(day) });

/** Today, this week, next week, then by month. */
function headOf(t: Translate, event: ListedEvent, now: Date): string {
  const day = jstDate(new Date(event.startsAt));
  const today = jstDate(now);
  const sunday = endOfWeek(today);
  if (day <= today) return t('site.events.today', { date: dayOf(t, today) });
  if (day <= sunday) return t('site.events.this-week', { from: dayOf(t, today), to: dayOf(t, sunday) });
  if (day <= addDays(sunday, 7)) return t('site.events.next-week', { from: dayOf(t, addDays(sunday, 1)), to: dayOf(t, addDays(sunday, 7)) });
  return day.slice(0, 4) === today.slice(0, 4) ? monthName(t, day) : monthOfYear(t, day);
}

function Empty({ t, all, query, phone }: ListViewProps): ReactElement {
  return (
    <EmptyState title={t('site.events.empty')} field={query.field ?? 'fukushi'}>
      <p>{all > 0 ? t('site.events.empty.text', { count: all }) : t('site.events.empty.none')}</p>
      {all > 0 ? <LinkButton href="/events">{t('site.events.empty.clear')}</LinkButton> : null}
      <p className="mt4">
        {t('site.events.ask-by-phone')}
        <br />
        <PhoneLink number={phone} small />
      </p>
    </EmptyState>
  );
}
