import { postEventAbandonment, postEventSubmission, type EventDetail } from '@yoriai/api-client';
import { Button, LinkButton } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { dropDraft } from '../../app/drafts.js';
import { appLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { writtenAudienceQuery } from '../approvals/queries.js';
import { Told } from '../approvals/told.js';
import { ChangeList } from './change-list.js';
import { changesIn } from './changes.js';
import { useInitiativeNames } from './initiatives.js';
import { useEventChanged } from './queries.js';
import { ShortTerm } from './short-term.js';
import { STEPS } from './steps.js';
import { UnansweredAsk, useUnanswered } from './unanswered-note.js';
import { draftName } from './unsent.js';
import { asWritten } from './writing.js';

/** What would change of an approved event, old and new. */
export function WrittenChange({ event }: { readonly event: EventDetail }): ReactElement | null {
  const nameOf = useInitiativeNames();
  if (event.change === null) return null;
  const rows = changesIn(event, asWritten(event), nameOf);
  return (
    <section className="mt6" aria-labelledby="written-change">
      <h2 id="written-change" className="mb3">
        {t(`app.change.title.${event.change.state}`)}
      </h2>
      {rows.length === 0 ? <p>{t('app.change.none')}</p> : <ChangeList rows={rows} />}
    </section>
  );
}

/** What becomes of a change: of what nobody has seen yet, nobody is told and nobody's application goes on. */
export function whatBecomesOf({ notificationOnly, publicRevision }: Pick<EventDetail, 'notificationOnly' | 'publicRevision'>, kind: 'material' | 'minor') {
  if (kind === 'minor') return 'app.change.minor.body';
  if (notificationOnly) return 'app.change.by-rule';
  return publicRevision === null ? 'app.change.material.unpublished' : 'app.change.material.body';
}

/** What happens with the change: words stand at once, the rest goes to the ward. Both say so before they are pressed. */
export function ChangeSubmission({ event, waits, unsent }: { readonly event: EventDetail; readonly waits: boolean; readonly unsent: ReactElement }): ReactElement {
  const go = useGo();
  const changed = useEventChanged();
  const [pressed, setPressed] = useState(false);
  const open = useUnanswered(event);
  const [asked, setAsked] = useState(false);
  const kind = event.change?.kind ?? 'none';
  const submission = useAct(
    (_: null, options) => postEventSubmission(event.id, options),
    async (answer) => {
      await changed(answer);
      go(kind === 'material' ? paths.approvalOf(event.id) : paths.event(event.id));
    },
  );
  const submit = (): void => {
    setPressed(true);
    if (waits) return;
    if (open.length > 0 && !asked) return setAsked(true);
    submission.act(null);
  };
  const audience = useQuery({ ...writtenAudienceQuery(event), enabled: kind === 'material' && event.publicRevision !== null });
  if (event.change === null || kind === 'none') return <p className="mt6">{t('app.change.how')}</p>;
  return (
    <section className="mt6" aria-labelledby="change-submit">
      <h2 id="change-submit" className="mb2">
        {t(`app.change.${kind}`)}
      </h2>
      <p>{t(whatBecomesOf(event, kind))}</p>
      {kind === 'material' && !event.notificationOnly ? <ShortTerm review={event.review} /> : null}
      <div className="mt4">
        {kind === 'material' ? <Told of={audience.data} /> : null}
        {pressed && waits ? unsent : null}
        {asked && open.length > 0 ? <UnansweredAsk eventId={event.id} lines={open} /> : null}
        <FailureBanner error={submission.error} />
      </div>
      <div className="btns mt4">
        <Button type="button" icon={kind === 'minor' ? 'tick' : 'send'} onClick={submit}>
          {t(submission.pending ? 'app.sending' : asked && open.length > 0 ? 'app.unanswered.anyway' : `app.change.${kind}.button`)}
        </Button>
        <LinkButton href={paths.event(event.id)} kind="outline" renderLink={appLink}>
          {t('app.submit.later')}
        </LinkButton>
      </div>
    </section>
  );
}

/** The way out: the event stays as it was approved, and so do the boxes on this device. */
export function AbandonChange({ event }: { readonly event: EventDetail }): ReactElement | null {
  const go = useGo();
  const changed = useEventChanged();
  const abandonment = useAct(
    (_: null, options) => postEventAbandonment(event.id, options),
    async (answer) => {
      for (const step of STEPS) if (step !== 'check') dropDraft(draftName(event.id, step));
      await changed(answer);
      go(paths.event(event.id));
    },
  );
  if (event.change === null || event.can.abandon !== true) return null;
  return (
    <div className="mt6">
      <FailureBanner error={abandonment.error} />
      <ConfirmedButton label={t('app.change.abandon')} kind="outline" what={t('app.change.abandon.body')} pending={abandonment.pending} onYes={() => abandonment.act(null)} />
    </div>
  );
}
