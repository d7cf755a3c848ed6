import type { ReactElement } from 'react';
import type { ApplyRequest } from '@yoriai/events';
import { TextInput, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';

type Companion = NonNullable<ApplyRequest['companions']>[number];

const BOX = /^companions\.\d{1,2}\.(name|kana)$/;
const box = (index: number, part: keyof Companion): string => `companions.${index}.${part}`;

/** Those who come along as they were typed, in their order; boxes left empty are nobody. */
export function companionsIn(form: Readonly<Record<string, string>>, most: number): Companion[] {
  const typed = Array.from({ length: most }, (_, index) => ({ name: form[box(index, 'name')] ?? '', kana: form[box(index, 'kana')] ?? '' }));
  return typed.filter(({ name, kana }) => name.trim() !== '' || kana.trim() !== '');
}

/** Their boxes, to be sent along or shown again. */
export function companionValues(companions: readonly Companion[]): Record<string, string> {
  return Object.fromEntries(companions.flatMap(({ name, kana }, index) => [[box(index, 'name'), name], [box(index, 'kana'), kana]]));
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
}

/** お名前 of each who comes along: one after the other, as many as are needed, without a script. */
export function Companions({ t, form, most }: CompanionsProps): ReactElement | null {
  return most === 0 ? null : <Companion t={t} form={form} most={most} index={0} />;
}

function Companion({ t, form, most, index }: CompanionsProps & { readonly index: number }): ReactElement {
  const boxOf = (part: keyof Companion) => ({ t, name: box(index, part), defaultValue: form.values[box(index, part)], error: errorOf(t, form, box(index, part)) });
  const filled = form.values[box(index, 'name')] !== undefined || form.values[box(index, 'kana')] !== undefined;
  return (
    <details className="cp mt4" open={filled}>
      <summary>{t(index === 0 ? 'site.apply.companion.first' : 'site.apply.companion.more', { nth: index + 2 })}</summary>
      <TextInput {...boxOf('name')} need="silent" autoComplete="off" label={t('events.companion.name', { nth: index + 2 })} />
      <TextInput {...boxOf('kana')} need="silent" autoComplete="off" label={t('events.companion.kana', { nth: index + 2 })} />
      {index + 1 < most ? <Companion t={t} form={form} most={most} index={index + 1} /> : null}
    </details>
  );
}
