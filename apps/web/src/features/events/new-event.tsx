import { getOrganisations, postEvent, type CreateEventRequest, type OrganisationAnswer } from '@yoriai/api-client';
import { Button, NativeSelect } from '@yoriai/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { AppLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useSession } from '../../app/session.js';
import { sentence, t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { useLead } from '../../ui/use-lead.js';
import { WhatFields } from './fields/plain-fields.js';
import { hostChoices } from './hosts.js';
import { Progress } from './progress.js';
import { useEventChanged } from './queries.js';
import { TEMPLATES, renamed, templateOf } from './templates.js';
import type { Values } from './values.js';

/** The organisations I hold an office in; the ward office sees all. */
export const organisationsQuery = queryOptions({ queryKey: ['organisations'], queryFn: ({ signal }) => getOrganisations({ signal }), staleTime: 60_000 });

const DRAFT = 'event/new';

/** The first page of a new event; the server gets it when somebody goes on. */
export function NewEventScreen(): ReactElement {
  const organisations = useQuery(organisationsQuery);
  return (
    <Screen title={t('app.new.title')} width="narrow" back={{ href: paths.events(), label: t('app.events.back') }} eyebrow={<Progress step="what" />}>
      <Answer of={organisations} inside>
        {(found) => <NewEventForm organisations={found} />}
      </Answer>
    </Screen>
  );
}

function NewEventForm({ organisations }: { readonly organisations: readonly OrganisationAnswer[] }): ReactElement {
  const go = useGo();
  const changed = useEventChanged();
  const hosts = hostChoices(organisations, useSession().me);
  const [values, setValues] = useState<Values>(() => readDraft<Values>(DRAFT) ?? { organisationId: hosts[0]?.id ?? '' });
  const [pressed, setPressed] = useState(false);
  const creation = useAct(
    (body: CreateEventRequest, options) => postEvent(body, options),
    async (event) => {
      dropDraft(DRAFT);
      await changed(event);
      go(paths.edit(event.id, 'when'), { replace: true });
    },
  );
  const wrong = useLead(creation.error);
  const keep = (next: Values): void => {
    setValues(next);
    keepDraft(DRAFT, next);
  };
  const set = (name: string, value: string): void => keep(name === 'title' ? renamed(values, value) : { ...values, [name]: value });
  const missing: Record<string, string> = {
    ...(values['title']?.trim() ? {} : { title: sentence('app.title-missing') }),
    ...(values['field'] ? {} : { field: sentence('app.field-missing') }),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPressed(true);
    if (Object.keys(missing).length === 0) creation.act(requestOf(values, hosts.find(({ id }) => id === values['organisationId'])?.name));
  };
  const errors = pressed ? { ...creation.errors, ...missing } : {};
  return (
    <form noValidate onSubmit={submit} className="mt5">
      <div ref={wrong}>
        {Object.keys(creation.errors).length === 0 ? <FailureBanner error={creation.error} /> : null}
        <FormErrors errors={errors} />
      </div>
      <Host hosts={hosts} values={values} set={set} />
      <NativeSelect
        t={t}
        name="template"
        need="optional"
        label={t('app.template')}
        hint={t('app.template.hint')}
        choices={[{ value: '', label: t('app.template.none') }, ...TEMPLATES.map((value) => ({ value, label: t(`app.template.${value}`) }))]}
        value={values['template'] ?? ''}
        onChange={(event) => keep(withTemplate(values, event.target.value))}
      />
      <p className="mt3">
        <AppLink href={paths.events({ scope: 'mine', state: 'closed' })} className="more">
          {t('app.new.again')}
        </AppLink>
      </p>
      <WhatFields values={values} errors={errors} remarks={{}} set={set} />
      <p className="mt6">
        <Button>{t(creation.pending ? 'app.sending' : 'app.wizard.next')}</Button>
      </p>
      <p className="sub mt4">{t('app.new.autosave')}</p>
    </form>
  );
}

/** Whose event it is; asked only of who writes for several. */
function Host({ hosts, values, set }: { readonly hosts: readonly OrganisationAnswer[]; readonly values: Values; readonly set: (name: string, value: string) => void }): ReactElement {
  if (hosts.length > 1) {
    return (
      <NativeSelect
        t={t}
        name="organisationId"
        label={t('app.field.organisation')}
        choices={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        value={values['organisationId'] ?? ''}
        onChange={(event) => set('organisationId', event.target.value)}
      />
    );
  }
  return (
    <p>
      {t('app.field.organisation')}
      {t('ui.help.colon')}
      <b className="strong">{hosts[0]?.name ?? t('app.new.no-host')}</b>
    </p>
  );
}

/** Boxes of this page with what a template says; boxes without an answer in it are emptied. */
function withTemplate({ organisationId = '' }: Values, template: string): Values {
  const { title = '', kana = '', field = '', category = '', summary = '', description = '' } = templateOf(template) ?? {};
  return { organisationId, template, title: title ?? '', kana: kana ?? '', field: field ?? '', category: category ?? '', summary: summary ?? '', description: description ?? '' };
}

/** What page 1 asked, over what its template says; whom people ask is at first the association. The choices are the form's own; the server judges them all the same. */
function requestOf(values: Values, host: string | undefined): CreateEventRequest {
  const { organisationId = '', field, category, template, ...texts } = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  return {
    ...(host === undefined ? {} : { contactName: host }),
    ...templateOf(template),
    ...texts,
    organisationId,
    ...(field === undefined ? {} : { field: field as CreateEventRequest['field'] & string }),
    ...(category === undefined ? {} : { category: category as CreateEventRequest['category'] & string }),
  };
}
