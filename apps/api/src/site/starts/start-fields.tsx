import type { ReactElement } from 'react';
import type { FastifyRequest } from 'fastify';
import { START_HOURS, START_PROGRAMMES, StartRequest, type StartChoices } from '@yoriai/events';
import { parseForm } from '@yoriai/platform';
import { CheckboxList, NativeSelect, RadioList, TextArea, TextInput, areaName, weekdayName, type TextKey, type Translate } from '@yoriai/ui';
import { Either } from '../page/either.js';
import { errorOf, type FormState } from '../page/form.js';
import { formOf, listOf } from '../page/submissions.js';

const FIELDS = ['programme', 'place', 'venue', 'area', 'people', 'weekdays', 'hours', 'contactName', 'phone', 'email', 'note'] as const;
/** As people type it: words stay as they are, numbers and addresses do not. */
const WORDS: readonly string[] = ['venue', 'place', 'contactName', 'note'];
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

/** The form as it was typed, what it means, and what can't be taken. */
export async function readStart(request: Pick<FastifyRequest, 'body'>): Promise<FormState & { value: StartRequest }> {
  const form = formOf(request);
  const weekdays = listOf(request, 'weekdays').filter((day) => day !== '');
  const values = Object.fromEntries(FIELDS.map((field) => [field, (form[field] ?? '').normalize(WORDS.includes(field) ? 'NFC' : 'NFKC').trim()]));
  const { value, errors } = await parseForm(StartRequest, { ...values, weekdays: weekdays.map(Number) });
  // What is said of two boxes together is found with the rest, not by a second try.
  const unreachable = !values['phone'] && !values['email'] ? [{ field: 'phone', code: 'start.contact-missing' }] : [];
  return { values: { ...values, weekdays: weekdays.join(' ') }, value, errors: FIELDS.flatMap((field) => [...errors, ...unreachable].filter((error) => error.field === field)) };
}

type Box = (name: string, label: TextKey) => { t: Translate; name: string; label: string; defaultValue: string | undefined; error: string | undefined };

/** In words, or from the ward's list where it has one: one of the two. */
function Where({ t, box, venues }: { readonly t: Translate; readonly box: Box; readonly venues: readonly string[] }): ReactElement {
  if (venues.length === 0) return <TextInput {...box('place', 'start.place')} maxLength={100} autoComplete="off" />;
  return (
    <Either t={t} legend={t('start.where')}>
      <TextInput {...box('place', 'start.place')} need="silent" hint={t('start.place.hint')} maxLength={100} autoComplete="off" />
      <NativeSelect {...box('venue', 'start.venue')} need="silent" choices={[{ value: '', label: t('start.venue.none') }, ...venues.map((name) => ({ value: name, label: name }))]} />
    </Either>
  );
}

interface StartFieldsProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly choices: StartChoices;
}

/** What is asked: what, where, how many, when, and whom to answer. */
export function StartFields({ t, form, choices: { areas, venues } }: StartFieldsProps): ReactElement {
  const box = (name: string, label: TextKey) => ({ t, name, label: t(label), defaultValue: form.values[name], error: errorOf(t, form, name) });
  return (
    <>
      <RadioList {...box('programme', 'start.programme')} choices={START_PROGRAMMES.map((value) => ({ value, label: t(`app.template.${value}`), hint: t(`start.programme.${value}`) }))} />
      <Where t={t} box={box} venues={venues} />
      <NativeSelect {...box('area', 'start.area')} need="optional" width="mid" choices={[{ value: '', label: t('start.area.unknown') }, ...areas.map((area) => ({ value: area.slug, label: areaName(t, area) }))]} />
      <TextInput {...box('people', 'start.people')} hint={t('start.people.hint')} inputMode="numeric" width="short" maxLength={3} autoComplete="off" />
      <CheckboxList t={t} name="weekdays" label={t('start.weekdays')} need="optional" hint={t('start.weekdays.hint')} error={errorOf(t, form, 'weekdays')} choices={WEEK.map((day) => ({ value: String(day), label: weekdayName(t, day) }))} defaultValues={(form.values['weekdays'] ?? '').split(' ')} />
      <RadioList {...box('hours', 'start.hours')} choices={START_HOURS.map((value) => ({ value, label: t(`start.hours.${value}`) }))} />
      <TextInput {...box('contactName', 'start.contact')} autoComplete="name" maxLength={100} />
      <Either t={t} legend={t('site.apply.contact')} hint={{ id: 'either-hint', text: t('start.contact.hint') }}>
        <TextInput {...box('phone', 'site.apply.phone')} need="silent" type="tel" inputMode="tel" autoComplete="tel" width="mid" />
        <TextInput {...box('email', 'site.apply.email')} need="silent" type="email" inputMode="email" autoComplete="email" />
      </Either>
      <TextArea {...box('note', 'start.note')} need="optional" hint={t('start.note.hint')} rows={3} maxLength={300} />
    </>
  );
}
