import { postEventApproval, postEventRejection, postEventReturn, type CaseDetail, type ChangeAudience, type ConditionDraft, type DeputyDraft, type EventDetail, type FieldRemark } from '@yoriai/api-client';
import { Banner, Button, Lines, LinkButton, TextArea } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { Waiting } from '../../ui/waiting.js';
import { PublishButton } from '../events/publish-button.js';
import { useEventChanged } from '../events/queries.js';
import { BesideBox, useBeside } from './beside.js';
import { ConditionFields } from './condition-fields.js';
import { DeputyBox, useDeputy } from './deputy-box.js';
import { changeAudienceQuery } from './queries.js';
import { Told } from './told.js';
import { beforeApproval, isOwnLook, leftOf } from './checklist-words.js';
import { useUnsentWords } from './unsent-words.js';
import { missingInConditions, type WrittenConditions } from './use-conditions.js';
import type { Remarks } from './use-remarks.js';
import { hasReason, lookOf, verdictsFor, type Verdict } from './verdicts.js';

/** What a decision is about. */
export interface DecisionFormProps {
  readonly of: CaseDetail;
  readonly event: EventDetail;
  /** Words about single answers, sent along when it is handed back. */
  readonly remarks: Remarks;
  /** What the approval is to ask for; the checklist adds to it. */
  readonly conditions: WrittenConditions;
}

/** Approve, hand back, turn down. A word to the host is needed for all but the first; what goes back may have it at its answers. */
export function DecisionForm({ of, event, remarks, conditions }: DecisionFormProps): ReactElement {
  const audience = useQuery({ ...changeAudienceQuery(of), enabled: of.isChange && of.status === 'pending' });
  if (of.status === 'approved') {
    return (
      <div>
        <Approved event={event} />
        <Told of={audience.data} done />
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
  // Drawn when all of it is there, so that nothing moves under a finger; numbers that do not come at all are left out.
  return audience.isLoading ? <Waiting /> : <Deciding of={of} event={event} remarks={remarks} conditions={conditions} audience={audience.data} />;
}

function Deciding({ of, event, remarks, conditions, audience }: DecisionFormProps & { readonly audience: ChangeAudience | undefined }): ReactElement {
  const draft = `case/${of.id}/${of.revision}`;
  const client = useQueryClient();
  const changed = useEventChanged();
  const [comment, setComment] = useState(() => readDraft<string>(draft) ?? '');
  const [wanted, setWanted] = useState<Verdict>();
  const beside = useBeside(event);
  const deputy = useDeputy(of);
  const words = useUnsentWords(event.id);
  const decision = useAct(
    ({ verdict, text }: { verdict: Verdict; text: string }, options) => decide({ eventId: event.id, revision: of.revision, remarks: [...remarks.all], conditions: [...conditions.all], besideReason: beside.reason, deputy: deputy.said }, verdict, text, options),
    async (answer) => {
      dropDraft(draft);
      remarks.drop();
      conditions.drop();
      await changed(answer);
      await client.invalidateQueries({ queryKey: ['desk'] });
    },
  );
  const text = comment.trim();
  const may = verdictsFor(event);
  const lacks = (verdict: Verdict): Record<string, string> => ({ ...missingFor(verdict, hasReason(verdict, text, remarks.all.length), conditions.all, event), ...(verdict === 'approve' ? beside.missing : {}), ...(verdict === 'return' ? {} : deputy.missing) });
  const errors = wanted === undefined ? {} : { ...decision.errors, ...lacks(wanted) };
  const ready = (verdict: Verdict): boolean => {
    setWanted(verdict);
    decision.reset();
    return Object.keys(lacks(verdict)).length === 0;
  };
  const press = (verdict: Verdict): void => {
    if (ready(verdict)) decision.act({ verdict, text });
  };
  const why = whyNot(event.can.approve) ?? whyNot(event.can.return);
  return (
    <section className="ckb" aria-labelledby="deciding">
      <h2 id="deciding" className="mb3">
        {t('app.case.decision')}
      </h2>
      <FailureBanner error={decision.error} />
      <FormErrors errors={errors} />
      <Beforehand event={event} audience={audience} />
      {may.length === 0 ? null : (
        <>
          <WordToHost
            hint={t(may.includes('approve') ? 'app.case.comment.hint' : 'app.case.comment.hint.return')}
            error={errors['comment']}
            value={comment}
            write={(words) => {
              setComment(words);
              keepDraft(draft, words);
            }}
          />
          {may.includes('approve') ? <WithApproval event={event} conditions={conditions} beside={beside} deputy={deputy} errors={errors} /> : null}
          {remarks.all.length === 0 ? null : <p className="mt3 num">{t('app.remark.count', { count: remarks.all.length })}</p>}
          <Verdicts key={of.revision} may={may} pending={decision.pending ? wanted : undefined} press={press} ready={ready} onConditions={conditions.all.length > 0} remarks={remarks.all.length} words={words} />
        </>
      )}
      <p className={why === undefined ? 'sub mt4' : 'mt4'}>{why ?? t('app.case.two-people')}</p>
    </section>
  );
}

interface WithApprovalProps {
  readonly event: EventDetail;
  readonly conditions: WrittenConditions;
  readonly beside: ReturnType<typeof useBeside>;
  readonly deputy: ReturnType<typeof useDeputy>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What an approval may ask for and say besides; in whose place it is, also of a refusal. */
function WithApproval({ event, conditions, beside, deputy, errors }: WithApprovalProps): ReactElement {
  return (
    <>
      <ConditionFields conditions={conditions} errors={errors} mayBlock={event.publicRevision === null} />
      <BesideBox of={beside} error={errors['besideReason']} />
      <DeputyBox of={deputy} error={errors['deputy.reason']} />
    </>
  );
}

/** What to know before: how many procedures are open, which stand below with all that can be said of them, and who is told. */
function Beforehand({ event, audience }: { readonly event: EventDetail; readonly audience: ChangeAudience | undefined }): ReactElement {
  const left = leftOf(event.checklist.filter((item) => !isOwnLook(item)));
  return (
    <>
      {left === 0 ? null : (
        <p className="num">
          <a className="more" href="#checklist">{t('app.case.checklist-left', { count: left })}</a>
        </p>
      )}
      <Told of={audience} />
    </>
  );
}

/** What a verdict needs first: the approval all of its conditions and the procedures before it, the others a reason. */
function missingFor(verdict: Verdict, reasoned: boolean, conditions: readonly ConditionDraft[], event: EventDetail): Record<string, string> {
  if (verdict === 'approve') {
    const left = beforeApproval(event).filter(({ code }) => conditions.every(({ item }) => item !== code));
    return { ...missingInConditions(conditions), ...Object.fromEntries(left.map(({ code, title }) => [`checklist.${code}`, t('app.checklist.open', { title })])) };
  }
  return reasoned ? {} : { comment: sentence('event.reason-required') };
}

interface WordToHostProps {
  readonly hint: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly write: (words: string) => void;
}

function WordToHost({ hint, error, value, write }: WordToHostProps): ReactElement {
  const said = { label: t('app.case.comment'), hint, ...(error === undefined ? {} : { error }) };
  return <TextArea t={t} name="comment" need="silent" rows={4} maxLength={1000} {...said} value={value} onChange={(box) => write(box.target.value)} />;
}

interface VerdictsProps {
  /** What this person can do. */
  readonly may: readonly Verdict[];
  readonly pending: Verdict | undefined;
  readonly press: (verdict: Verdict) => void;
  /** Whether the word to the host is there; tells it where it isn't. */
  readonly ready: (verdict: Verdict) => boolean;
  readonly onConditions: boolean;
  /** Words about single answers, which only what is handed back takes along. */
  readonly remarks: number;
  /** Words about procedures and conditions that were begun and not sent. */
  readonly words: number;
}

/** Only buttons that will be answered: who decides instead is said below. */
function Verdicts({ may, pending, press, ready, onConditions, remarks, words }: VerdictsProps): ReactElement {
  const unsent = [...(remarks === 0 ? [] : [t('app.case.unsent.remarks', { count: remarks })]), ...(words === 0 ? [] : [t('app.case.unsent.words', { count: words })])];
  return (
    <div className="btns mt5">
      {may.map((verdict) =>
        verdict === 'reject' ? (
          <ConfirmedButton
            key={verdict}
            label={t('app.case.reject')}
            kind={lookOf(verdict)}
            what={<Lines text={[t('app.case.reject.body'), ...unsent].join('\n')} />}
            ready={() => ready(verdict)}
            onYes={() => press(verdict)}
            pending={pending === verdict}
          />
        ) : verdict === 'approve' && unsent.length > 0 ? (
          // What was begun and does not go along is not lost without a word.
          <ConfirmedButton key="approve-unsent" label={t(onConditions ? 'app.condition.approve' : 'app.case.approve')} kind={lookOf(verdict)} icon="tick" what={<Lines text={unsent.join('\n')} />} ready={() => ready(verdict)} onYes={() => press(verdict)} pending={pending === verdict} />
        ) : (
          // One press: nothing is public before the host publishes, and handing back needs a word anyway.
          <Button key={verdict} type="button" kind={lookOf(verdict)} icon={verdict === 'approve' ? 'tick' : 'undo'} onClick={() => press(verdict)}>
            {pending === verdict ? t('app.sending') : t(verdict === 'approve' && onConditions ? 'app.condition.approve' : `app.case.${verdict}`)}
          </Button>
        ),
      )}
    </div>
  );
}

function decide(
  { eventId, revision, remarks, conditions, besideReason, deputy }: { eventId: string; revision: number; remarks: FieldRemark[]; conditions: ConditionDraft[]; besideReason: string | null; deputy: DeputyDraft | null },
  verdict: Verdict,
  text: string,
  options: { headers: { 'Idempotency-Key': string } },
): Promise<EventDetail> {
  switch (verdict) {
    case 'approve':
      return postEventApproval(eventId, { comment: text === '' ? null : text, revision, conditions, besideReason, deputy }, options);
    case 'return':
      return postEventReturn(eventId, { reason: text === '' ? null : text, revision, remarks }, options);
    case 'reject':
      return postEventRejection(eventId, { reason: text, revision, deputy }, options);
  }
}

/** Approved: it can go on the Site right here, or the host does it. */
function Approved({ event }: { readonly event: EventDetail }): ReactElement {
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
      {event.can.publish === 'event.condition-unmet' || event.can.publish === 'event.checklist-unmet' ? (
        <p>{whyNot(event.can.publish)}</p>
      ) : (
        <>
          <p>{t('app.case.approved.body')}</p>
          <PublishButton event={event} />
        </>
      )}
    </Banner>
  );
}
