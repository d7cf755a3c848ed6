import type { EventDetail } from '@yoriai/api-client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import { t } from '../../../i18n.js';
import { venuesQuery } from '../queries.js';
import type { BoxesProps } from '../step-fields.js';
import { EVENT_USES, NO_USE } from '../values.js';
import { usesWith } from '../venue-uses.js';
import { Choose, Line, Mark } from './box.js';

/** 食べ物や火, and what is used. */
export function SafetyFields({ event, ...of }: BoxesProps & { readonly event: EventDetail }): ReactElement {
  useUsesOfVenues(event, of);
  const choices = [
    { value: 'yes', label: t('app.yes') },
    { value: 'no', label: t('app.no') },
  ];
  return (
    <>
      <Choose of={of} name="food" label="app.field.food.question" hint="app.field.food.hint" need="required" choices={choices} />
      <Choose of={of} name="fire" label="app.field.fire.question" hint="app.field.fire.hint" need="required" choices={choices} />
      <Mark of={of} name="uses" label="app.field.uses.question" hint="app.field.uses.hint" choices={EVENT_USES.map((value) => ({ value, label: t(`events.use.${value}`) }))} none={{ value: NO_USE, label: t('events.use.none') }} />
      <Line of={of} name="insurance" label="app.field.insurance" hint="app.field.insurance.hint" maxLength={200} />
      <Line of={of} name="budget" label="app.field.budget" hint="app.field.budget.hint" inputMode="numeric" width="short" maxLength={12} />
    </>
  );
}

/** The places of the ward's list stand ticked once, before anybody said anything. */
function useUsesOfVenues({ uses, venues }: EventDetail, { values, set }: BoxesProps): void {
  const { data = [] } = useQuery(venuesQuery);
  const known = usesWith('', venues ?? [], data);
  const isDone = useRef(uses !== null);
  const box = values['uses'] ?? '';
  useEffect(() => {
    if (isDone.current || known === '') return;
    isDone.current = true;
    if (box === '') set('uses', known);
  }, [known, box, set]);
}
