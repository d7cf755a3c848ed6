import type { ReactElement } from 'react';
import { DateFields, yearFrom, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';

const PARTS = ['year', 'month', 'day'] as const;

/** The names of the three boxes of a date. */
export const dateBoxes = (name: string): string[] => PARTS.map((part) => `${name}-${part}`);

/** The date in the three boxes, as the API takes it; what is no date stays none. Undefined where nothing was typed. */
export function dateIn(form: Readonly<Record<string, string>>, name: string): string | undefined {
  const [year, month, day] = dateBoxes(name).map((box) => (form[box] ?? '').normalize('NFKC').trim()) as [string, string, string];
  if (`${year}${month}${day}` === '') return undefined;
  return [yearFrom(year), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

interface BornProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly need?: 'silent';
}

/** 生年月日, in three boxes. */
export function Born({ t, form, name, label, hint, need }: BornProps): ReactElement {
  const [year, month, day] = dateBoxes(name).map((box) => form.values[box]);
  const said = [t('asks.born.hint'), hint].filter(Boolean).join(' ');
  return <DateFields t={t} name={name} id={name} label={label} hint={said} {...(need && { need })} error={errorOf(t, form, name)} year={year} month={month} day={day} />;
}
