import { postStartRequest, type AreaAnswer, type OrganisationAnswer, type StartList, type StartRequestInApp, type VenueAnswer } from '@yoriai/api-client';
import { Banner, Button, CheckboxList, NativeSelect, RadioList, TextArea, TextInput, areaName, weekdayName, type TextKey } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useLevel, useSession } from '../../app/session.js';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { wholeNumber } from '../events/numbers.js';

const PROGRAMMES = ['exercise', 'salon', 'playground'] as const;
const HOURS = ['morning', 'afternoon', 'evening', 'any'] as const;
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
type Written = Readonly<Record<'organisationId' | 'programme' | 'venue' | 'place' | 'area' | 'people' | 'weekdays' | 'hours' | 'contactName' | 'phone' | 'email' | 'note', string>>;

/** What it says, with what is missing on it. */
function read(written: Written): { body: StartRequestInApp; errors: Record<string, string> } {
  const people = wholeNumber(written.people);
  const [programme, hours] = [PROGRAMMES.find((each) => each === written.programme), HOURS.find((each) => each === written.hours)];
  const some = (text: string): string | null => text.trim() || null;
  const errors: Record<string, string> = {
    ...(programme ? {} : { programme: sentence('start.programme-missing') }),
    ...(some(written.venue) || some(written.place) ? {} : { place: sentence('start.place-missing') }),
    ...(people ? {} : { people: sentence('start.people') }),
    ...(hours ? {} : { hours: sentence('start.hours-missing') }),
    ...(some(written.phone) || some(written.email) ? {} : { phone: sentence('start.contact-missing') }),
  };
  const contact = { contactName: written.contactName, ...(some(written.phone) && { phone: written.phone.trim() }), ...(some(written.email) && { email: written.email.trim() }) };
  const weekdays = WEEK.filter((day) => written.weekdays.split(' ').includes(String(day)));
  return { body: { organisationId: some(written.organisationId), programme: programme ?? 'exercise', venue: some(written.venue), place: some(written.place), area: some(written.area), people: people || 1, weekdays, hours: hours ?? 'any', ...contact, note: some(written.note) }, errors };
}

export interface StartFormProps {
  /** For which one can ask. */
  readonly organisations: readonly OrganisationAnswer[];
  readonly areas: readonly AreaAnswer[];
  readonly venues: readonly VenueAnswer[];
  readonly done: (list: StartList) => void;
}

/** Asks the ward office; there, writes down what somebody said on the telephone. */
export function StartForm({ organisations, areas, venues, done }: StartFormProps): ReactElement {
  const staff = useLevel('staff');
  const { me } = useSession();
  const own = staff ? undefined : organisations[0];
  const empty: Written = { organisationId: own?.id ?? '', programme: '', venue: '', place: '', area: own?.areaSlug ?? '', people: '', weekdays: '', hours: '', contactName: staff ? '' : me.name, phone: staff ? '' : (me.phone ?? ''), email: staff ? '' : (me.email ?? ''), note: '' };
  const { value: values, write, sent } = useDraft('start/new', empty);
  const [state, setState] = useState<'written' | 'pressed' | 'sent'>('written');
  const after = (list: StartList): void => {
    sent();
    setState('sent');
    done(list);
  };
  const asking = useAct((body: StartRequestInApp, options) => postStartRequest(body, options), after);
  const reading = read(values);
  const errors = state === 'pressed' ? { ...asking.errors, ...reading.errors } : {};
  const set = (name: keyof Written, value: string): void => {
    if (state === 'sent') setState('written');
    write({ ...values, [name]: value });
  };
  const box = (name: keyof Written, label: TextKey) => ({ t, name, label: t(label), value: values[name], ...(errors[name] === undefined ? {} : { error: errors[name] }), onChange: ({ target }: { target: { value: string } }) => set(name, target.value) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setState('pressed');
    if (Object.keys(reading.errors).length === 0) asking.act(reading.body);
  };
  const days = values.weekdays.split(' ').filter(Boolean);
  const rooms = venues.filter(({ kind }) => kind === 'hall' || kind === 'condominium');
  return (
    <form noValidate onSubmit={submit}>
      {state === 'sent' ? <Banner kind="good" role="status" level={3} className="mb4" title={t('app.starts.sent')} /> : null}
      {Object.keys(asking.errors).length === 0 ? <FailureBanner error={asking.error} /> : null}
      <FormErrors errors={errors} />
      {staff || organisations.length > 1 ? (
        <NativeSelect {...box('organisationId', 'app.starts.for')} choices={[...(staff ? [{ value: '', label: t('app.starts.for.none') }] : []), ...organisations.map(({ id, name }) => ({ value: id, label: name }))]} />
      ) : null}
      <RadioList {...box('programme', 'start.programme')} choices={PROGRAMMES.map((value) => ({ value, label: t(`app.template.${value}`), hint: t(`start.programme.${value}`) }))} />
      {rooms.length === 0 ? null : <NativeSelect {...box('venue', 'start.venue')} need="silent" choices={[{ value: '', label: t('start.venue.none') }, ...rooms.map(({ name }) => ({ value: name, label: name }))]} />}
      <TextInput {...box('place', 'start.place')} {...(rooms.length > 0 && { need: 'silent' as const })} hint={t('start.place.hint')} maxLength={100} autoComplete="off" />
      <NativeSelect {...box('area', 'start.area')} need="optional" width="mid" choices={[{ value: '', label: t('start.area.unknown') }, ...areas.map((area) => ({ value: area.slug, label: areaName(t, area) }))]} />
      <TextInput {...box('people', 'start.people')} hint={t('start.people.hint')} inputMode="numeric" width="short" maxLength={3} autoComplete="off" />
      <CheckboxList t={t} name="weekdays" label={t('start.weekdays')} need="optional" hint={t('start.weekdays.hint')} choices={WEEK.map((day) => ({ value: String(day), label: weekdayName(t, day) }))} values={days} onChange={({ target }) => set('weekdays', (target.checked ? [...days, target.value] : days.filter((each) => each !== target.value)).join(' '))} />
      <RadioList {...box('hours', 'start.hours')} choices={HOURS.map((value) => ({ value, label: t(`start.hours.${value}`) }))} />
      <TextInput {...box('contactName', 'start.contact')} autoComplete="off" maxLength={100} />
      <TextInput {...box('phone', 'app.starts.phone')} need="silent" type="tel" inputMode="tel" autoComplete="off" width="mid" hint={t('start.contact.hint')} />
      <TextInput {...box('email', 'app.starts.mail')} need="silent" type="email" inputMode="email" autoComplete="off" />
      <TextArea {...box('note', 'start.note')} need="optional" hint={t('start.note.hint')} rows={3} maxLength={300} />
      <p className="mt5">
        <Button>{t(asking.pending ? 'app.sending' : staff ? 'app.starts.write' : 'start.send')}</Button>
      </p>
    </form>
  );
}
