import { postEventHandOver, type EventDetail } from '@yoriai/api-client';
import { Button, dateTimeSeen } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from '../events/queries.js';

/** The community centre is done with its draft and asks the host to look; said again once it has written on. */
export function HandOver({ event }: { readonly event: EventDetail }): ReactElement | null {
  const changed = useEventChanged();
  const now = useNow();
  const asking = useAct((_: null, options) => postEventHandOver(event.id, options), changed);
  const { help } = event;
  if (help === null) return null;
  return (
    <>
      <FailureBanner error={asking.error} />
      {help.askedAt === null ? null : (
        <p className="mt3 num" role="status">
          {t('app.centre.asked', { when: dateTimeSeen(t, help.askedAt, now) })}
        </p>
      )}
      {help.askedAt !== null && !help.writtenSince ? null : (
        <>
          <p className="sub mt3">{t('app.centre.ask.hint')}</p>
          <p className="mt3">
            <Button type="button" icon="send" onClick={() => asking.act(null)}>
              {t(asking.pending ? 'app.sending' : 'app.centre.ask')}
            </Button>
          </p>
        </>
      )}
    </>
  );
}
