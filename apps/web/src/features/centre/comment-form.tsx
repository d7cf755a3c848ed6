import { postApprovalComment, type CaseDetail } from '@yoriai/api-client';
import { Banner, Button, TextArea } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { t, whyNot } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { caseQuery } from '../approvals/queries.js';

/** A word of the community centre about what waits; the ward decides. */
export function CommentForm({ of }: { readonly of: CaseDetail }): ReactElement {
  const draft = `case/${of.id}/${of.revision}/comment`;
  const client = useQueryClient();
  const [words, setWords] = useState(() => readDraft<string>(draft) ?? '');
  const [lacks, setLacks] = useState(false);
  const [sent, setSent] = useState(false);
  const write = (written: string): void => {
    setWords(written);
    setSent(false);
    keepDraft(draft, written);
  };
  const saying = useAct(
    (text: string, options) => postApprovalComment(of.id, { words: text, revision: of.revision }, options),
    (after) => {
      dropDraft(draft);
      setWords('');
      setSent(true);
      client.setQueryData(caseQuery(of.id).queryKey, after);
    },
  );
  const press = (): void => {
    const text = words.trim();
    setLacks(text === '');
    if (text !== '') saying.act(text);
  };
  const errors = lacks ? { words: t('app.comment.missing') } : saying.errors;
  const why = whyNot(of.can.comment);
  return (
    <section className="ckb" aria-labelledby="commenting">
      <h2 id="commenting" className="mb3">
        {t('app.comment.title')}
      </h2>
      {sent ? <Banner kind="good" title={t('app.comment.sent')} role="status" /> : null}
      <FailureBanner error={saying.error} />
      <FormErrors errors={errors} />
      {why === undefined ? (
        <>
          <TextArea t={t} name="words" need="silent" label={t('app.comment.words')} hint={t('app.comment.hint')} rows={4} maxLength={1000} {...(errors['words'] === undefined ? {} : { error: errors['words'] })} value={words} onChange={(event) => write(event.target.value)} />
          <p className="mt4">
            <Button type="button" icon="send" onClick={press}>
              {t(saying.pending ? 'app.sending' : 'app.comment.send')}
            </Button>
          </p>
        </>
      ) : (
        <p className="mt3">{why}</p>
      )}
    </section>
  );
}
