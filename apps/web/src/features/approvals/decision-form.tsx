import { postEventApproval, postEventPublication, postEventRejection, postEventReturn, type CaseDetail, type EventDetail, type FieldRemark } from '@yoriai/api-client';
import { Banner, Button, LinkButton, TextArea } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from '../events/queries.js';
import { Told } from './told.js';
import type { Remarks } from './use-remarks.js';

type Verdict = 'approve' | 'return' | 'reject';

interface DecisionFormProps {
  readonly of: CaseDetail;
  readonly event: EventDetail;
  /** Words about single answers, sent along when it is handed back. */
  readonly remarks: Remarks;
}

/** Approve, hand back, turn down. A word to the host is needed for all but the first. */
export function DecisionForm({ of, event, remarks }: DecisionFormProps): ReactElement {
  if (of.status === 'approved') {
    return (
      <div>
        <Approved event={event} />
        <Told of={of} />
      </div>
    );
  }
  if (of.status !== 'pending') {
    return (
      <Banner kind="info" title={t(`app.case.over.${of.status}`)}>
        <p>{t('app.case.over')}</p>
      </Banner>
    );
  }
  return <Deciding of={of} event={event} remarks={remarks} />;
}

function Deciding({ of, event, remarks }: DecisionFormProps): ReactElement {
  const draft = `case/${of.id}/${of.revision}`;
  const client = useQueryClient();
  const changed = useEventChanged();
  const [comment, setComment] = useState(() => readDraft<string>(draft) ?? '');
  const [wanted, setWanted] = useState<Verdict>();
  const decision = useAct(
    ({ verdict, text }: { verdict: Verdict; text: string }, options) => decide({ eventId: event.id, revision: of.revision, remarks: [...remarks.all] }, verdict, text, options),
    async (answer) => {
      dropDraft(draft);
      remarks.drop();
      await changed(answer);
      await client.invalidateQueries({ queryKey: ['desk'] });
    },
  );
  const text = comment.trim();
  const errors: Record<string, string> = wanted !== undefined && wanted !== 'approve' && text === '' ? { comment: sentence('event.reason-required') } : {};
  const ready = (verdict: Verdict): boolean => {
    setWanted(verdict);
    decision.reset();
    return verdict === 'approve' || text !== '';
  };
  const press = (verdict: Verdict): void => {
    if (ready(verdict)) decision.act({ verdict, text });
  };
  const approveWhy = whyNot(event.can.approve);
  const returnWhy = whyNot(event.can.return);
  return (
    <section className="ckb" aria-labelledby="deciding">
      <h2 id="deciding" className="mb3">
        {t('app.case.decision')}
      </h2>
      <FailureBanner error={decision.error} />
      <FormErrors errors={errors} />
      <Told of={of} />
      <TextArea
        t={t}
        name="comment"
        label={t('app.case.comment')}
        hint={t('app.case.comment.hint')}
        need="silent"
        {...(errors['comment'] === undefined ? {} : { error: errors['comment'] })}
        rows={4}
        maxLength={1000}
        value={comment}
        onChange={(box) => {
          setComment(box.target.value);
          keepDraft(draft, box.target.value);
        }}
      />
      {remarks.all.length === 0 ? null : <p className="mt3 num">{t('app.remark.count', { count: remarks.all.length })}</p>}
      <Verdicts key={of.revision} pending={decision.pending ? wanted : undefined} press={press} ready={ready} mayApprove={approveWhy === undefined} />
      <p className={approveWhy === undefined ? 'sub mt4' : 'mt4'}>{approveWhy ?? t('app.case.two-people')}</p>
      {returnWhy === undefined || returnWhy === approveWhy ? null : <p className="mt2">{returnWhy}</p>}
    </section>
  );
}

interface VerdictsProps {
  readonly pending: Verdict | undefined;
  readonly press: (verdict: Verdict) => void;
  /** Whether the word to the host is there; tells it where it isn't. */
  readonly ready: (verdict: Verdict) => boolean;
  readonly mayApprove: boolean;
}

/** The filled button, and the first one, is what this person can do. */
function Verdicts({ pending, press, ready, mayApprove }: VerdictsProps): ReactElement {
  const words = (verdict: Verdict, label: string): string => (pending === verdict ? t('app.sending') : label);
  // One press: nothing is public before the host publishes, and handing back needs a word anyway.
  const approve = (
    <Button key="approve" type="button" kind={mayApprove ? 'filled' : 'outline'} icon="tick" onClick={() => press('approve')}>
      {words('approve', t('app.case.approve'))}
    </Button>
  );
  const giveBack = (
    <Button key="return" type="button" kind={mayApprove ? 'outline' : 'filled'} icon="undo" onClick={() => press('return')}>
      {words('return', t('app.case.return'))}
    </Button>
  );
  // Who may not decide is told so at the first press, and not asked whether they are sure.
  const told = (): boolean => {
    press('reject');
    return false;
  };
  return (
    <div className="btns mt5">
      {mayApprove ? [approve, giveBack] : [giveBack, approve]}
      <ConfirmedButton
        label={t('app.case.reject')}
        kind="stop"
        what={t('app.case.reject.body')}
        ready={() => (mayApprove ? ready('reject') : told())}
        onYes={() => press('reject')}
        pending={pending === 'reject'}
      />
    </div>
  );
}

function decide(
  { eventId, revision, remarks }: { eventId: string; revision: number; remarks: FieldRemark[] },
  verdict: Verdict,
  text: string,
  options: { headers: { 'Idempotency-Key': string } },
): Promise<EventDetail> {
  switch (verdict) {
    case 'approve':
      return postEventApproval(eventId, { comment: text === '' ? null : text, revision }, options);
    case 'return':
      return postEventReturn(eventId, { reason: text, revision, remarks }, options);
    case 'reject':
      return postEventRejection(eventId, { reason: text, revision }, options);
  }
}

/** Approved: it can go on the Site right here, or the host does it. */
function Approved({ event }: { readonly event: EventDetail }): ReactElement {
  const changed = useEventChanged();
  const publication = useAct((_: null, options) => postEventPublication(event.id, options), changed);
  const why = whyNot(event.can.publish);
  if (event.state !== 'approved') {
    return (
      <Banner kind="good" role="status" title={t(event.state === 'published' ? 'app.published.title' : 'app.case.decision.approved')}>
        <p className="mt2">
          <LinkButton href={paths.event(event.id)} kind="outline" size="m" renderLink={appLink}>
            {t('app.case.to-event')}
          </LinkButton>
        </p>
      </Banner>
    );
  }
  return (
    <Banner kind="good" role="status" title={t('app.case.approved')}>
      <p>{t('app.case.approved.body')}</p>
      <div className="mt3">
        <FailureBanner error={publication.error} />
        <ConfirmedButton
          label={t('app.publish.button')}
          icon="megaphone"
          what={t('app.publish.sure')}
          pending={publication.pending}
          onYes={() => publication.act(null)}
        />
      </div>
      {why === undefined ? null : <p className="sub mt2">{why}</p>}
    </Banner>
  );
}
