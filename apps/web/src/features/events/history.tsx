import { dateTime, Icon } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { historyQuery } from './queries.js';

/** Who did what, when and why; opened when somebody asks. */
export function History({ eventId }: { readonly eventId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details className="dt bare mt3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="list" small />
        {t('app.history.title')}
      </summary>
      {open ? <Lines eventId={eventId} /> : null}
    </details>
  );
}

function Lines({ eventId }: { readonly eventId: string }): ReactElement {
  const history = useQuery(historyQuery(eventId));
  return (
    <Answer of={history} inside>
      {({ items }) => (
        <ol className="hist mt3">
          {items.map((line) => (
            <li key={`${line.at} ${line.verb}`}>
              <b>{t(line.verb === 'approve' && line.actorName === null ? 'app.rule.approved' : `app.history.${line.verb}`)}</b>
              {line.revision === null ? null : <span className="sub num">　{t('app.history.revision', { number: line.revision })}</span>}
              <br />
              <span className="sub num">
                {dateTime(t, line.at)}　{line.actorName ?? t('app.history.clock')}
              </span>
              {line.reason === null ? null : <p className="pre">{line.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}
