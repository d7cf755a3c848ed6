import type { EventDetail, VenueAnswer } from '@yoriai/api-client';
import { NativeSelect } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import { venuesQuery } from '../queries.js';
import type { BoxesProps } from '../step-fields.js';
import { VENUES_MOST, venuesIn, venuesText, type Values } from '../values.js';
import { VenueClashes } from '../venue-clashes.js';
import { VenueNotesBanner } from '../venue-notes-banner.js';
import { usesWith } from '../venue-uses.js';

type Props = BoxesProps & { readonly event: EventDetail; readonly replace: (values: Values) => void };

/** 会場: one list per place, and an empty one for another; the first place writes its name and address into the boxes below, where they are empty. */
export function VenueBoxes({ event, replace, values, errors }: Props): ReactElement | null {
  const { data: venues = [] } = useQuery(venuesQuery);
  const chosen = venuesIn(values['venues']);
  // A ward that keeps no list is not asked.
  if (venues.length === 0 && chosen.length === 0) return null;
  const boxes = chosen.length < VENUES_MOST ? [...chosen, ''] : chosen;
  const choose = (at: number, name: string): void => {
    const next = boxes.map((each, index) => (index === at ? name : each)).filter((each, index, all) => each !== '' && all.indexOf(each) === index);
    // Where it was said what is used, a park of the list adds to it; where not, it stands ticked when that is asked.
    const uses: Values = values['uses'] ? { uses: usesWith(values['uses'], next, venues) } : {};
    replace({ ...values, venues: venuesText(next), ...filledBy(venues, next[0], values), ...uses });
  };
  return (
    <>
      {boxes.map((name, at) => (
        <NativeSelect
          key={at}
          t={t}
          need="optional"
          name={at === 0 ? 'venues' : `venues.${at}`}
          label={at === 0 ? t('events.label.venues') : t('app.field.venues.nth', { n: at + 1 })}
          {...(at === 0 ? { hint: t('app.field.venues.hint') } : {})}
          {...(at === 0 && errors['venues'] !== undefined ? { error: errors['venues'] } : {})}
          choices={[{ value: '', label: t('app.venues.none') }, ...venues.filter((each) => each.name === name || !chosen.includes(each.name)).map((each) => ({ value: each.name, label: labelOf(each) }))]}
          value={name}
          onChange={(box) => choose(at, box.target.value)}
        />
      ))}
      <VenueNotesBanner event={event} venues={chosen} />
      <VenueClashes of={event} reader="host" />
    </>
  );
}

const labelOf = ({ name, capacity }: VenueAnswer): string => (capacity === null ? name : t('app.venues.holds', { name, count: capacity.toLocaleString('ja-JP') }));

/** Name and address of the first place of the list; what somebody wrote in their own words stays. */
function filledBy(venues: readonly VenueAnswer[], first: string | undefined, { placeName = '', placeAddress = '' }: Values): Values {
  const [venue, before] = [first, placeName].map((name) => venues.find((each) => each.name === name));
  if (!venue || (placeName !== '' && !before)) return {};
  const isTheirs = placeAddress === '' || placeAddress === before?.address;
  return { placeName: venue.name, placeAddress: isTheirs ? (venue.address ?? '') : placeAddress };
}
