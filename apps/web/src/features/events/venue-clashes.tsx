import type { EventDetail, RainClash, VenueClash } from '@yoriai/api-client';
import { Banner, dateAndRange } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { clashesQuery } from './queries.js';

/** What else is where this event wants to be, at the same time; nothing when it has its places to itself. */
export function VenueClashes({ of }: { readonly of: EventDetail }): ReactElement | null {
  const { data } = useQuery(clashesQuery(of));
  if (!data) return null;
  return (
    <>
      <Taken items={data.items} />
      <InRain items={data.ifItRains} />
    </>
  );
}

/** What would meet if it rained; it is only told. */
function InRain({ items }: { readonly items: readonly RainClash[] }): ReactElement | null {
  if (items.length === 0) return null;
  const words = ({ theirs, title, venues }: RainClash): string => t(theirs ? 'weather.clash.theirs' : 'weather.clash.mine', { title: title ?? t('app.venues.clash.unknown'), venues: venues.join('、') });
  return (
    <Banner kind="rain" className="mt4" title={t('weather.clash.title')}>
      <ul>
        {items.map((each) => (
          <li key={`${each.eventId ?? ''} ${each.startsAt} ${each.theirs}`} className="num">
            {dateAndRange(t, each.startsAt, each.endsAt)}
            <br />
            {each.eventId === null ? words(each) : <AppLink href={paths.event(each.eventId)}>{words(each)}</AppLink>}
          </li>
        ))}
      </ul>
      <p>{t('weather.clash.body')}</p>
    </Banner>
  );
}

function Taken({ items }: { readonly items: readonly VenueClash[] }): ReactElement | null {
  if (items.length === 0) return null;
  return (
    <Banner kind="note" role="status" className="mt4" title={t('app.venues.clash')}>
      <ul>
        {items.map((each) => (
          <li key={`${each.eventId ?? ''} ${each.startsAt}`} className="num">
            {dateAndRange(t, each.startsAt, each.endsAt)}
            <br />
            {each.eventId === null ? lineOf(each) : <AppLink href={paths.event(each.eventId)}>{lineOf(each)}</AppLink>}
          </li>
        ))}
      </ul>
      <p>{t('app.venues.clash.body')}</p>
    </Banner>
  );
}

function lineOf({ isApproved, venues, title }: VenueClash): string {
  return t(isApproved ? 'app.venues.clash.approved' : 'app.venues.clash.asked', { venues: venues.join('、'), title: title ?? t('app.venues.clash.unknown') });
}
