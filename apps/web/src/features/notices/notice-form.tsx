import { patchNotice, postNotice, type AreaAnswer, type NoticeLine, type NoticeList, type NoticeRequest } from '@yoriai/api-client';
import { ACTIVITY_FIELDS, Banner, Button, CheckboxList, RadioList, TextArea, TextInput, areaName } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { AUDIENCES } from '../events/values.js';
import { noticesQuery } from './queries.js';

type Written = Required<Record<'title' | 'text' | 'link' | 'linkLabel' | 'fromDay' | 'untilDay', string>> & Required<Pick<NoticeRequest, 'placed' | 'audiences' | 'areas' | 'fields'>>;

const writtenOf = (of: NoticeLine | undefined): Written => ({
  title: of?.title ?? '',
  text: of?.text ?? '',
  link: of?.link ?? '',
  linkLabel: of?.linkLabel ?? '',
  placed: of?.placed ?? 'events',
  fromDay: of?.fromDay ?? '',
  untilDay: of?.untilDay ?? '',
  audiences: of?.audiences ?? [],
  areas: of?.areas ?? [],
  fields: of?.fields ?? [],
});

const PLACES = ['events', 'areas'] as const;

export interface NoticeFormProps {
  /** None: a new one. */
  readonly of: NoticeLine | undefined;
  readonly areas: readonly AreaAnswer[];
  readonly onSaved?: () => void;
}

/** A notice that is written, or changed. */
export function NoticeForm({ of, areas, onSaved }: NoticeFormProps): ReactElement {
  const client = useQueryClient();
  // Of the version that was opened: what a colleague changes meanwhile is not written over.
  const [version] = useState(of?.version ?? 0);
  const { value: values, write: keep, sent } = useDraft(`notice/${of?.id ?? ''}/${version}`, writtenOf(of));
  const [saved, setSaved] = useState(false);
  const write = (next: Written): void => {
    setSaved(false);
    keep(next);
  };
  const after = (list: NoticeList): void => {
    client.setQueryData(noticesQuery.queryKey, list);
    sent();
    setSaved(true);
    onSaved?.();
  };
  const saving = useAct((body: NoticeRequest, options) => (of ? patchNotice(of.id, { ...body, version }, options) : postNotice(body, options)), after);
  const { errors } = saving;
  // For whoever opens the page of its area.
  const document = values.placed === 'areas';
  const box = (name: 'title' | 'text' | 'link' | 'linkLabel' | 'fromDay' | 'untilDay') => ({
    ...{ t, name, value: values[name] },
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
    onChange: ({ target }: { target: { value: string } }) => write({ ...values, [name]: target.value }),
  });
  const several = <Name extends 'audiences' | 'areas' | 'fields'>(name: Name, choices: readonly { value: string; label: string }[]): ReactElement => (
    <CheckboxList
      t={t}
      name={name}
      need="optional"
      label={t(name === 'areas' && document ? 'notices.areas.pages' : `notices.${name}`)}
      hint={t(document ? 'notices.areas.hint' : 'notices.all.hint')}
      choices={choices}
      values={values[name]}
      onChange={({ target }) => write({ ...values, [name]: choices.map(({ value }) => value).filter((each) => (each === target.value ? target.checked : (values[name] as readonly string[]).includes(each))) })}
    />
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.act({ ...values, ...(document && { audiences: [], fields: [] }), link: values.link.trim() || null, linkLabel: values.linkLabel.trim() || null });
  };
  return (
    <form noValidate onSubmit={submit}>
      {saved ? <Banner kind="good" role="status" level={3} className="mb4" title={t('notices.saved')} /> : null}
      {Object.keys(errors).length === 0 ? <FailureBanner error={saving.error} /> : null}
      <FormErrors errors={errors} />
      <Placed value={values.placed} write={(placed) => write({ ...values, placed })} />
      <TextInput {...box('title')} autoComplete="off" label={t('notices.box.title')} maxLength={60} />
      <TextArea {...box('text')} rows={4} label={t('notices.box.text')} maxLength={400} />
      <TextInput {...box('link')} type="url" autoComplete="off" need="optional" label={t('notices.box.link')} hint={t('notices.box.link.hint')} maxLength={300} />
      <TextInput {...box('linkLabel')} autoComplete="off" need="optional" label={t('notices.box.linkLabel')} hint={t('notices.box.linkLabel.hint')} maxLength={60} />
      <TextInput {...box('fromDay')} type="date" width="mid" label={t('notices.box.from')} />
      <TextInput {...box('untilDay')} type="date" width="mid" label={t('notices.box.until')} />
      {document ? null : several('audiences', AUDIENCES.map((value) => ({ value, label: t(`events.audience.${value}`) })))}
      {several('areas', areas.map((area) => ({ value: area.slug, label: areaName(t, area) })))}
      {document ? null : several('fields', ACTIVITY_FIELDS.map((value) => ({ value, label: t(`ui.field.${value}`) })))}
      <p className="mt5">
        <Button>{t(saving.pending ? 'app.sending' : 'notices.save')}</Button>
      </p>
    </form>
  );
}

/** Beside events, or on the pages of areas. */
function Placed({ value, write }: { readonly value: Written['placed']; readonly write: (placed: Written['placed']) => void }): ReactElement {
  const choices = PLACES.map((each) => ({ value: each, label: t(`notices.placed.${each}`), hint: t(`notices.placed.${each}.hint`) }));
  return <RadioList t={t} name="placed" need="silent" label={t('notices.placed')} value={value} choices={choices} onChange={({ target }) => write(target.value === 'areas' ? 'areas' : 'events')} />;
}
