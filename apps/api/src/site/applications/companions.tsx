import type { ReactElement } from 'react';
import type { ApplyRequest } from '@yoriai/events';
import { TextInput, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';
import { Born, dateBoxes, dateIn } from './born.js';

type Companion = NonNullable<ApplyRequest['companions']>[number];

const BOX = /^companions\.\d{1,2}\.(name|kana|born)$/;
const box = (index: number, part: 'name' | 'kana' | 'born'): string => `companions.${index}.${part}`;

/** Those who come along as they were typed, in their order; boxes left empty are nobody. */
export function companionsIn(form: Readonly<Record<string, string>>, most: number, ages: boolean): Companion[] {
  const typed = Array.from({ length: most }, (_, index) => ({ name: form[box(index, 'name')] ?? '', kana: form[box(index, 'kana')] ?? '', born: ages ? dateIn(form, box(index, 'born')) : undefined }));
  return typed.filter(({ name, kana, born }) => name.trim() !== '' || kana.trim() !== '' || born !== undefined).map(({ born, ...each }) => ({ ...each, ...(born !== undefined && { born }) }));
}

/** Their boxes, to be sent along or shown again. */
export function companionValues(companions: readonly Companion[]): Record<string, string> {
  const bornIn = (born: string | undefined, index: number): string[][] => (born === undefined ? [] : dateBoxes(box(index, 'born')).map((name, part) => [name, born.split('-')[part] ?? '']));
  return Object.fromEntries(companions.flatMap(({ name, kana, born }, index) => [[box(index, 'name'), name], [box(index, 'kana'), kana], ...bornIn(born, index)]));
}

/** Is this one of their boxes? */
export const isCompanionBox = (field: string): boolean => BOX.test(field);

/** One line for each who comes along. */
export const companionLines = (t: Translate, companions: readonly Companion[]): string => companions.map(({ name }) => t('site.ticket.san', { name })).join('\n');

interface CompanionsProps {
  readonly t: Translate;
  readonly form: FormState;
  /** How many can come along. */
  readonly most: number;
  /** Whether they are asked when they were born. */
  readonly ages: boolean;
}

/** お名前 of each who comes along: one after the other, as many as are needed, without a script. */
export function Companions(props: CompanionsProps): ReactElement | null {
  return props.most === 0 ? null : <Companion {...props} index={0} />;
}

function Companion({ t, form, most, ages, index }: CompanionsProps & { readonly index: number }): ReactElement {
  const boxOf = (part: 'name' | 'kana') => ({ t, name: box(index, part), defaultValue: form.values[box(index, part)], error: errorOf(t, form, box(index, part)) });
  const filled = form.values[box(index, 'name')] !== undefined || form.values[box(index, 'kana')] !== undefined;
  return (
    <details className="cp mt4" open={filled}>
      <summary>{t(index === 0 ? 'site.apply.companion.first' : 'site.apply.companion.more', { nth: index + 2 })}</summary>
      <TextInput {...boxOf('name')} need="silent" autoComplete="off" label={t('events.companion.name', { nth: index + 2 })} />
      <TextInput {...boxOf('kana')} need="silent" autoComplete="off" label={t('events.companion.kana', { nth: index + 2 })} />
      {ages ? <Born t={t} form={form} name={box(index, 'born')} need="silent" label={t('asks.born.of', { nth: index + 2 })} /> : null}
      {index + 1 < most ? <Companion t={t} form={form} most={most} ages={ages} index={index + 1} /> : null}
    </details>
  );
}
