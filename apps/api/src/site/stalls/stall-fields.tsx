import type { ReactElement } from 'react';
import { APPLIANCES, FOOD_BY, StallRequest, type ShownStalls, type StallEntity } from '@yoriai/events';
import { parseForm } from '@yoriai/platform';
import { RadioList, TextArea, TextInput, type TextKey, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';

const EQUIPMENT = ['tents', 'tables', 'chairs', 'watts'] as const;
const FIELDS = ['kind', 'name', 'sells', 'contactName', 'phone', 'email', 'foodBy', ...APPLIANCES, ...EQUIPMENT] as const;
/** That nothing is served is an answer of its own: the box is not left empty. */
const NO_FOOD = 'none';

/** The form as it was typed, what it means, and what can't be taken. */
export async function readStall(form: Readonly<Record<string, string>>): Promise<FormState & { value: StallRequest }> {
  const values = Object.fromEntries(FIELDS.map((field) => [field, (form[field] ?? '').normalize(field === 'name' || field === 'sells' ? 'NFC' : 'NFKC').trim()]));
  const { value, errors } = await parseForm(StallRequest, { ...values, foodBy: values['foodBy'] === NO_FOOD ? '' : values['foodBy'] });
  const unsaid = values['foodBy'] === '' && values['kind'] !== 'food' ? [{ field: 'foodBy', code: 'site.choose' }] : [];
  const found = [...errors, ...unsaid];
  return { values, value, errors: FIELDS.flatMap((field) => found.filter((error) => error.field === field)) };
}

/** What stands in the boxes of a stall that was sent. */
export function valuesOf({ kind, name, sells, contactName, contactPhone, contactEmail, foodBy, appliances, watts, tents, tables, chairs }: StallEntity): FormState['values'] {
  const numbers = { ...appliances, watts, tents, tables, chairs };
  const pieces = Object.entries(numbers).flatMap(([field, count]) => (count ? [[field, String(count)]] : []));
  return { kind, name, sells, contactName, phone: contactPhone ?? '', email: contactEmail, foodBy: foodBy ?? NO_FOOD, ...(Object.fromEntries(pieces) as Record<string, string>) };
}

interface StallFieldsProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly kinds: NonNullable<ShownStalls['call']>['kinds'];
}

/** What is asked of a stall: what it is, who stands behind it, what it cooks with and borrows. */
export function StallFields({ t, form, kinds }: StallFieldsProps): ReactElement {
  const box = (name: string, label: TextKey) => ({ t, name, label: t(label), defaultValue: form.values[name], error: errorOf(t, form, name) });
  const count = (name: string, label: TextKey, max = 3) => <TextInput key={name} {...box(name, label)} need="silent" inputMode="numeric" width="short" maxLength={max} autoComplete="off" />;
  return (
    <>
      <RadioList {...box('kind', 'stall.kind')} choices={kinds.map((value) => ({ value, label: t(`stall.kind.${value}`) }))} />
      <TextInput {...box('name', 'stall.name')} autoComplete="organization" maxLength={60} />
      <TextArea {...box('sells', 'stall.sells')} hint={t('stall.sells.hint')} rows={3} maxLength={300} />
      <TextInput {...box('contactName', 'stall.contact')} autoComplete="name" maxLength={100} />
      <TextInput {...box('phone', 'site.apply.phone')} type="tel" inputMode="tel" autoComplete="tel" width="mid" />
      <TextInput {...box('email', 'site.apply.email')} hint={t('stall.email.hint')} type="email" inputMode="email" autoComplete="email" />
      <RadioList {...box('foodBy', 'stall.food')} choices={[...FOOD_BY, NO_FOOD].map((value) => ({ value, label: t(`stall.food.${value as 'none'}`) }))} />
      <fieldset className="either mt5">
        <legend>{t('stall.fire')}</legend>
        <p className="hint">{t('stall.fire.hint')}</p>
        {APPLIANCES.map((each) => count(each, `stall.appliance.${each}`))}
      </fieldset>
      <fieldset className="either mt5">
        <legend>{t('stall.equipment')}</legend>
        <p className="hint">{t('stall.equipment.hint')}</p>
        {EQUIPMENT.map((each) => count(each, `stall.${each}`, 5))}
      </fieldset>
    </>
  );
}
