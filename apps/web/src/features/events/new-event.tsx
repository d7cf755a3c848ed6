import { getOrganisations, postEvent, postStartRequestEvent, type CreateEventRequest, type EventDetail, type InitiativeLine, type OrganisationAnswer, type StartLine } from '@yoriai/api-client';
import { Banner, Button, NativeSelect } from '@yoriai/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { jstOf, type DateOnly } from '../../app/jst.js';
import { AppLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow, useSession } from '../../app/session.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner, Forbidden } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { useLead } from '../../ui/use-lead.js';
import { beginContent } from '../starts/begin.js';
import { startTasksQuery, startsQuery } from '../starts/queries.js';
import { WhatFields } from './fields/plain-fields.js';
import { draftChoices } from '../centre/draft-choices.js';
import { hostChoices, mayBegin } from './hosts.js';
import { initiativesQuery, withInitiative } from './initiatives.js';
import { Progress } from './progress.js';
import { useEventChanged } from './queries.js';
import { TEMPLATES, renamed, templateOf, templateRequest } from './templates.js';
import type { NewEventSearch } from './search.js';
import type { Values } from './values.js';

/** The organisations I hold an office in; the ward office sees all. */
export const organisationsQuery = queryOptions({ queryKey: ['organisations'], queryFn: ({ signal }) => getOrganisations({ signal }), staleTime: 60_000 });

const draftOf = (start: StartLine | undefined): string => (start ? `event/new/${start.id}` : 'event/new');

/** The first page of a new event; the server gets it when somebody goes on. */
export function NewEventScreen(): ReactElement {
  return mayBegin(useSession().me) ? <NewEvent /> : <Forbidden code="event.host-only" />;
}

function NewEvent(): ReactElement {
  const { start: id }: NewEventSearch = useSearch({ from: '/events/new' });
  const organisations = useQuery(organisationsQuery);
  const starts = useQuery({ ...startsQuery, enabled: id !== undefined });
  return (
    <Screen title={t('app.new.title')} width="narrow" back={{ href: paths.events(), label: t('app.events.back') }} eyebrow={<Progress step="what" />}>
      <Answer of={organisations} inside>
        {(found) =>
          id === undefined ? (
            <NewEventForm organisations={found} start={undefined} />
          ) : (
            <Answer of={starts} inside>
              {({ items }) => <Begun organisations={found} start={items.find((each) => each.id === id)} />}
            </Answer>
          )
        }
      </Answer>
    </Screen>
  );
}

/** What is begun from a request: as it was read first, also where somebody else begins it meanwhile: then the server says so. */
function Begun({ organisations, start }: NewEventFormProps): ReactElement {
  const [first] = useState(start);
  const why = first === undefined ? t('refusal.start.not-found') : whyNot(first.can.begin);
  return why === undefined ? <NewEventForm organisations={organisations} start={first} /> : <Banner kind="info" className="mt4" title={why} />;
}

interface NewEventFormProps {
  readonly organisations: readonly OrganisationAnswer[];
  /** The request that it comes from. */
  readonly start: StartLine | undefined;
}

function NewEventForm({ organisations, start }: NewEventFormProps): ReactElement {
  const go = useGo();
  const begun = useBegun();
  const today = jstOf(useNow()).date;
  const { hosts, chooses } = useHosts(organisations, start);
  const [values, setValues] = useState<Values>(() => readDraft<Values>(draftOf(start)) ?? firstValues(hosts, start, chooses));
  const [pressed, setPressed] = useState(false);
  const creation = useAct(
    (body: CreateEventRequest, options) => (start ? postStartRequestEvent(start.id, { ...body, ...beginContent(start) }, options) : postEvent(body, options)),
    async (event) => {
      dropDraft(draftOf(start));
      await begun(event, start);
      go(paths.edit(event.id, 'when'), { replace: true });
    },
  );
  const wrong = useLead(creation.error);
  const keep = (next: Values): void => {
    setValues(next);
    keepDraft(draftOf(start), next);
  };
  const initiatives = useQuery(initiativesQuery).data?.items;
  const set = (name: string, value: string): void => keep(answered(values, name, value, initiatives));
  const missing: Record<string, string> = {
    ...(chooses && !values['organisationId'] ? { organisationId: t('app.centre.choose.missing') } : {}),
    ...(values['title']?.trim() ? {} : { title: sentence('app.title-missing') }),
    ...(values['field'] ? {} : { field: sentence('app.field-missing') }),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPressed(true);
    if (Object.keys(missing).length === 0) creation.act(requestOf(goingOn(values, initiatives), hosts.find(({ id }) => id === values['organisationId'])?.name, today));
  };
  const errors = pressed ? { ...creation.errors, ...missing } : {};
  return (
    <form noValidate onSubmit={submit} className="mt5">
      <div ref={wrong}>
        {Object.keys(creation.errors).length === 0 ? <FailureBanner error={creation.error} /> : null}
        <FormErrors errors={errors} />
      </div>
      {start ? <p className="mb4">{t('app.starts.from')}</p> : null}
      <Host hosts={hosts} values={values} set={set} chooses={chooses} error={errors['organisationId']} />
      <TemplateBox chosen={values['template'] ?? ''} choose={(template) => keep(goingOn(withTemplate(values, template), initiatives))} />
      {start ? null : <OtherWays />}
      <WhatFields values={values} errors={errors} remarks={{}} set={set} />
      <p className="mt6">
        <Button>{t(creation.pending ? 'app.sending' : 'app.wizard.next')}</Button>
      </p>
      <p className="sub mt4">{t('app.new.autosave')}</p>
    </form>
  );
}

/** For whom it can be begun; for whom a centre helps it says itself (`chooses`), and not the order of a list. */
function useHosts(organisations: readonly OrganisationAnswer[], start: StartLine | undefined): { hosts: OrganisationAnswer[]; chooses: boolean } {
  const { me } = useSession();
  const hosts = draftChoices(organisations, me);
  return { hosts, chooses: start === undefined && hosts.length > 1 && hostChoices(organisations, me).length === 0 };
}

/** What a new event changes elsewhere; one that comes from a request, that too. */
function useBegun(): (event: EventDetail, start: StartLine | undefined) => Promise<void> {
  const client = useQueryClient();
  const changed = useEventChanged();
  return async (event, start) => {
    if (start) await Promise.all([startsQuery, startTasksQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
    await changed(event);
  };
}

/** Which template, and what it brings that stands beside the form. */
function TemplateBox({ chosen, choose }: { readonly chosen: string; readonly choose: (template: string) => void }): ReactElement {
  const { stalls, contest, frames = [] } = templateOf(chosen) ?? {};
  const asksBirthdays = frames.some(({ asks }) => asks?.ages);
  return (
    <>
      <NativeSelect
        t={t}
        name="template"
        need="optional"
        label={t('app.template')}
        hint={t('app.template.hint')}
        choices={[{ value: '', label: t('app.template.none') }, ...TEMPLATES.map((value) => ({ value, label: t(`app.template.${value}`) }))]}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      />
      <div role="status">
        {stalls ? <p className="num mt2">{t('app.template.stalls', { count: stalls.places, days: stalls.closesBefore })}</p> : null}
        {chosen === 'market' ? <p className="mt2">{t('app.template.campaign')}</p> : null}
        {asksBirthdays ? <p className="mt2">{t('app.template.born')}</p> : null}
        {contest ? <p className="mt2">{t('app.template.contest', { divisions: contest.divisions.map(({ name }) => name).join(t('app.again.and')) })}</p> : null}
      </div>
    </>
  );
}

/** Who held it before begins from that; who would first talk with the ward office asks it. */
function OtherWays(): ReactElement {
  return (
    <>
      <p className="mt3">
        <AppLink href={paths.events({ scope: 'mine', state: 'closed' })} className="more">
          {t('app.new.again')}
        </AppLink>
      </p>
      <p className="mt3">
        <AppLink href={paths.starts} className="more">
          {t('app.starts.way')}
        </AppLink>
      </p>
    </>
  );
}

/** Whose event it is; asked only of who writes for several. */
interface HostProps {
  readonly hosts: readonly OrganisationAnswer[];
  readonly values: Values;
  readonly set: (name: string, value: string) => void;
  /** Nobody is chosen beforehand. */
  readonly chooses: boolean;
  readonly error: string | undefined;
}

function Host({ hosts, values, set, chooses, error }: HostProps): ReactElement {
  if (hosts.length > 1) {
    return (
      <NativeSelect
        t={t}
        name="organisationId"
        label={t('app.field.organisation')}
        choices={[...(chooses ? [{ value: '', label: t('app.centre.choose') }] : []), ...hosts.map(({ id, name }) => ({ value: id, label: name }))]}
        {...(error === undefined ? {} : { error })}
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

/** What stands in the boxes at first: of a request its template, and who asks; else, of its area, the council or the federation. */
function firstValues(hosts: readonly OrganisationAnswer[], start: StartLine | undefined, chooses: boolean): Values {
  if (!start) return { organisationId: chooses ? '' : (hosts[0]?.id ?? '') };
  const near = ['council', 'federation'].flatMap((kind) => hosts.filter((each) => each.kind === kind && each.areaId !== null && each.areaId === start.areaId));
  const host = hosts.find(({ id }) => id === start.organisationId) ?? near[0] ?? hosts[0];
  return withTemplate({ organisationId: host?.id ?? '' }, start.programme);
}

/** Boxes of this page with what a template says; boxes without an answer in it are emptied. */
function withTemplate({ organisationId = '' }: Values, template: string): Values {
  const { title = '', kana = '', field = '', category = '', initiative = '', summary = '', description = '' } = templateOf(template) ?? {};
  return { organisationId, template, title: title ?? '', kana: kana ?? '', field: field ?? '', category: category ?? '', initiative: initiative ?? '', summary: summary ?? '', description: description ?? '' };
}

/** With one answer, and what it says of others. */
function answered(values: Values, name: string, value: string, initiatives: readonly InitiativeLine[] | undefined): Values {
  if (name === 'title') return renamed(values, value);
  const next = { ...values, [name]: value };
  return name === 'initiative' ? withInitiative(next, initiatives?.find(({ code }) => code === value)) : next;
}

/** Without an initiative that is over, as a template may name one. */
function goingOn(values: Values, all: readonly InitiativeLine[] | undefined): Values {
  const over = all !== undefined && !all.some(({ code, over: ended }) => code === values['initiative'] && !ended);
  return over ? { ...values, initiative: '' } : values;
}

/** What page 1 asked, over what its template says; whom people ask is at first the association. The choices are the form's own; the server judges them all the same. */
function requestOf(values: Values, host: string | undefined, today: DateOnly): CreateEventRequest {
  const { organisationId = '', field, category, initiative = null, template, ...texts } = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  return {
    ...(host === undefined ? {} : { contactName: host }),
    ...templateRequest(template, today),
    ...texts,
    organisationId,
    initiative,
    ...(field === undefined ? {} : { field: field as CreateEventRequest['field'] & string }),
    ...(category === undefined ? {} : { category: category as CreateEventRequest['category'] & string }),
  };
}
