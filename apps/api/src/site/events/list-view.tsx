import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import type { NamedInitiative } from '@yoriai/events';
import { jstDate } from '@yoriai/platform';
import { Counted, EventList, Icon, MoreLink, Pagination, Segments, monthOfYear, shortDate, type Translate } from '@yoriai/ui';
import { EventLine } from './event-line.js';
import type { EventListing } from './event-reader.js';
import { FeedLinks } from './feed-links.js';
import { ListEmpty, type OtherWays } from './list-empty.js';
import { Filter, OnChips, SearchBox, conditions } from './list-filter.js';
import { listingPath, without, type ListingQuery } from './listing-query.js';
import { sectionOf } from './sections.js';
import type { ListedEvent } from './shown-event.js';

export interface ListViewProps {
  readonly t: Translate;
  readonly listing: EventListing & { readonly areas: readonly Area[] };
  readonly query: ListingQuery;
  /** What else would find something, for the empty list. */
  readonly ways: OtherWays;
  /** The initiatives of the ward's plan. */
  readonly initiatives: readonly NamedInitiative[];
  /** The name of the association that the list is narrowed to. */
  readonly host?: string;
  readonly signedIn: boolean;
  readonly phone: string;
  readonly publicUrl: string;
  readonly now: Date;
  /** The table of a month, in place of the list. */
  readonly table?: ReactElement;
}

/** All events by date, with the conditions at the side. */
export function ListView(props: ListViewProps): ReactElement {
  const { t, listing, query, now, table, ways, signedIn, phone } = props;
  const on = conditions({ ...props, areas: listing.areas });
  // Words and host have no box below.
  const set = conditions({ ...props, query: without(query, 'q', 'host'), areas: listing.areas }).length;
  return (
    <>
      <h1>{t('site.events.title')}</h1>
      {table === undefined ? <p className="sub">{query.past ? t('site.find.past') : t('site.events.from', { date: shortDate(t, query.from ?? jstDate(now)) })}</p> : null}
      <SearchBox t={t} query={query} />
      <div className="views mt4">
        <Segments
          label={t('site.events.views')}
          chips={[
            { href: listingPath(query, { view: null, month: null }), label: t('site.events.view.list'), icon: 'list', on: table === undefined },
            {
              href: listingPath(query, { view: 'month', from: null, to: null, past: null }),
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
              {set === 0 ? t('site.events.filter') : t('site.events.filter.on', { count: set })}
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
              <Counted text={t(listing.more ? 'site.events.found.more' : 'site.events.found', { count: listing.total })} className="cnt" />
            </p>
            <OnChips t={t} on={on} />
          </div>
          {table ?? (
            <>
              {listing.items.length === 0 ? <ListEmpty t={t} query={query} ways={ways} signedIn={signedIn} phone={phone} /> : <Groups {...props} />}
              <Pagination t={t} page={listing.page} pages={Math.max(1, Math.ceil(listing.total / listing.pageSize))} hrefOf={(page) => listingPath(query, { page })} />
            </>
          )}
          <FeedLinks t={t} query={query} publicUrl={props.publicUrl} />
          <p className="mt5">
            <MoreLink href="/initiatives">{t('site.initiatives.title')}</MoreLink>
          </p>
        </div>
      </div>
    </>
  );
}

/** Where what comes was found: that the words are in what is over, too. */
function PastToo({ t, past }: Pick<ListViewProps, 't'> & Pick<OtherWays, 'past'>): ReactElement | null {
  if (past === null) return null;
  return (
    <p className="mt5">
      <MoreLink href={listingPath(past.query, { page: 1 })}>{t('site.events.past-too', { count: past.count })}</MoreLink>
    </p>
  );
}

function Groups({ t, listing, query, ways, now }: ListViewProps): ReactElement {
  const groups = new Map<string, ListedEvent[]>();
  for (const event of listing.items) {
    const head = query.past ? monthOfYear(t, jstDate(new Date(event.startsAt))) : sectionOf(t, event.startsAt, now);
    groups.set(head, [...(groups.get(head) ?? []), event]);
  }
  return (
    <>
      {[...groups].map(([head, events]) => (
        <section key={head} aria-label={head}>
          <h2 className="dayh num">{head}</h2>
          <EventList>
            {events.map((event) => (
              <EventLine key={event.id} t={t} event={event} listing={listing} now={now} list={query} />
            ))}
          </EventList>
        </section>
      ))}
      <PastToo t={t} past={ways.past} />
    </>
  );
}
