import { postEventProxyApplication, type ApplicationAnswer, type EventDetail, type ProxyApplyRequest } from '@yoriai/api-client';
import { areChildren, Banner, Button, Checkbox, LinkButton, NativeSelect, PaperBox, RadioList, TextInput } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { wholeNumber } from './numbers.js';
import { companionBoxes, emptyProxy, proxyRequest, type ProxyCompanion, type ProxyValues } from './proxy.js';
import { AskedBoxes } from './fields/asked-boxes.js';
import { PhotosBox } from './fields/photos-box.js';
import { GuardianBoxes } from './fields/guardian-boxes.js';
import { BornBoxes } from './fields/born-boxes.js';
import { tooManyHeads } from './heads-limit.js';
import { useForgottenContacts } from './contacts.js';
import { eventTitle } from './event-title.js';
import { eventQuery } from './queries.js';

const CHANNELS = ['phone', 'desk', 'paper'] as const;

/** Somebody telephoned, came by or wrote: the leader types it in for them. */
export function ProxyScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/people/new' });
  const event = useQuery(eventQuery(id));
  useForgottenContacts(id);
  return (
    <Answer of={event}>
      {(found) => (
        <Screen title={t('app.people.proxy')} width="narrow" back={backOf(found)} lead={eventTitle(found)}>
          <Proxy event={found} />
        </Screen>
      )}
    </Answer>
  );
}

/** Who may not see who has applied comes from the event itself. */
function backOf(event: EventDetail): { href: string; label: string } {
  return event.can.seeApplications === true ? { href: paths.people(event.id), label: t('app.hub.applicants') } : { href: paths.event(event.id), label: eventTitle(event) };
}

function Proxy({ event }: { readonly event: EventDetail }): ReactElement {
  const frames = event.frames.filter((frame) => frame.kind !== 'volunteer');
  const first = frames[0]?.id ?? '';
  const draft = `event/${event.id}/proxy`;
  const client = useQueryClient();
  const [values, setValues] = useState<ProxyValues>(() => readDraft<ProxyValues>(draft) ?? emptyProxy(first));
  const [entered, setEntered] = useState<{ answer: ApplicationAnswer; name: string }>();
  const application = useAct(
    (body: ProxyApplyRequest, options) => postEventProxyApplication(event.id, body, options),
    async (answer, body) => {
      dropDraft(draft);
      setEntered({ answer, name: body.name });
      // The next caller comes by the same way.
      setValues({ ...emptyProxy(body.frameId), channel: body.channel });
      await client.invalidateQueries({ queryKey: ['event', event.id] });
    },
  );
  const [pressed, setPressed] = useState(false);
  const many = tooManyHeads(values.heads, frames.find((frame) => frame.id === values.frameId));
  const errors = { ...application.errors, ...(pressed ? many : {}) };
  const set = (change: Partial<ProxyValues>): void => {
    const next = { ...values, ...change };
    setValues(next);
    keepDraft(draft, next);
    setEntered(undefined);
  };
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setPressed(true);
    if (Object.keys(many).length === 0) application.act(proxyRequest(values, frames.find((frame) => frame.id === values.frameId)));
  };
  const why = whyNot(event.can.enterApplications);
  return (
    <>
      {why === undefined ? null : (
        <Banner kind="note" className="mt5" title={t('app.proxy.not-now')}>
          <p>{why}</p>
        </Banner>
      )}
      {entered ? <Entered event={event} {...entered} /> : null}
      <form noValidate className="mt5" onSubmit={submit} key={entered?.answer.id ?? 'form'}>
        {Object.keys(application.errors).length === 0 ? <FailureBanner error={application.error} /> : null}
        <FormErrors errors={errors} />
        <Boxes values={values} errors={errors} frames={frames} set={set} />
        <div className="mt6">
          <PaperBox>
            <p>{t('app.proxy.purpose')}</p>
          </PaperBox>
        </div>
        <p className="mt5">
          <Button>{t(application.pending ? 'app.sending' : 'app.proxy.button')}</Button>
        </p>
      </form>
    </>
  );
}

interface BoxesProps {
  readonly values: ProxyValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly frames: EventDetail['frames'];
  readonly set: (change: Partial<ProxyValues>) => void;
}

function Boxes({ values, errors, frames, set }: BoxesProps): ReactElement {
  const box = (name: Exclude<keyof ProxyValues, 'companions' | 'partIsFine' | 'born' | 'answers' | 'needs' | 'guardian' | 'photos'>) => ({
    t,
    name,
    value: values[name] ?? '',
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
    onChange: (changed: { target: { value: string } }) => set({ [name]: changed.target.value }),
  });
  const asks = frames.find(({ id }) => id === values.frameId)?.asks;
  const aged = (asks?.ages ?? null) !== null;
  const child = asks?.ages && areChildren(asks.ages);
  const groups = frames.find(({ id }) => id === values.frameId)?.kind === 'group';
  return (
    <>
      <RadioList
        {...box('channel')}
        label={t('app.proxy.channel')}
        choices={CHANNELS.map((value) => ({ value, label: t(`events.application.channel.${value}`) }))}
      />
      {frames.length > 1 ? (
        <NativeSelect {...box('frameId')} label={t('app.proxy.frame')} choices={frames.map(({ id, name }) => ({ value: id, label: name }))} />
      ) : null}
      {groups ? <TextInput {...box('groupName')} label={t('asks.group')} maxLength={60} autoComplete="off" /> : null}
      <TextInput {...box('name')} label={t(groups ? 'asks.group.speaker' : child ? 'app.proxy.name.child' : 'app.proxy.name')} {...(groups || !(child || asks?.guardian) ? {} : { hint: t(child ? 'app.proxy.name.child.hint' : 'app.proxy.name.comer.hint') })} maxLength={100} autoComplete="off" />
      <TextInput {...box('kana')} label={t('app.proxy.kana')} hint={t('app.proxy.kana.hint')} maxLength={100} autoComplete="off" />
      {aged ? <BornBoxes name="born" label={t('asks.born')} boxes={values.born} error={errors['born']} onChange={(born) => set({ born })} /> : null}
      <TextInput {...box('heads')} label={t('app.proxy.heads')} inputMode="numeric" width="short" maxLength={3} autoComplete="off" />
      <Companions values={values} errors={errors} frames={frames} set={set} />
      {asks?.photos && values.guardian?.by !== 'child' ? <PhotosBox value={values.photos} onChange={(photos) => set({ photos })} /> : null}
      {asks?.guardian ? <GuardianBoxes boxes={values.guardian} errors={errors} onChange={(guardian) => set({ guardian })} /> : null}
      {asks === undefined ? null : <AskedBoxes asks={asks} values={values} errors={errors} set={set} />}
      <TextInput
        {...box('phone')}
        label={t('app.proxy.phone')}
        hint={t('app.proxy.phone.hint')}
        need="optional"
        type="tel"
        inputMode="tel"
        width="mid"
        autoComplete="off"
      />
      <TextInput {...box('email')} label={t('app.proxy.email')} need="optional" type="email" inputMode="email" autoComplete="off" />
    </>
  );
}

/** Who comes along, by name where the host asks; and whether a part of them may come. */
function Companions({ values, errors, frames, set }: BoxesProps): ReactElement {
  const frame = frames.find(({ id }) => id === values.frameId);
  const aged = (frame?.asks.ages ?? null) !== null;
  const boxes = companionBoxes(values, frame);
  const change = (index: number, part: Partial<ProxyCompanion>): void => set({ companions: boxes.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <>
      {boxes.map((each, index) => [
        ...(['name', 'kana'] as const).map((part) => {
          const name = `companions.${index}.${part}`;
          return (
            <TextInput
              key={name}
              t={t}
              name={name}
              label={t(`events.companion.${part}`, { nth: index + 2 })}
              value={each[part]}
              maxLength={100}
              autoComplete="off"
              {...(errors[name] === undefined ? {} : { error: errors[name] })}
              onChange={(changed) => change(index, { [part]: changed.target.value })}
            />
          );
        }),
        aged ? (
          <BornBoxes
            key={`companions.${index}.born`}
            name={`companions.${index}.born`}
            label={t('asks.born.of', { nth: index + 2 })}
            boxes={each.born}
            error={errors[`companions.${index}.born`]}
            onChange={(born) => change(index, { born })}
          />
        ) : null,
      ])}
      {wholeNumber(values.heads) === 1 ? null : (
        <div className="mt5">
          <Checkbox name="partIsFine" label={t('app.proxy.part')} checked={values.partIsFine} onChange={(changed) => set({ partIsFine: changed.target.checked })} />
        </div>
      )}
    </>
  );
}

/** What to tell the person on the phone, in words. */
function Entered({ event, answer, name }: { readonly event: EventDetail; readonly answer: ApplicationAnswer; readonly name: string }): ReactElement {
  const waits = answer.status === 'waitlisted';
  const chosen = event.frames.every(({ method }) => method !== 'lottery');
  return (
    <Banner kind={waits || answer.status === 'guardian_pending' ? 'wait' : 'good'} role="status" className="mt5" title={t(answer.status === 'applied' && chosen ? 'app.proxy.done.to-choose' : `app.proxy.done.${answer.status}`, { name })}>
      {answer.number === null ? null : <p className="num">{t('app.proxy.number', { number: answer.number })}</p>}
      {waits ? <p className="num">{t('app.people.waits', { n: answer.waitlistPosition ?? 0 })}</p> : null}
      {answer.rest === null ? null : <p className="num">{t('app.proxy.rest', { heads: answer.rest.heads, position: answer.rest.waitlistPosition })}</p>}
      <p>{t('app.proxy.say')}</p>
      {event.can.seeApplications === true ? (
        <p className="mt3">
          <LinkButton href={paths.people(event.id)} kind="outline" size="s" renderLink={appLink}>
            {t('app.proxy.to-list')}
          </LinkButton>
        </p>
      ) : null}
    </Banner>
  );
}
