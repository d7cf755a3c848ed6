import type { AreaAnswer, VenueAnswer } from '@yoriai/api-client';
import { Counted, EmptyState, TaskList, areaName } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { groupBy } from '../../ui/group.js';
import { venuesQuery } from '../events/queries.js';
import { areasQuery } from '../reporting/queries.js';
import type { VenueSearch } from './search.js';
import { VENUE_KINDS, VenueForm } from './venue-form.js';

/** 会場の一覧: the ward's places, and the form to add or change one. */
export function VenuesScreen(): ReactElement {
  return useLevel('staff') ? <Venues /> : <Forbidden code="venue.staff-only" />;
}

function Venues(): ReactElement {
  const search: VenueSearch = useSearch({ from: '/admin/venues' });
  const [venues, areas] = [useQuery(venuesQuery), useQuery(areasQuery)];
  return (
    <Answer of={venues}>
      {(found) => (
        <Answer of={areas}>
          {(known) => {
            const chosen = found.find(({ name }) => name === search.name);
            return chosen ? <OneVenue key={chosen.name} of={chosen} all={found} areas={known} /> : <AllVenues of={found} areas={known} />;
          }}
        </Answer>
      )}
    </Answer>
  );
}

interface WithAreas {
  readonly areas: readonly AreaAnswer[];
}

function OneVenue({ of, all, areas }: WithAreas & { readonly of: VenueAnswer; readonly all: readonly VenueAnswer[] }): ReactElement {
  return (
    <Screen title={of.name} width="narrow" back={{ href: paths.venues(), label: t('app.venues.title') }}>
      <div className="mt4">
        <VenueForm of={of} all={all} areas={areas} />
      </div>
    </Screen>
  );
}

function AllVenues({ of, areas }: WithAreas & { readonly of: readonly VenueAnswer[] }): ReactElement {
  return (
    <Screen title={t('app.venues.title')} lead={t('app.venues.lead')} back={{ href: paths.desk(), label: t('app.desk.title') }}>
      <p className="ph mt3">
        <a href="#venue-add" className="more">
          {t('app.venues.add')}
        </a>
      </p>
      <div className="two mt4">
        <List of={of} areas={areas} />
        <section className="ckb top" aria-labelledby="venue-add">
          <h2 id="venue-add" className="mb3">
            {t('app.venues.add')}
          </h2>
          <VenueForm of={undefined} all={of} areas={areas} />
        </section>
      </div>
    </Screen>
  );
}

function List({ of, areas }: WithAreas & { readonly of: readonly VenueAnswer[] }): ReactElement {
  const byKind = groupBy(of, ({ kind }) => kind);
  if (of.length === 0) return <EmptyState title={t('app.venues.empty')} />;
  return (
    <div className="stack-l">
      {VENUE_KINDS.filter((kind) => byKind.has(kind)).map((kind) => (
        <section key={kind} aria-labelledby={`venues-${kind}`}>
          <h2 id={`venues-${kind}`} className="mb2">
            {t(`app.venues.kind.${kind}`)}
          </h2>
          <TaskList renderLink={appLink} tasks={(byKind.get(kind) ?? []).map((each) => ({ id: each.name, href: paths.venues({ name: each.name }), title: each.name, line: <Counted text={lineOf(each, areas)} /> }))} />
        </section>
      ))}
    </div>
  );
}

function lineOf({ partOf, capacity, address, refuge, areaId, unfitFor }: VenueAnswer, areas: readonly AreaAnswer[]): string {
  const area = areas.find(({ id }) => id === areaId);
  const unfit = unfitFor.length === 0 ? null : t('app.venues.unfit.line', { hazards: unfitFor.map((each) => t(`app.venues.unfit.${each}`)).join('、') });
  return [partOf === null ? null : t('app.venues.part-of.line', { whole: partOf }), capacity === null ? null : t('app.venues.people', { count: capacity }), refuge === null ? null : t(`refuge.kind.${refuge}`), area ? areaName(t, area) : null, address, unfit].filter((each) => each !== null).join('　');
}
