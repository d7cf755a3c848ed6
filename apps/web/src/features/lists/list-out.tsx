import type { EventDetail } from '@yoriai/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLevel } from '../../app/session.js';
import { Answer } from '../../ui/answer.js';
import { ListFile } from '../events/list-file.js';
import { listsOfEventQuery } from './queries.js';
import { SecondPerson } from './second-person.js';

type Listed = Pick<EventDetail, 'id' | 'category' | 'visibility'>;

/** 名簿をファイルで: who leads an association says what for, ward staff ask a second person first. */
export function ListOut({ event }: { readonly event: Listed }): ReactElement {
  return useLevel('staff') ? <OfStaff event={event} /> : <ListFile event={event} />;
}

function OfStaff({ event }: { readonly event: Listed }): ReactElement {
  const found = useQuery(listsOfEventQuery(event.id));
  return (
    <Answer of={found} inside>
      {({ needed, items }) => (needed ? <SecondPerson event={event} of={items} /> : <ListFile event={event} />)}
    </Answer>
  );
}
