import type { StartLine, StartList } from '@yoriai/api-client';
import { EmptyState } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { useLevel, useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { organisationsQuery } from '../events/new-event.js';
import { venuesQuery } from '../events/queries.js';
import { areasQuery } from '../reporting/queries.js';
import { startTasksQuery, startsQuery } from './queries.js';
import { StartForm } from './start-form.js';
import { StartRow } from './start-row.js';

/** はじめたい: who would like to begin a programme at their place, the ward's answers, and the form to ask. */
export function StartsScreen(): ReactElement {
  const staff = useLevel('staff');
  const starts = useQuery(startsQuery);
  const back = staff ? { href: paths.desk(), label: t('app.desk.title') } : { href: paths.home, label: t('app.menu.home') };
  return (
    <Screen title={t('app.starts.title')} lead={t(staff ? 'app.starts.lead.staff' : 'app.starts.lead')} back={back}>
      <Answer of={starts} inside>
        {({ items }) => <Starts items={items} />}
      </Answer>
    </Screen>
  );
}

function Starts({ items }: { readonly items: readonly StartLine[] }): ReactElement {
  const client = useQueryClient();
  const staff = useLevel('staff');
  const { me } = useSession();
  const organisations = useQuery(organisationsQuery);
  const [areas, venues] = [useQuery(areasQuery), useQuery(venuesQuery)];
  const done = (list: StartList): void => {
    client.setQueryData(startsQuery.queryKey, list);
    void client.invalidateQueries({ queryKey: startTasksQuery.queryKey });
  };
  const led = new Set(me.terms.filter(({ role }) => role === 'leader' || role === 'council-officer').map(({ organisationId }) => organisationId));
  const asking = (organisations.data ?? []).filter(({ id, kind }) => (staff ? kind !== 'ward-office' : led.has(id)));
  const may = staff || led.size > 0;
  const form = organisations.isLoading || areas.isLoading || venues.isLoading ? null : <StartForm organisations={asking} areas={areas.data ?? []} venues={venues.data ?? []} done={done} />;
  const title = t(staff ? 'app.starts.new.staff' : 'app.starts.new');
  return (
    <div className="stack-l mt4">
      {may ? (
        <details className="dt" open={items.length === 0}>
          <summary>{title}</summary>
          <div className="narrow-in mt4">{form}</div>
        </details>
      ) : null}
      <div>{items.length === 0 ? <EmptyState title={t('app.starts.none')} field="kenkou" /> : items.map((each) => <StartRow key={each.id} of={each} done={done} />)}</div>
    </div>
  );
}
