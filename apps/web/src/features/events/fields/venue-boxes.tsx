import type { EventDetail, VenueAnswer } from '@yoriai/api-client';
import { NativeSelect } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import { venuesQuery } from '../queries.js';
import type { BoxesProps } from '../step-fields.js';
import { VENUES_MOST, venuesIn, venuesText, type Values } from '../values.js';
import { VenueClashes } from '../venue-clashes.js';

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
    replace({ ...values, venues: venuesText(next), ...filledBy(venues.find((each) => each.name === next[0]), values) });
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
      <VenueClashes of={event} />
    </>
  );
}

const labelOf = ({ name, capacity }: VenueAnswer): string => (capacity === null ? name : t('app.venues.holds', { name, count: capacity }));

function filledBy(venue: VenueAnswer | undefined, values: Values): Values {
  if (!venue || values['placeName']) return {};
  return { placeName: venue.name, placeAddress: values['placeAddress'] || (venue.address ?? '') };
}
