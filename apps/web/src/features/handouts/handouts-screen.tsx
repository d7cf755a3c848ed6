import type { EventDetail, HandoutList } from '@yoriai/api-client';
import { EmptyState } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { eventTitle } from '../events/event-title.js';
import { eventQuery } from '../events/queries.js';
import { AddHandout } from './add-handout.js';
import { HandoutLines } from './handout-lines.js';
import { leadOf } from './lead-of.js';
import { handoutsQuery } from './queries.js';

/** 資料: what whoever sees the page of the event may take along. */
export function HandoutsScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/handouts' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Handouts event={found} />}</Answer>;
}

function Handouts({ event }: { readonly event: EventDetail }): ReactElement {
  const handouts = useQuery(handoutsQuery(event.id));
  return (
    <Screen title={t('handout.title')} width="narrow" back={{ href: paths.event(event.id), label: eventTitle(event) }}>
      <p className="sub mt2">{t(leadOf(event))}</p>
      <Answer of={handouts}>{(found) => <Found event={event} found={found} />}</Answer>
    </Screen>
  );
}

function Found({ event, found }: { readonly event: EventDetail; readonly found: HandoutList }): ReactElement {
  const { items, most, can } = found;
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={t('handout.none')} field={event.field ?? 'fukushi'}>
          <p>{t('handout.none.body')}</p>
        </EmptyState>
      ) : (
        <HandoutLines eventId={event.id} found={found} />
      )}
      {can.add !== true ? <p className="sub mt4">{whyNot(can.add)}</p> : items.length >= most ? <p className="sub mt4">{t('handout.full', { count: most })}</p> : <AddHandout key={items.length} eventId={event.id} />}
    </>
  );
}
