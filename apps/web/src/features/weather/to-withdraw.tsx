import { postEventChecklistWithdrawal, type EventChecklistItem, type EventDetail } from '@yoriai/api-client';
import { Badge, Button, procedureIn, shortDate } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { isHandedIn } from '../approvals/checklist-words.js';
import { useEventChanged } from '../events/queries.js';
import { toHearOfIt } from './with-others.js';

/** Of an event that was called off: who had agreed to something and is to be told, each until somebody says that they were. */
export function ToWithdraw({ event }: { readonly event: EventDetail }): ReactElement | null {
  const items = toHearOfIt(event);
  if (event.state !== 'cancelled' || items.length === 0) return null;
  return (
    <section id="to-withdraw" aria-labelledby="to-withdraw-title" tabIndex={-1}>
      <h2 id="to-withdraw-title">{t('weather.withdraw')}</h2>
      <p className="mb3">{t(items.every(({ state }) => state === 'withdrawn') ? 'weather.withdraw.done' : 'weather.withdraw.lead')}</p>
      <ul className="papers">
        {items.map((item) => (
          <Item key={item.code} of={item} eventId={event.id} />
        ))}
      </ul>
    </section>
  );
}

function Item({ of, eventId }: { readonly of: EventChecklistItem; readonly eventId: string }): ReactElement {
  const { code, title, authority, state, last, can } = procedureIn(t, of);
  const changed = useEventChanged();
  const told = useAct((_: null, options) => postEventChecklistWithdrawal(eventId, code, options), changed);
  return (
    <li>
      <p className="strong">{title}</p>
      <p className="sub mt0">{authority}</p>
      {isHandedIn(of) ? <p className="mt1">{t('app.checklist.off.take-back')}</p> : null}
      {state === 'withdrawn' ? (
        <p className="row tight mt2 num">
          <Badge icon="tick" tone="good">
            {t('app.checklist.state.withdrawn')}
          </Badge>
          {last === null ? null : <span className="sub">{shortDate(t, last.at)}</span>}
        </p>
      ) : null}
      <FailureBanner error={told.error} />
      {can.withdraw === true ? (
        <p className="mt2">
          <Button type="button" size="m" kind="outline" about={`${title}：`} onClick={() => told.act(null)}>
            {t(told.pending ? 'app.sending' : 'weather.withdraw.told')}
          </Button>
        </p>
      ) : null}
    </li>
  );
}
