import type { CaseLine, EventLine } from '@yoriai/api-client';
import { Badge, LinkButton, shortDate, StatusBadge, TaskList, isStatus } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { eventTitle } from '../events/event-title.js';
import { eventsQuery } from '../events/queries.js';
import { supportedCasesQuery } from './queries.js';

/** まちづくりセンター: what of its area is not handed in yet and can be written at, and what waits with the ward. */
export function CentreHome(): ReactElement {
  const drafts = useQuery(eventsQuery({ scope: 'helped' }));
  const cases = useQuery(supportedCasesQuery);
  return (
    <div className="stack-l">
      <section aria-labelledby="centre-drafts">
        <h2 id="centre-drafts">{t('app.centre.title')}</h2>
        <p className="mt1">{t('app.centre.lead')}</p>
        <p className="mt3">
          <LinkButton href={paths.newEvent()} icon="pencil" renderLink={appLink}>
            {t('app.centre.new')}
          </LinkButton>
        </p>
        <h3 className="mt5 mb2">{t('app.centre.drafts')}</h3>
        <Answer of={drafts} inside>
          {({ items }) => <Drafts items={items.filter(({ state }) => state !== 'submitted')} />}
        </Answer>
      </section>
      <section aria-labelledby="centre-cases">
        <h2 id="centre-cases">{t('app.centre.cases')}</h2>
        <p className="mt1 mb3">{t('app.centre.cases.lead')}</p>
        <Answer of={cases} inside>
          {({ items }) => <Cases items={items} />}
        </Answer>
      </section>
    </div>
  );
}

function Drafts({ items }: { readonly items: readonly EventLine[] }): ReactElement {
  if (items.length === 0) return <p>{t('app.centre.drafts.none')}</p>;
  return (
    <TaskList
      renderLink={appLink}
      tasks={items.map((event) => ({
        id: event.id,
        href: paths.event(event.id),
        title: eventTitle(event),
        line: [event.organisation.name, event.startsAt === null ? '' : shortDate(t, event.startsAt), event.help?.askedAt ? t('app.centre.asked', { when: shortDate(t, event.help.askedAt) }) : ''].filter(Boolean).join('　'),
        status: isStatus(event.state) ? <StatusBadge t={t} status={event.state} /> : null,
        field: event.field ?? 'fukushi',
      }))}
    />
  );
}

function Cases({ items }: { readonly items: readonly CaseLine[] }): ReactElement {
  if (items.length === 0) return <p>{t('app.centre.cases.none')}</p>;
  return (
    <TaskList
      renderLink={appLink}
      tasks={items.map((each) => ({
        id: each.id,
        href: paths.approval(each.id),
        title: eventTitle(each),
        line: t('app.centre.by', { organisation: each.organisation.name, date: shortDate(t, each.dueOn) }),
        status: (
          <>
            <StatusBadge t={t} status="submitted" /> {each.comments > 0 ? <Badge icon="pencil">{t('app.comment.title')}</Badge> : null}
          </>
        ),
        field: each.field ?? 'fukushi',
      }))}
    />
  );
}
