import { postApplicationAmendment, type AmendByHostRequest, type ApplicationLine, type EventDetail, type EventFrame } from '@yoriai/api-client';
import { Banner, Button, Checkbox, TextInput } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { amendRequest, amendValues, changedMeanwhile, errorsOn, isMeanwhile, valuesAnew, withAnother, type AmendCompanion, type AmendValues } from './amend.js';
import { tooManyHeads } from './heads-limit.js';
import { BornBoxes } from './fields/born-boxes.js';
import { useForgottenContacts } from './contacts.js';
import { applicationsQuery, eventQuery } from './queries.js';

/** Somebody telephoned: fewer come, or others, or they are reached elsewhere. */
export function AmendScreen(): ReactElement {
  const { id, applicationId } = useParams({ from: '/events/$id/people/$applicationId' });
  const event = useQuery(eventQuery(id));
  const list = useQuery(applicationsQuery(id));
  useForgottenContacts(id);
  return (
    <Answer of={event}>
      {(found) => (
        <Answer of={list}>
          {({ items }) => {
            const person = items.find((each) => each.id === applicationId);
            const frame = found.frames.find((each) => each.id === person?.frameId);
            return (
              <Screen title={t('app.amend.title')} width="narrow" back={{ href: paths.people(id), label: t('app.hub.applicants') }} {...(person && { lead: [person.groupName, person.name].filter(Boolean).join('　') })}>
                {person && frame ? <Amend event={found} person={person} frame={frame} /> : <Banner kind="info" title={t('refusal.application.not-found')} />}
              </Screen>
            );
          }}
        </Answer>
      )}
    </Answer>
  );
}

interface AmendProps {
  readonly event: EventDetail;
  readonly person: ApplicationLine;
  readonly frame: EventFrame;
}

function Amend({ event, person, frame }: AmendProps): ReactElement {
  const [values, setValues] = useState(() => amendValues(person));
  // What was read when it was opened: the list may be fetched anew meanwhile, and what is typed is not.
  const [opened, setOpened] = useState(person);
  const [changed, setChanged] = useState<readonly string[]>([]);
  const [client, navigate] = [useQueryClient(), useNavigate()];
  const readAnew = async (): Promise<void> => {
    const { items } = await client.fetchQuery({ ...applicationsQuery(event.id), staleTime: 0 });
    const now = items.find(({ id }) => id === person.id);
    if (now === undefined) return;
    setChanged(changedMeanwhile(opened, now));
    setValues((typed) => valuesAnew(typed, opened, now));
    setOpened(now);
  };
  const amendment = useAct(
    async (body: AmendByHostRequest, options) => {
      setChanged([]);
      return postApplicationAmendment(person.id, body, options).catch(async (error: unknown) => {
        // Where that cannot be read just now, what was refused is still what is told.
        if (isMeanwhile(error)) await readAnew().catch(() => undefined);
        throw error;
      });
    },
    async ({ items }) => {
      await client.invalidateQueries({ queryKey: ['event', event.id] });
      const isOther = items.find(({ id }) => id === person.id)?.read !== opened.read;
      await navigate({ to: '/events/$id/people', params: { id: event.id }, search: isOther ? { changed: person.id } : {} });
    },
  );
  const why = whyNot(person.can.amend);
  const [pressed, setPressed] = useState(false);
  const many = frame.companions === 'names' || values.heads === String(opened.heads) ? {} : tooManyHeads(values.heads, frame);
  const errors = { ...errorsOn(values, amendment.errors), ...(pressed ? many : {}) };
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setPressed(true);
    if (Object.keys(many).length === 0) amendment.act(amendRequest(values, opened, frame));
  };
  return (
    <>
      <p>{t('app.amend.lead')}</p>
      {why === undefined ? null : <Banner kind="note" className="mt5" title={why} />}
      <form noValidate className="mt5" onSubmit={submit}>
        {Object.keys(errors).length === 0 && changed.length === 0 ? <FailureBanner error={amendment.error} /> : null}
        <Meanwhile lines={changed} />
        <FormErrors errors={errors} />
        <Boxes values={values} errors={errors} person={person} frame={frame} set={(change) => setValues({ ...values, ...change })} />
        <p className="mt6">
          <Button>{t(amendment.pending ? 'app.sending' : 'app.amend.save')}</Button>
        </p>
      </form>
    </>
  );
}

/** What somebody else changed while it was being written here. Takes the focus when it appears: the button stands far below. */
function Meanwhile({ lines }: { readonly lines: readonly string[] }): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [lines]);
  if (lines.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Banner kind="note" className="mb5" title={t('app.amend.meanwhile')}>
        <p>{t('app.amend.meanwhile.not-yet')}</p>
        <ul>
          {lines.map((line) => (
            <li key={line} className="num">{line}</li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}

interface BoxesProps {
  readonly values: AmendValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly person: ApplicationLine;
  readonly frame: EventFrame;
  readonly set: (change: Partial<AmendValues>) => void;
}

function Boxes({ values, errors, person, frame, set }: BoxesProps): ReactElement {
  const box = (name: 'name' | 'kana' | 'groupName' | 'heads' | 'phone' | 'email') => ({ t, name, value: values[name], autoComplete: 'off', error: errors[name], onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }) });
  const asksAdults = frame.asks.guardian && frame.asks.ages === null && person.guardian === null;
  return (
    <>
      {person.groupName === null ? null : <TextInput {...box('groupName')} label={t('amend.what.groupName')} maxLength={60} />}
      {person.withoutApplicant ? null : (
        <>
          <TextInput {...box('name')} label={t(person.groupName === null ? 'amend.what.name' : 'app.amend.name.group')} hint={t('app.amend.name.hint')} maxLength={100} />
          <TextInput {...box('kana')} label={t('app.amend.kana')} maxLength={100} />
        </>
      )}
      {frame.companions === 'names' ? (
        <Companions values={values} errors={errors} frame={frame} set={set} />
      ) : (
        <TextInput {...box('heads')} label={t(person.groupName === null ? 'app.amend.heads' : 'app.amend.heads.group')} inputMode="numeric" width="short" maxLength={3} />
      )}
      {asksAdults ? (
        <div className="mt4">
          <Checkbox name="adults" label={t('amend.adults')} checked={values.adults} onChange={({ target }) => set({ adults: target.checked })} />
        </div>
      ) : null}
      <TextInput {...box('phone')} label={t('app.proxy.phone')} {...(person.phone !== null && { hint: t('app.amend.contact.now', { now: person.phone }) })} need="optional" type="tel" inputMode="tel" width="mid" />
      <TextInput {...box('email')} label={t('app.amend.email')} hint={[...(person.email === null ? [] : [t('app.amend.contact.now', { now: person.email })]), t('app.amend.email.hint')].join(' ')} need="optional" type="email" inputMode="email" />
    </>
  );
}

/** Who comes along, as they stand and as many more as may come. */
function Companions({ values, errors, frame, set }: Omit<BoxesProps, 'person'>): ReactElement {
  const { companions } = values;
  const aged = frame.asks.ages !== null;
  const change = (index: number, part: Partial<AmendCompanion>): void => set({ companions: companions.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <>
      {companions.map((each, index) => (
        <fieldset key={each.at ?? `new-${index}`} className="mt5">
          <legend className="vh">{t('events.companion.name', { nth: index + 2 })}</legend>
          {(['name', 'kana'] as const).map((part) => {
            const name = `companions.${index}.${part}`;
            return (
              <TextInput key={name} t={t} name={name} label={t(`events.companion.${part}`, { nth: index + 2 })} value={each[part]} maxLength={100} autoComplete="off" error={errors[name]} onChange={({ target }) => change(index, { [part]: target.value })} />
            );
          })}
          {aged ? <BornBoxes name={`companions.${index}.born`} label={t('asks.born.of', { nth: index + 2 })} standing={each.at !== undefined} boxes={each.born} error={errors[`companions.${index}.born`]} onChange={(born) => change(index, { born })} /> : null}
          {each.at === undefined ? null : <Checkbox name={`companions.${index}.gone`} label={t('amend.gone')} checked={each.gone} onChange={({ target }) => change(index, { gone: target.checked })} />}
        </fieldset>
      ))}
      {companions.filter(({ gone }) => !gone).length + 1 < frame.perApplicationMax ? (
        <p className="mt4">
          <Button type="button" kind="outline" icon="add" onClick={() => set({ companions: withAnother(values).companions })}>
            {t('app.amend.another')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
