import { postEventCancellation, type EventDetail } from '@yoriai/api-client';
import { Banner, Button, LinkButton, TextArea } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { appLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { eventTitle } from './event-title.js';
import { eventQuery, useEventChanged } from './queries.js';

/** 中止 in two steps: the reason, then how many people will be told. */
export function CancelScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/cancel' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Cancel event={found} />}</Answer>;
}

function Cancel({ event }: { readonly event: EventDetail }): ReactElement {
  const draft = `event/${event.id}/cancel`;
  const [reason, setReason] = useState(() => readDraft<string>(draft) ?? '');
  const [step, setStep] = useState<'reason' | 'sure'>('reason');
  const why = whyNot(event.can.cancel);
  const write = (text: string): void => {
    setReason(text);
    keepDraft(draft, text);
  };
  return (
    <Screen title={t('app.cancel.title')} width="narrow" back={{ href: paths.event(event.id), label: eventTitle(event) }}>
      {why === undefined ? null : (
        <Banner kind="info" className="mt5" title={t('app.cancel.not-now')}>
          <p>{why}</p>
        </Banner>
      )}
      {step === 'reason' ? (
        <Reason eventId={event.id} reason={reason} write={write} onNext={() => setStep('sure')} />
      ) : (
        <Sure event={event} reason={reason} onDone={() => dropDraft(draft)} onBack={() => setStep('reason')} />
      )}
    </Screen>
  );
}

interface ReasonProps {
  readonly eventId: string;
  readonly reason: string;
  readonly write: (text: string) => void;
  readonly onNext: () => void;
}

function Reason({ eventId, reason, write, onNext }: ReasonProps): ReactElement {
  const [pressed, setPressed] = useState(false);
  const missing = reason.trim() === '';
  const errors: Record<string, string> = pressed && missing ? { reason: sentence('event.reason-required') } : {};
  const forward = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setPressed(true);
    if (!missing) onNext();
  };
  return (
    <form noValidate className="mt5" onSubmit={forward}>
      <FormErrors errors={errors} />
      <TextArea
        t={t}
        name="reason"
        label={t('app.cancel.reason')}
        hint={t('app.cancel.reason.hint')}
        {...(errors['reason'] === undefined ? {} : { error: errors['reason'] })}
        maxLength={1000}
        value={reason}
        onChange={(box) => write(box.target.value)}
      />
      <div className="btns mt5">
        <Button kind="stop">{t('app.cancel.next')}</Button>
        <LinkButton href={paths.event(eventId)} kind="text" renderLink={appLink}>
          {t('app.not-now')}
        </LinkButton>
      </div>
    </form>
  );
}

interface SureProps {
  readonly event: EventDetail;
  readonly reason: string;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** How many people will be told, and that it is final. */
function Sure({ event, reason, onDone, onBack }: SureProps): ReactElement {
  const go = useGo();
  const changed = useEventChanged();
  const cancellation = useAct(
    (text: string, options) => postEventCancellation(event.id, { reason: text }, options),
    async (answer) => {
      onDone();
      await changed(answer);
      go(paths.event(event.id), { replace: true });
    },
  );
  return (
    <section className="mt5" aria-labelledby="sure">
      <Banner kind="cancelled" role="alert" title={<span id="sure">{t('app.cancel.sure', { title: eventTitle(event) })}</span>}>
        <p className="num">{t('app.cancel.told', { heads: event.placesTaken, waiting: event.waiting })}</p>
        <p className="pre">{reason}</p>
        <p>{t('app.cancel.final')}</p>
      </Banner>
      <div className="mt4">
        <FailureBanner error={cancellation.error} />
      </div>
      <div className="btns mt5">
        <Button type="button" kind="stop" autoFocus onClick={() => cancellation.act(reason)}>
          {t(cancellation.pending ? 'app.sending' : 'app.cancel.yes')}
        </Button>
        <Button type="button" kind="outline" onClick={onBack}>
          {t('app.cancel.back')}
        </Button>
      </div>
    </section>
  );
}
