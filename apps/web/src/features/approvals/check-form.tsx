import { postEventCheck, postEventCheckForwarding, postEventReturn, type CaseDetail, type EventDetail } from '@yoriai/api-client';
import { Banner, Button, Lines, TextArea } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from '../events/queries.js';
import type { Remarks } from './use-remarks.js';
import { hasReason } from './verdicts.js';

interface CheckFormProps {
  readonly of: CaseDetail;
  readonly event: EventDetail;
  /** Words about single answers, sent along when it is handed back. */
  readonly remarks: Remarks;
  /** It was answered: from now on the case is not the council's to read. */
  readonly onAnswered: (answer: CouncilAnswer) => void;
}

/** What a council says to what it looked at. */
export type CouncilAnswer = 'check' | 'return';

/** 協議会の確認: the council says that it has looked, or hands back with words, like the ward. */
export function CheckForm({ of, event, remarks, onAnswered }: CheckFormProps): ReactElement {
  const draft = `case/${of.id}/${of.revision}/check`;
  const changed = useEventChanged();
  const [words, setWords] = useState(() => readDraft<string>(draft) ?? '');
  const [lacks, setLacks] = useState(false);
  const text = words.trim();
  const answer = useAct(
    (verdict: CouncilAnswer, options) => (verdict === 'check' ? postEventCheck(event.id, { revision: of.revision, words: text || null }, options) : postEventReturn(event.id, { revision: of.revision, reason: text || null, remarks: [...remarks.all] }, options)),
    async (after, verdict) => {
      dropDraft(draft);
      remarks.drop();
      // Gone from the screen before what was shown is asked for again, and refused.
      flushSync(() => onAnswered(verdict));
      // Whoever pressed stood at the end of a long page; what became of it is said at its top.
      window.scrollTo(0, 0);
      await changed(after);
    },
  );
  const press = (verdict: CouncilAnswer): void => {
    const missing = verdict === 'return' && !hasReason('return', text, remarks.all.length);
    setLacks(missing);
    if (!missing) answer.act(verdict);
  };
  const errors = lacks ? { comment: sentence('event.reason-required') } : answer.errors;
  const why = whyNot(event.can.check);
  return (
    <section className="ckb" aria-labelledby="checking">
      <h2 id="checking" className="mb3">
        {t('app.check.title')}
      </h2>
      <p>{t('app.check.ask')}</p>
      <FailureBanner error={answer.error} />
      <FormErrors errors={errors} />
      {why !== undefined ? <p className="mt4">{why}</p> : null}
      {why !== undefined ? null : (
        <>
          <Words
            error={errors['comment']}
            value={words}
            write={(written) => {
              setWords(written);
              keepDraft(draft, written);
            }}
          />
          {remarks.all.length === 0 ? null : <p className="mt3 num">{t('app.remark.count', { count: remarks.all.length })}</p>}
          <div className="btns mt5">
            <ConfirmedButton label={t('app.check.confirm')} icon="tick" what={remarks.all.length === 0 ? t('app.check.confirm.what') : <Lines text={`${t('app.check.confirm.what')}\n${t('app.case.unsent.remarks', { count: remarks.all.length })}`} />} pending={answer.pending && answer.variables === 'check'} onYes={() => press('check')} />
            <Button type="button" kind="outline" icon="undo" onClick={() => press('return')}>
              {answer.pending && answer.variables === 'return' ? t('app.sending') : t('app.case.return')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** What became of it: the ward's or the host's turn. */
export function Answered({ answer, of }: { readonly answer: CouncilAnswer; readonly of: CaseDetail }): ReactElement {
  return (
    <Screen title={t('app.check.title')}>
      <Banner kind="good" title={answer === 'check' ? t('app.check.done') : t('app.check.returned', { council: of.check?.councilName ?? '' })}>
        {answer === 'check' ? <p>{t('app.check.done.body')}</p> : null}
      </Banner>
      <p className="mt5">
        <AppLink href={paths.home} className="more">
          {t('app.home.title')}
        </AppLink>
      </p>
    </Screen>
  );
}

function Words({ error, value, write }: { readonly error: string | undefined; readonly value: string; readonly write: (words: string) => void }): ReactElement {
  const said = { label: t('app.check.words'), hint: t('app.check.words.hint'), ...(error === undefined ? {} : { error }) };
  return <TextArea t={t} name="comment" need="silent" rows={4} maxLength={1000} {...said} value={value} onChange={(box) => write(box.target.value)} />;
}

/** The ward does not wait for the council, and says why. */
export function ForwardForm({ event }: { readonly event: EventDetail }): ReactElement {
  const changed = useEventChanged();
  const [reason, setReason] = useState('');
  const [lacks, setLacks] = useState(false);
  const forward = useAct((words: string, options) => postEventCheckForwarding(event.id, { reason: words }, options), changed);
  const ready = (): boolean => {
    setLacks(reason.trim() === '');
    return reason.trim() !== '';
  };
  const error = lacks ? sentence('event.reason-required') : forward.errors['reason'];
  return (
    <section className="ckb" aria-labelledby="forwarding">
      <h2 id="forwarding" className="fs-18 mb3">
        {t('app.check.forward')}
      </h2>
      <FailureBanner error={forward.error} />
      <TextArea t={t} name="reason" need="silent" label={t('app.check.forward.reason')} hint={t('app.check.forward.hint')} rows={2} maxLength={1000} {...(error === undefined ? {} : { error })} value={reason} onChange={(box) => setReason(box.target.value)} />
      <div className="btns mt4">
        <ConfirmedButton label={t('app.check.forward')} kind="outline" ready={ready} pending={forward.pending} onYes={() => forward.act(reason.trim())} />
      </div>
    </section>
  );
}
