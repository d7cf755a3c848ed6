import type { ReactElement } from 'react';
import { jstDate, type DateOnly } from '@yoriai/platform';
import { LinkButton, Icon, MonthTable, Phrases, bothYears, heldDayWords, heldDays, heldOn, himekuriOf, type HeldDays, type MonthDay, type Translate } from '@yoriai/ui';
import type { EventListing } from './event-reader.js';
import { isHoliday } from './holidays.js';
import { eventPath, listingPath, type ListingQuery } from './listing-query.js';
import { daysOf, monthAfter, weeksOf, type Month } from './month.js';
import type { ListedEvent } from './shown-event.js';

export interface MonthViewProps {
  readonly t: Translate;
  readonly listing: EventListing;
  readonly query: ListingQuery;
  readonly month: Month;
  readonly now: Date;
}

/** An event with the days on which the table has it. */
interface Shown {
  readonly event: ListedEvent;
  readonly held: HeldDays;
}

/** 月の表: a month at a glance, every event on each of its days, and the months beside it. */
export function MonthView({ t, listing, query, month, now }: MonthViewProps): ReactElement {
  const beside = (count: number): { href: string; name: string } => {
    const other = monthAfter(month, count);
    return { href: listingPath(query, { view: 'month', month: other }), name: himekuriOf(t, daysOf(other).first).month };
  };
  const [before, after] = [beside(-1), beside(1)];
  const { first } = daysOf(month);
  const shown: readonly Shown[] = listing.items.map((event) => ({ event, held: heldDays(event.startsAt, event.endsAt) }));
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
          weeks={weeksOf(month).map((week) => week.map((day) => dayOf(t, day, { shown, listing, query, month, now })))}
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

interface Around extends Pick<MonthViewProps, 'listing' | 'query' | 'month' | 'now'> {
  readonly shown: readonly Shown[];
}

function dayOf(t: Translate, day: DateOnly, { shown, listing, query, month, now }: Around): MonthDay {
  const outside = !day.startsWith(month);
  return {
    day,
    outside,
    holiday: isHoliday(day),
    today: day === jstDate(now),
    entries: (outside ? [] : heldOn(shown, day)).map(({ event, held }) => ({
      id: event.id,
      href: eventPath(event.slug, query),
      title: <Title title={event.title} words={heldDayWords(t, held, day)} />,
      wanted: (listing.wanted.get(event.id) ?? 0) > 0,
    })),
  };
}

/** What it is; of several days, which of them this is. */
function Title({ title, words }: { readonly title: string; readonly words: string | null }): ReactElement {
  return words === null ? (
    <Phrases text={title} />
  ) : (
    <>
      <span className="whole">{words}</span> <Phrases text={title} />
    </>
  );
}
