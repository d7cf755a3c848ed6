import { postApplicationCancellation, postEventPostponementYes } from '@yoriai/api-client';
import { Button, LinkButton } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useTold } from './told.js';

export interface HeardProps {
  readonly eventId: string;
  /** The applications that somebody has not answered for. */
  readonly ids: readonly string[];
  /** Whose they are. */
  readonly name: string;
  /** After either answer was kept. */
  readonly onSaid?: () => void;
}

/** What somebody said on the telephone to まだ来られますか. Whoever doesn't come is asked about once more: it cancels the application. */
export function Heard({ eventId, ids, name, onSaid }: HeardProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const told = useTold(eventId);
  const said = useAct(
    async ({ told: decidedAt, ids: those }: { told?: string; ids: readonly string[] }, options) => {
      if (decidedAt !== undefined) return void (await postEventPostponementYes(eventId, { applicationIds: [...those], decidedAt }, options));
      // Each is an act of its own: one that somebody cancelled meanwhile says so, and keeps none of the others.
      const answers = await Promise.allSettled(those.map((id) => postApplicationCancellation(id, { reason: null })));
      const refused = answers.find((answer) => answer.status === 'rejected');
      if (!refused) return;
      await client.invalidateQueries({ queryKey: ['event', eventId] });
      throw refused.reason;
    },
    async () => {
      onSaid?.();
      await client.invalidateQueries({ queryKey: ['event', eventId] });
    },
  );
  const [only, ...more] = ids;
  return (
    <>
      {told === undefined ? null : (
        <Button type="button" kind="outline" size="m" icon="tick" about={name} onClick={() => said.act({ told, ids })}>
          {t(said.pending ? 'app.sending' : 'app.still.heard.yes')}
        </Button>
      )}
      <Button type="button" kind="text" size="m" about={name} aria-expanded={asking} onClick={() => setAsking(!asking)}>
        {t('app.still.heard.no')}
      </Button>
      {asking ? (
        <div className="full ask note" role="group" aria-label={t('app.still.heard.no')}>
          <p>{t('app.still.heard.question', { name, count: ids.length })}</p>
          <div className="btns mt2">
            <Button type="button" kind="stop" size="s" autoFocus onClick={() => said.act({ ids })}>
              {t(said.pending ? 'app.sending' : 'app.people.cancel.yes')}
            </Button>
            <Button type="button" kind="text" size="s" onClick={() => setAsking(false)}>
              {t('app.not-now')}
            </Button>
            {only === undefined || more.length > 0 ? null : (
              <LinkButton href={paths.amend(eventId, only)} kind="text" size="s" about={name} renderLink={appLink}>
                {t('app.still.heard.fewer')}
              </LinkButton>
            )}
          </div>
        </div>
      ) : null}
      {said.error ? (
        <div className="full">
          <FailureBanner error={said.error} />
        </div>
      ) : null}
    </>
  );
}
