import type { EventDetail } from '@yoriai/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { caseQuery } from '../approvals/queries.js';
import { lastDecided } from '../approvals/since-decision.js';
import { ChangeList } from './change-list.js';
import { changesIn } from './changes.js';
import type { EventContent } from './content.js';
import { useInitiativeNames } from './initiatives.js';

/** What the host changed since the ward decided last: while it is being put right, and while it waits again. */
export function ChangesSince({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { approval, state } = event;
  if (approval === null || !(state === 'returned' || (state === 'submitted' && approval.revision > 1))) return null;
  return <Loaded caseId={approval.caseId} content={event} />;
}

function Loaded({ caseId, content }: { readonly caseId: string; readonly content: EventContent }): ReactElement {
  const found = useQuery(caseQuery(caseId));
  const nameOf = useInitiativeNames();
  return (
    <Answer of={found} inside>
      {(each) => {
        const before = lastDecided(each);
        if (before === undefined) return <></>;
        const rows = changesIn(before, content, nameOf);
        return (
          <section aria-labelledby="changes-since">
            <h2 id="changes-since" className="mb3">
              {t('app.changes.title')}
            </h2>
            {rows.length === 0 ? <p>{t('app.case.nothing-changed')}</p> : <ChangeList rows={rows} />}
          </section>
        );
      }}
    </Answer>
  );
}
