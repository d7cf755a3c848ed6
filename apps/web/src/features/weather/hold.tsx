import { postEventHolding, type EventDetail } from '@yoriai/api-client';
import { Button } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from '../events/queries.js';

/** 予定どおり開催する: one press, and the page says so. */
export function Hold({ event }: { readonly event: EventDetail }): ReactElement | null {
  const go = useGo();
  const changed = useEventChanged();
  const now = useNow();
  const { startsAt } = event;
  const holding = useAct(
    (day: string, options) => postEventHolding(event.id, { startsAt: day }, options),
    async (answer) => {
      await changed(answer);
      go(paths.event(event.id), { replace: true });
    },
  );
  if (event.can.postpone !== true || startsAt === null || new Date(startsAt) <= now) return null;
  return (
    <section className="mt5" aria-labelledby="hold">
      <h2 id="hold" className="fs-18">
        {t('app.hold.title')}
      </h2>
      <p>{t('app.hold.body')}</p>
      <FailureBanner error={holding.error} />
      <p className="mt3">
        <Button type="button" kind="outline" icon="tick" onClick={() => holding.act(startsAt)}>
          {t(holding.pending ? 'app.sending' : 'app.hold.yes')}
        </Button>
      </p>
    </section>
  );
}
