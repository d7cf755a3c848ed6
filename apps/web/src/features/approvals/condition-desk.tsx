import type { DeskCondition } from '@yoriai/api-client';
import { Badge, inBrackets, shortDate, StatusBadge, TaskList } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { eventTitle } from '../events/event-title.js';
import { conditionsQuery } from './queries.js';

/** Conditions that were reported as met, or are late; nothing while there are none. */
export function ConditionDesk(): ReactElement | null {
  const { data } = useQuery(conditionsQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="mt6" aria-labelledby="desk-conditions">
      <h2 id="desk-conditions">{t('app.condition.desk')}</h2>
      <p className="sub mb3">{t('app.condition.desk.lead')}</p>
      <div className="stk">
        <TaskList
          renderLink={appLink}
          tasks={data.items.map((each) => ({
            id: each.id,
            href: paths.approval(each.caseId),
            title: eventTitle(each),
            line: `${each.text}${inBrackets(t, each.organisation.name)}`,
            status: <State of={each} />,
          }))}
        />
      </div>
    </section>
  );
}

function State({ of }: { readonly of: DeskCondition }): ReactElement {
  if (of.state === 'open') return <StatusBadge t={t} status="overdue" params={{ date: shortDate(t, of.dueOn) }} />;
  return (
    <Badge icon="clock" tone="note">
      {t('app.condition.desk.confirm')}
    </Badge>
  );
}
