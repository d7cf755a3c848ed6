import type { EventDetail } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { venuesQuery } from './queries.js';
import { venueNotes, type Heads } from './venue-notes.js';

interface VenueNotesProps {
  readonly event: Heads;
  readonly venues: readonly string[];
  /** Only how many they hold: where numbers are written, and right before it goes to the ward. */
  readonly onlyOver?: boolean;
  /** The event whose number of places can be put right from here. */
  readonly mend?: EventDetail['id'];
}

/** What the ward's list says of the places: that they hold fewer than can apply, and from what they are no refuge. It warns and forbids nothing. */
export function VenueNotesBanner({ event, venues, onlyOver = false, mend }: VenueNotesProps): ReactElement | null {
  const { data: list = [] } = useQuery({ ...venuesQuery, enabled: venues.length > 0 });
  const { over, unfit } = venueNotes(event, venues, list);
  const told = onlyOver ? [] : unfit;
  if (over === null && told.length === 0) return null;
  return (
    <Banner kind="note" className="mt4" title={t('app.venues.from-list')}>
      {over === null ? null : <p className="num">{t('app.venues.note.over', { heads: over.heads.toLocaleString('ja-JP'), holds: over.holds.toLocaleString('ja-JP') })}</p>}
      {over === null || mend === undefined ? null : (
        <p>
          <AppLink href={paths.editFromCheck(mend, 'places')} className="more">
            {t('app.venues.note.mend')}
          </AppLink>
        </p>
      )}
      {told.map(({ name, unfitFor }) => (
        <p key={name}>{t('app.venues.note.unfit', { name, hazards: unfitFor.map((each) => t(`app.venues.unfit.${each}`)).join('、') })}</p>
      ))}
    </Banner>
  );
}
