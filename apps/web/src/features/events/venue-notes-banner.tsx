import type { EventDetail } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { venuesQuery } from './queries.js';
import { venueNotes } from './venue-notes.js';

/** What the ward's list says of the places: that they hold fewer than can apply, and from what they are no refuge. */
export function VenueNotesBanner({ event, venues }: { readonly event: Pick<EventDetail, 'frames' | 'totalPlaces'>; readonly venues: readonly string[] }): ReactElement | null {
  const { data: list = [] } = useQuery({ ...venuesQuery, enabled: venues.length > 0 });
  const { over, unfit } = venueNotes(event, venues, list);
  if (over === null && unfit.length === 0) return null;
  return (
    <Banner kind="note" className="mt4" title={t('app.venues.from-list')}>
      {over === null ? null : <p className="num">{t('app.venues.note.over', { heads: over.heads.toLocaleString('ja-JP'), holds: over.holds.toLocaleString('ja-JP') })}</p>}
      {unfit.map(({ name, unfitFor }) => (
        <p key={name}>{t('app.venues.note.unfit', { name, hazards: unfitFor.map((each) => t(`app.venues.unfit.${each}`)).join('、') })}</p>
      ))}
    </Banner>
  );
}
