import type { ReactElement } from 'react';
import type { ApplyRequest } from '@yoriai/events';
import { TextInput, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';
import { Born, dateBoxes, dateIn } from './born.js';

type Companion = NonNullable<ApplyRequest['companions']>[number];

const BOX = /^companions\.\d{1,2}\.(name|kana|born)$/;

/** The boxes of one who comes along. */
export const companionBox = (index: number, part: 'name' | 'kana' | 'born' | 'gone' | 'at'): string => `companions.${index}.${part}`;

/** Those who come along as they were typed, in their order; boxes left empty are nobody. */
export function companionsIn(form: Readonly<Record<string, string>>, most: number, ages: boolean): Companion[] {
  const typed = Array.from({ length: most }, (_, index) => ({ name: form[companionBox(index, 'name')] ?? '', kana: form[companionBox(index, 'kana')] ?? '', born: ages ? dateIn(form, companionBox(index, 'born')) : undefined }));
  return typed.filter(({ name, kana, born }) => name.trim() !== '' || kana.trim() !== '' || born !== undefined).map(({ born, ...each }) => ({ ...each, ...(born !== undefined && { born }) }));
}

/** Their boxes, to be sent along or shown again. */
export function companionValues(companions: readonly Companion[]): Record<string, string> {
  const bornIn = (born: string | undefined, index: number): string[][] => (born === undefined ? [] : dateBoxes(companionBox(index, 'born')).map((name, part) => [name, born.split('-')[part] ?? '']));
  return Object.fromEntries(companions.flatMap(({ name, kana, born }, index) => [[companionBox(index, 'name'), name], [companionBox(index, 'kana'), kana], ...bornIn(born, index)]));
}

/** Is this one of their boxes? */
export const isCompanionBox = (field: string): boolean => BOX.test(field);

/** One line for each who comes along. */
export const companionLines = (t: Translate, companions: readonly Companion[]): string => companions.map(({ name }) => t('site.ticket.san', { name })).join('\n');

interface CompanionNamesProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly index: number;
}

/** お名前 and ふりがな of one who comes along. */
export function CompanionNames({ t, form, index }: CompanionNamesProps): ReactElement {
  const boxOf = (part: 'name' | 'kana') => ({ t, name: companionBox(index, part), need: 'silent' as const, autoComplete: 'off', defaultValue: form.values[companionBox(index, part)], error: errorOf(t, form, companionBox(index, part)) });
  return (
    <>
      <TextInput {...boxOf('name')} label={t('events.companion.name', { nth: index + 2 })} />
      <TextInput {...boxOf('kana')} label={t('events.companion.kana', { nth: index + 2 })} />
    </>
  );
}

interface CompanionsProps extends Omit<CompanionNamesProps, 'index'> {
  /** The first of these boxes: none before it, or those of whom stands already. */
  readonly from?: number;
  /** How many can come along. */
  readonly most: number;
  /** Whether they are asked when they were born. */
  readonly ages: boolean;
}

/** Boxes for each who comes along: one after the other, as many as are needed, without a script. */
export function Companions({ from = 0, ...props }: CompanionsProps): ReactElement | null {
  const { t, form, most, ages } = props;
  if (from >= most) return null;
  return (
    <details className="cp mt4" open={isTyped(form, from)}>
      <summary>{t(from === 0 ? 'site.apply.companion.first' : 'site.apply.companion.more', { nth: from + 2 })}</summary>
      <CompanionNames t={t} form={form} index={from} />
      {ages ? <Born t={t} form={form} name={companionBox(from, 'born')} need="silent" label={t('asks.born.of', { nth: from + 2 })} /> : null}
      <Companions {...props} from={from + 1} />
    </details>
  );
}

/** Who was typed stays in sight, also where only the date was. */
const isTyped = ({ values }: FormState, index: number): boolean => [companionBox(index, 'name'), companionBox(index, 'kana'), ...dateBoxes(companionBox(index, 'born'))].some((box) => (values[box] ?? '') !== '');
