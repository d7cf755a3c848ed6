import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { choosable, initiativeChoices, initiativesQuery } from '../initiatives.js';
import type { BoxesProps } from '../step-fields.js';
import { PickOne } from './box.js';

/** To which initiative of the ward it belongs, if to any. One that is over stays a choice of what has it already. */
export function InitiativeBox(of: BoxesProps): ReactElement | null {
  const { data } = useQuery(initiativesQuery);
  const [had] = useState(of.values['initiative']);
  if (data === undefined) return null;
  return <PickOne of={of} name="initiative" label="events.label.initiative" hint="events.label.initiative.hint" need="silent" choices={initiativeChoices(choosable(data.items, had))} />;
}
