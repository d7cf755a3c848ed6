import type { ReactElement } from 'react';
import { jstDate, type DateOnly } from '@yoriai/platform';
import { LinkButton, Icon, MonthTable, Phrases, bothYears, himekuriOf, type MonthDay, type Translate } from '@yoriai/ui';
import type { EventListing } from './event-reader.js';
import { isHoliday } from './holidays.js';
import { eventPath, listingPath, type ListingQuery } from './listing-query.js';
import { daysOf, monthAfter, weeksOf, type Month } from './month.js';

export interface MonthViewProps {
  readonly t: Translate;
  readonly listing: EventListing;
  readonly query: ListingQuery;
  readonly month: Month;
  readonly now: Date;
}

/** 月の表: a month at a glance, and the months beside it. */
export function MonthView({ t, listing, query, month, now }: MonthViewProps): ReactElement {
  const beside = (count: number): { href: string; name: string } => {
    const other = monthAfter(month, count);
    return { href: listingPath(query, { view: 'month', month: other }), name: himekuriOf(t, daysOf(other).first).month };
  };
  const [before, after] = [beside(-1), beside(1)];
  const { first } = daysOf(month);
  return (
    <>
      <div className="btns mt5">
        <LinkButton href={before.href} kind="outline" size="s" icon="chevron-back">
          {before.name}
        </LinkButton>
        <LinkButton href={after.href} kind="outline" size="s">
          {after.name}
          <Icon name="chevron" />
        </LinkButton>
      </div>
      <div className="mt4">
        <MonthTable
          t={t}
          caption={t('site.month.caption', { year: bothYears(t, first), month: himekuriOf(t, first).month })}
          weeks={weeksOf(month).map((week) => week.map((day) => dayOf(day, { listing, query, month, now })))}
          hrefOf={(day) => listingPath(query, { view: null, month: null, from: day, to: day })}
        />
      </div>
      <p className="sub mt3 pc">
        <span className="key" aria-hidden="true" />
        {t('site.month.key')}　<span className="key w" aria-hidden="true" />
        {t('site.month.key.wanted')}
      </p>
    </>
  );
}

function dayOf(day: DateOnly, { listing, query, month, now }: Pick<MonthViewProps, 'listing' | 'query' | 'month' | 'now'>): MonthDay {
  const outside = !day.startsWith(month);
  const events = outside ? [] : listing.items.filter((event) => jstDate(new Date(event.startsAt)) === day);
  return {
    day,
    outside,
    holiday: isHoliday(day),
    today: day === jstDate(now),
    entries: events.map((event) => ({
      id: event.id,
      href: eventPath(event.slug, query),
      title: <Phrases text={event.title} />,
      wanted: (listing.wanted.get(event.id) ?? 0) > 0,
    })),
  };
}
