import { getGetEventHandoutUrl, postEventHandoutRemoval, type Handout, type HandoutList } from '@yoriai/api-client';
import { Icon, fileSize, inBrackets, shortDate } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { handoutsQuery } from './queries.js';

/** Each with what it is, since when, and the way to look at it or take it away. */
export function HandoutLines({ eventId, found }: { readonly eventId: string; readonly found: Pick<HandoutList, 'items' | 'can'> }): ReactElement {
  return (
    <ul className="files mt5">
      {found.items.map((handout) => (
        <Line key={handout.id} eventId={eventId} of={handout} mayRemove={found.can.remove === true} />
      ))}
    </ul>
  );
}

function Line({ eventId, of, mayRemove }: { readonly eventId: string; readonly of: Handout; readonly mayRemove: boolean }): ReactElement {
  const client = useQueryClient();
  const removal = useAct(
    (id: string, options) => postEventHandoutRemoval(eventId, id, options),
    (answer) => void client.setQueryData(handoutsQuery(eventId).queryKey, answer),
  );
  const what = t(`handout.kind.${of.kind === 'image/jpeg' ? 'picture' : 'pdf'}`, { size: fileSize(of.size) });
  return (
    <li>
      <a className="btn t m" href={getGetEventHandoutUrl(eventId, of.id)} download>
        <Icon name="download" />
        <span>
          {of.name}
          {inBrackets(t, what)}
        </span>
      </a>
      <span className="sub num">{t('handout.since', { day: shortDate(t, of.addedAt) })}</span>
      <FailureBanner error={removal.error} />
      {mayRemove ? <ConfirmedButton label={t('handout.remove')} kind="outline" what={t('handout.remove.what', { name: of.name })} pending={removal.pending} onYes={() => removal.act(of.id)} /> : null}
    </li>
  );
}
