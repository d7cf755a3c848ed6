import type { EventDetail } from '@yoriai/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLevel } from '../../app/session.js';
import { sentence, t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ListFile } from '../events/list-file.js';
import { listsOfEventQuery } from './queries.js';
import { SecondPerson } from './second-person.js';

type Listed = Pick<EventDetail, 'id' | 'organisation' | 'category' | 'visibility' | 'can'>;

/** 名簿をファイルで: who leads an association says what for, ward staff ask a second person first. */
export function ListOut({ event }: { readonly event: Listed }): ReactElement {
  const staff = useLevel('staff');
  if (event.can.takeAlong !== true) return <NotTheirs />;
  return staff ? <OfStaff event={event} /> : <ListFile event={event} />;
}

function OfStaff({ event }: { readonly event: Listed }): ReactElement {
  const found = useQuery(listsOfEventQuery(event.id));
  return (
    <Answer of={found} inside>
      {({ needed, items }) => (needed ? <SecondPerson event={event} of={items} /> : <ListFile event={event} />)}
    </Answer>
  );
}

/** Who leads drills alone prints their lists, and learns here whom to ask for a file. */
function NotTheirs(): ReactElement {
  return (
    <section className="sec2" aria-labelledby="list-file">
      <h2 id="list-file" className="fs-18">
        {t('app.papers.csv')}
      </h2>
      <p className="mt2">{sentence('list-request.leaders-only')}</p>
    </section>
  );
}
