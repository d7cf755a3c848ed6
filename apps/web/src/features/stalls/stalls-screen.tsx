import { getEventStalls, type EventDetail, type StallList } from '@yoriai/api-client';
import { EmptyState, Facts, LinkButton, PlotPlan, plottedIn } from '@yoriai/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { eventTitle } from '../events/event-title.js';
import { notPublicYet } from '../events/hub.js';
import { eventQuery, useEventChanged } from '../events/queries.js';
import { CallForm } from './call-form.js';
import { plotlessIn } from './plots.js';
import { StallRow } from './stall-row.js';

const stallsQuery = (eventId: string) => queryOptions({ queryKey: ['event', eventId, 'stalls'], queryFn: ({ signal }) => getEventStalls(eventId, { signal }) });

/** 出店: the call, the answers, the plots. */
export function StallsScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/stalls' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => (found.can.seeApplications === true ? <Stalls event={found} /> : <Forbidden code="stall.leaders-only" />)}</Answer>;
}

function Stalls({ event }: { readonly event: EventDetail }): ReactElement {
  const client = useQueryClient();
  const changed = useEventChanged();
  const query = stallsQuery(event.id);
  const stalls = useQuery(query);
  // An answer changes what the event has to see to besides: food and fire.
  const done = async (list: StallList): Promise<void> => {
    client.setQueryData(query.queryKey, list);
    await changed(event);
  };
  // Nobody can ask for one yet: what is set is what one comes for.
  const planned = notPublicYet(event.state) && stalls.data?.stalls.length === 0;
  return (
    <Screen title={t('stall.label')} back={{ href: paths.event(event.id), label: eventTitle(event) }} lead={t('app.stalls.lead')}>
      <Answer of={stalls} inside>
        {(list) => (
          <div className="two mt5">
            <section aria-labelledby="stall-list">
              <h2 id="stall-list">{t('app.stalls.list')}</h2>
              {list.call === null || planned ? null : (
                <p className="num">{t('app.stalls.row', { accepted: list.stalls.filter(({ state }) => state === 'accepted').length, waiting: list.stalls.filter(({ state }) => state === 'applied').length })}</p>
              )}
              {plotlessIn(list) === 0 ? null : (
                <p className="strong num">{t('app.stalls.plotless', { count: plotlessIn(list) })}</p>
              )}
              <Plan list={list} />
              {planned ? <p>{t('app.stalls.not-yet')}</p> : list.stalls.length === 0 ? <EmptyState field={event.field ?? 'fukushi'} title={t('app.stalls.none')} /> : null}
              {list.stalls.map((stall) => (
                <StallRow key={stall.id} stall={stall} list={list} done={done} />
              ))}
            </section>
            <aside className="stack-l" aria-label={t('app.stalls.call')}>
              <section className="ckb" aria-labelledby="stall-call">
                <h2 id="stall-call" className="mb3">
                  {t('app.stalls.call')}
                </h2>
                <CallForm eventId={event.id} call={list.call} done={done} />
              </section>
              {list.stalls.some(({ state }) => state === 'accepted') ? <Equipment of={list} eventId={event.id} /> : null}
            </aside>
          </div>
        )}
      </Answer>
    </Screen>
  );
}

/** Columns of a plan that a telephone has room for. */
const ACROSS = 4;

/** Which stall stands where; nothing before the first has a plot. */
function Plan({ list }: { readonly list: StallList }): ReactElement | null {
  if (!list.stalls.some(({ state, plot }) => state === 'accepted' && plot !== null)) return null;
  return (
    <details className="dt mb3" open>
      <summary>{t('stall.plan')}</summary>
      <PlotPlan t={t} plots={plottedIn(list)} across={ACROSS} />
    </details>
  );
}

const PIECES = ['tents', 'tables', 'chairs', 'watts', 'generators', 'extinguishers'] as const;

function Equipment({ of: { equipment }, eventId }: { readonly of: StallList; readonly eventId: string }): ReactElement {
  return (
    <section aria-labelledby="stall-equipment">
      <h2 id="stall-equipment" className="fs-18 mb3">
        {t('app.stalls.equipment')}
      </h2>
      <Facts rows={PIECES.map((piece) => ({ term: t(`stall.${piece}`), detail: <span className="num">{equipment[piece]}</span> }))} />
      <p className="mt4">
        <LinkButton href={`/print/events/${eventId}/stall-list`} kind="outline" size="m" icon="print">
          {t('app.stalls.print')}
        </LinkButton>
      </p>
      <p className="mt3">
        <LinkButton href={`/print/events/${eventId}/plot-plan`} kind="outline" size="m" icon="print">
          {t('app.papers.plot-plan')}
        </LinkButton>
      </p>
    </section>
  );
}
