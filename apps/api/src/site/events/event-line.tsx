import type { ReactElement } from 'react';
import { Badge, EventRow, htmlLang, Phrases, SeatsLeft, StatusBadge, sameDay, type Status, type Translate } from '@yoriai/ui';
import { titleIn } from '../page/other-words.js';
import type { EventListing } from './event-reader.js';
import { isHoliday } from './holidays.js';
import { eventPath, type ListingQuery } from './listing-query.js';
import type { ListedEvent } from './shown-event.js';
import { choiceOf, lotteryOf, placesOf, standingOf, type Standing } from './standing.js';

export interface EventLineProps {
  readonly t: Translate;
  readonly event: ListedEvent;
  /** Volunteers still wanted. */
  readonly wanted: number;
  /** It takes place in a smaller form. */
  readonly reduced?: boolean;
  readonly now: Date;
}

const STATUS: Readonly<Record<Standing, Status>> = {
  cancelled: 'cancelled',
  ended: 'ended',
  anyone: 'no-application',
  'not-open': 'not-open',
  open: 'open',
  full: 'full',
  closed: 'application-closed',
};

/** How an event stands, in at most two badges: what keeps one from coming first, then what is asked for; a third where part of it is left out. */
export function EventBadges({ t, event, wanted, reduced = false, now }: EventLineProps): ReactElement {
  const standing = standingOf(event, now);
  const alive = standing !== 'cancelled' && standing !== 'ended';
  const badges: Status[] = [];
  if (event.category === 'drill') badges.push('drill');
  if (alive && sameDay(event.startsAt, now)) badges.push('today');
  badges.push(STATUS[standing]);
  if (alive && standing === 'full') badges.push('waitlisted');
  const cut = alive && reduced;
  const shown = badges.slice(0, 2);
  return (
    <>
      {shown.map((status) => (
        <StatusBadge key={status} t={t} status={status} />
      ))}
      {cut ? (
        <Badge icon="warning" tone="note">
          {t('site.list.reduced')}
        </Badge>
      ) : null}
      {alive && wanted > 0 && shown.length < 2 ? <StatusBadge t={t} status="help-count" params={{ count: wanted }} /> : null}
    </>
  );
}

interface ListedLineProps extends Pick<EventLineProps, 't' | 'event' | 'now'> {
  readonly listing: Pick<EventListing, 'wanted' | 'dates'> & Partial<Pick<EventListing, 'reduced'>>;
  /** The search that found it, to which its page leads back. */
  readonly list?: ListingQuery;
}

/** One event of a list. */
export function EventLine({ t, event, listing, now, list }: ListedLineProps): ReactElement {
  const left = leftOf(t, event, standingOf(event, now));
  return (
    <EventRow
      t={t}
      href={eventPath(event.slug, list)}
      title={titleIn(t, event) === null ? <Phrases text={event.title} /> : <span lang={htmlLang(t.lang)}>{<Phrases text={event.title} />}</span>}
      field={event.field ?? 'fukushi'}
      startsAt={event.startsAt}
      endsAt={event.endsAt}
      holiday={isHoliday(event.startsAt)}
      place={event.placeName}
      later={(listing.dates.get(event.id) ?? []).map((at) => ({ at, holiday: isHoliday(at) }))}
      badges={<EventBadges t={t} event={event} wanted={listing.wanted.get(event.id) ?? 0} reduced={listing.reduced?.has(event.id) ?? false} now={now} />}
      {...(left === null ? {} : { left })}
    />
  );
}

function leftOf(t: Translate, event: ListedEvent, standing: Standing): ReactElement | string | null {
  const { free, waiting } = placesOf(event.frames);
  const lottery = lotteryOf(event.frames);
  const choice = choiceOf(event.frames);
  switch (standing) {
    case 'open':
      if (choice !== null) return t('site.left.chosen', { count: choice.capacity });
      return lottery === null ? <SeatsLeft t={t} count={free} /> : t('site.left.lottery', { count: lottery.capacity });
    case 'anyone':
      return t('site.left.anyone');
    case 'full':
      return waiting > 0 ? t('site.left.waiting', { count: waiting }) : t('site.left.full');
    case 'cancelled':
    case 'ended':
    case 'not-open':
    case 'closed':
      return null;
  }
}
