import { formToken, type EventDetail } from '@yoriai/api-client';
import { Button, RadioList, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { FormErrors } from '../../ui/form-errors.js';

const LISTS = ['participant-list', 'completion-list'] as const;
const REASONS = ['door', 'contact', 'report', 'other'] as const;
const NOTHING = { list: 'participant-list', why: '', words: '' };

/** What is missing before a list may be taken along, by box. */
export function missingIn({ why, words }: { readonly why: string; readonly words: string }): Record<string, string> {
  if (why === '') return { why: sentence('print.why-missing') };
  return why === 'other' && words.trim() === '' ? { words: sentence('print.words-missing') } : {};
}

/** 名簿をファイルで: what it is for is said first and logged; the form itself fetches the file, so nothing of it stays in the App. */
export function ListFile({ event }: { readonly event: Pick<EventDetail, 'id' | 'category' | 'visibility'> }): ReactElement {
  const [values, setValues] = useState(NOTHING);
  const [pressed, setPressed] = useState(false);
  const errors = pressed ? missingIn(values) : {};
  const box = (name: 'list' | 'why' | 'words') => ({
    ...{ t, name, value: values[name], onChange: ({ target }: { target: { value: string } }) => setValues({ ...values, [name]: target.value }) },
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  });
  const check = (submit: FormEvent): void => {
    setPressed(true);
    if (Object.keys(missingIn(values)).length > 0) submit.preventDefault();
  };
  const token = formToken();
  return (
    <section className="sec2" aria-labelledby="list-file">
      <h2 id="list-file" className="fs-18">
        {t('app.papers.csv')}
      </h2>
      <p className="mb4">{t(event.visibility === 'invited' && event.category === 'class' ? 'app.papers.csv.closed' : 'app.papers.csv.lead')}</p>
      <form method="post" action={`/print/events/${event.id}/${values.list}.csv`} noValidate onSubmit={check}>
        {token === undefined ? null : <input type="hidden" name="_token" value={token} />}
        <FormErrors errors={errors} />
        {event.category === 'class' ? <RadioList {...box('list')} need="silent" label={t('app.papers.csv.which')} choices={LISTS.map((value) => ({ value, label: t(`app.papers.${value}`) }))} /> : null}
        <RadioList {...box('why')} label={t('app.papers.csv.why')} choices={REASONS.map((value) => ({ value, label: t(`app.papers.csv.why.${value}`) }))} />
        <TextInput {...box('words')} need={values.why === 'other' ? undefined : 'optional'} label={t('app.papers.csv.words')} hint={t('app.papers.csv.words.hint')} maxLength={200} autoComplete="off" />
        <p className="mt5">
          <Button kind="outline">{t('app.papers.csv.go')}</Button>
        </p>
        <p className="sub mt3">{t('app.papers.csv.logged')}</p>
      </form>
    </section>
  );
}
