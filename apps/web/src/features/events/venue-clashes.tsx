import type { EventDetail, RainClash, VenueClash } from '@yoriai/api-client';
import { Banner, dateAndRange } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { clashesQuery } from './queries.js';

interface VenueClashesProps {
  readonly of: EventDetail;
  /** Who hands it in may look for another time; who decides has to say why both can be held. */
  readonly reader: 'host' | 'ward';
}

/** What else is where this event wants to be, at the same time; nothing when it has its places to itself. */
export function VenueClashes({ of, reader }: VenueClashesProps): ReactElement | null {
  const { data } = useQuery(clashesQuery(of));
  if (!data) return null;
  return (
    <>
      <Taken items={data.items} reader={reader} />
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

function Taken({ items, reader }: { readonly items: readonly VenueClash[]; readonly reader: VenueClashesProps['reader'] }): ReactElement | null {
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
      <p>{t(bodyOf(items, reader))}</p>
    </Banner>
  );
}

/** What it means for who reads it. */
export function bodyOf(items: readonly Pick<VenueClash, 'isApproved'>[], reader: VenueClashesProps['reader']) {
  if (reader === 'host') return 'app.venues.clash.body';
  return items.some(({ isApproved }) => isApproved) ? 'app.venues.clash.decide' : 'app.venues.clash.decide-first';
}

function lineOf({ isApproved, venues, title }: VenueClash): string {
  return t(isApproved ? 'app.venues.clash.approved' : 'app.venues.clash.asked', { venues: venues.join('、'), title: title ?? t('app.venues.clash.unknown') });
}
