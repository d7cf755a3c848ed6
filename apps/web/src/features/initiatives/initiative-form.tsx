import { patchInitiative, postInitiative, type InitiativeLine, type InitiativeList, type InitiativeRequest } from '@yoriai/api-client';
import { ACTIVITY_FIELDS, Banner, Button, MoreLink, NativeSelect, RadioList, TextArea, TextInput } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { ownCode } from '../../app/own-code.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { useLead } from '../../ui/use-lead.js';
import { CATEGORIES } from '../events/categories.js';
import { initiativesQuery } from '../events/initiatives.js';
import { readInitiative, writtenOf, type Written } from './written.js';

const KINDS = [
  { value: 'programme', label: 'site.initiative.kind.programme' },
  { value: 'campaign', label: 'site.initiative.kind.campaign' },
] as const;

export interface InitiativeFormProps {
  /** None: a new one. */
  readonly of: InitiativeLine | undefined;
  readonly onSaved?: () => void;
}

/** That it was kept, above boxes that are empty again, with the way to what everybody reads of it now. */
export function InitiativeSaved({ code, name }: { readonly code: string; readonly name: string }): ReactElement {
  return (
    <Banner kind="good" role="status" level={3} className="mb4" title={t('app.initiatives.saved', { name })}>
      <MoreLink href={`/initiatives/${code}`}>{t('app.initiatives.saved.page')}</MoreLink>
    </Banner>
  );
}

/** An initiative that is written, or corrected; what is written stays on this device until it is sent. */
export function InitiativeForm({ of, onSaved }: InitiativeFormProps): ReactElement {
  const client = useQueryClient();
  // Of the version that was opened: what a colleague corrects meanwhile is not written over.
  const [version] = useState(of?.version ?? 0);
  const { value: written, write, sent } = useDraft(`initiative/${of?.code ?? ''}/${version}`, writtenOf(of));
  const [code, setCode] = useState(ownCode);
  const [pressed, setPressed] = useState(false);
  const [saved, setSaved] = useState<{ readonly code: string; readonly name: string }>();
  const told = useLead(saved);
  const after = (list: InitiativeList, { name }: Pick<InitiativeRequest, 'name'>): void => {
    client.setQueryData(initiativesQuery.queryKey, list);
    sent();
    // The next one is another.
    setCode(ownCode());
    setPressed(false);
    setSaved({ code: of?.code ?? code, name });
    onSaved?.();
  };
  const saving = useAct((body: Omit<InitiativeRequest, 'code'>, options) => (of ? patchInitiative(of.code, { ...body, version }, options) : postInitiative({ ...body, code }, options)), after);
  const reading = readInitiative(written);
  const errors: Readonly<Record<string, string>> = { ...saving.errors, ...(pressed ? reading.errors : {}) };
  const box = (name: keyof Written) => ({
    ...{ t, name, value: written[name], onChange: ({ target }: { target: { value: string } }) => write({ ...written, [name]: target.value }) },
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSaved(undefined);
    setPressed(true);
    if (Object.keys(reading.errors).length === 0) saving.act(reading.body);
  };
  return (
    <form noValidate onSubmit={submit}>
      <div ref={told}>{saved ? <InitiativeSaved {...saved} /> : null}</div>
      {Object.keys(saving.errors).length === 0 ? <FailureBanner error={saving.error} /> : null}
      <FormErrors errors={errors} />
      <RadioList {...box('kind')} need="silent" label={t('app.initiatives.kind')} choices={KINDS.map(({ value, label }) => ({ value, label: t(label), hint: t(`app.initiatives.kind.${value}`) }))} />
      <TextInput {...box('name')} autoComplete="off" label={t('app.initiatives.name')} maxLength={60} />
      <TextInput {...box('kana')} autoComplete="off" label={t('app.initiatives.kana')} maxLength={120} />
      <TextInput {...box('nameEn')} autoComplete="off" label={t('app.initiatives.name-en')} lang="en" maxLength={120} />
      <TextArea {...box('words')} rows={3} label={t('app.initiatives.words')} maxLength={300} />
      <TextArea {...box('wordsEn')} rows={3} label={t('app.initiatives.words-en')} lang="en" maxLength={500} />
      <NativeSelect {...box('field')} label={t('app.initiatives.field')} choices={ACTIVITY_FIELDS.map((value) => ({ value, label: t(`ui.field.${value}`) }))} />
      <NativeSelect {...box('category')} need="optional" label={t('app.initiatives.category')} hint={t('app.initiatives.category.hint')} choices={[{ value: '', label: t('app.initiatives.category.any') }, ...CATEGORIES.map((value) => ({ value, label: t(`events.category.${value}`) }))]} />
      {written.kind === 'campaign' ? (
        <>
          <TextInput {...box('fromDay')} need="optional" type="date" width="mid" label={t('app.initiatives.from')} />
          <TextInput {...box('untilDay')} need="optional" type="date" width="mid" label={t('app.initiatives.until')} />
        </>
      ) : null}
      <p className="mt4">
        <Button>{t(saving.pending ? 'app.sending' : of ? 'app.initiatives.save' : 'app.initiatives.add')}</Button>
      </p>
    </form>
  );
}
