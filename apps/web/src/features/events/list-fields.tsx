import type { EventDetail, ListRequestBody } from '@yoriai/api-client';
import { RadioList, TextInput } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
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

/** Which list and what for, as it is being said. */
export interface ListForm {
  readonly values: typeof NOTHING;
  readonly errors: Readonly<Record<string, string>>;
  readonly write: (values: typeof NOTHING) => void;
  /** The button was pressed: what was said, or nothing where something is missing. */
  readonly press: () => ListRequestBody | undefined;
  readonly clear: () => void;
}

export function useListForm(): ListForm {
  const [values, write] = useState(NOTHING);
  const [pressed, setPressed] = useState(false);
  const press = (): ListRequestBody | undefined => {
    setPressed(true);
    return Object.keys(missingIn(values)).length > 0 ? undefined : (values as ListRequestBody);
  };
  const clear = (): void => {
    setPressed(false);
    write({ ...NOTHING, list: values.list });
  };
  return { values, errors: pressed ? missingIn(values) : {}, write, press, clear };
}

interface OfEvent {
  readonly event: Pick<EventDetail, 'category' | 'visibility'>;
}

/** What the file is, and what is in it. */
export function ListHead({ event }: OfEvent): ReactElement {
  return (
    <>
      <h2 id="list-file" className="fs-18">
        {t('app.papers.csv')}
      </h2>
      <p className="mb4">{t(event.visibility === 'invited' && event.category === 'class' ? 'app.papers.csv.closed' : 'app.papers.csv.lead')}</p>
    </>
  );
}

/** Which list (of a class there are two), and what for. */
export function ListFields({ event, form, reasonToo = true }: OfEvent & { readonly form: ListForm; readonly reasonToo?: boolean }): ReactElement {
  const { values, errors } = form;
  const box = (name: 'list' | 'why' | 'words') => ({
    ...{ t, name, value: values[name], onChange: ({ target }: { target: { value: string } }) => form.write({ ...values, [name]: target.value }) },
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  });
  return (
    <>
      <FormErrors errors={errors} />
      {event.category === 'class' ? <RadioList {...box('list')} need="silent" label={t('app.papers.csv.which')} choices={LISTS.map((value) => ({ value, label: t(`app.papers.${value}`) }))} /> : null}
      {reasonToo ? (
        <>
          <RadioList {...box('why')} label={t('app.papers.csv.why')} choices={REASONS.map((value) => ({ value, label: t(`app.papers.csv.why.${value}`) }))} />
          <TextInput {...box('words')} need={values.why === 'other' ? undefined : 'optional'} label={t('app.papers.csv.words')} hint={t('app.papers.csv.words.hint')} maxLength={200} autoComplete="off" />
        </>
      ) : null}
    </>
  );
}
