import { postEventPublication, type EventDetail } from '@yoriai/api-client';
import type { ReactElement } from 'react';
import { t, whyNot } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from './queries.js';

/** 公開する: puts an approved event on the Site, after a question. Where the clock will do it, doing it at once is not the next step. Says why it can't, and what went wrong. */
export function PublishButton({ event }: { readonly event: EventDetail }): ReactElement {
  const changed = useEventChanged();
  const publication = useAct((_: null, options) => postEventPublication(event.id, options), changed);
  const why = whyNot(event.can.publish);
  return (
    <>
      <FailureBanner error={publication.error} />
      <div className="mt4">
        <ConfirmedButton {...(event.publishAt === null ? { label: t('app.publish.button') } : { label: t('app.publish-at.now'), kind: 'outline' as const })} icon="megaphone" what={t(event.visibility === null ? 'app.publish.sure' : `app.publish.sure.${event.visibility}`)} pending={publication.pending} onYes={() => publication.act(null)} />
      </div>
      {why === undefined ? null : <p className="sub mt3">{why}</p>}
    </>
  );
}
