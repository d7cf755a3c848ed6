import type { ReactElement } from 'react';
import { NEEDS, type AnswersSaid, type Asks, type Need } from '@yoriai/events';
import { Checkbox, FieldGroup, RadioList, TextInput, answerLines, needName, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';

type Form = Readonly<Record<string, string>>;
/** What is asked beside names and contacts. */
export type Asked = Pick<Asks, 'questions' | 'needs'>;

const needBox = (need: Need): string => `needs.${need}`;
const answerBox = (key: string): string => `answers.${key}`;

/** Does the host ask anything of these? */
export const asksMore = ({ questions, needs }: Asked): boolean => questions.length + needs.length > 0;

/** Is this one of their boxes? */
export const isAskedBox = (field: string): boolean => /^(answers\.[a-z0-9]{1,12}|needs(\..*)?|needsText)$/.test(field);

/** What was typed, as the API takes it; of what is not asked nothing. */
export function askedIn(form: Form, { questions, needs }: Asked): { needs?: Need[]; needsText?: string; answers?: { key: string; value: string }[] } {
  const wanted = needs.filter((need) => form[needBox(need)] === 'on');
  const more = needs.length === 0 ? '' : (form['needsText'] ?? '').trim();
  const answers = questions.map(({ key }) => ({ key, value: form[answerBox(key)] ?? '' })).filter(({ value }) => value.trim() !== '');
  return { ...(wanted.length > 0 && { needs: wanted }), ...(more !== '' && { needsText: more }), ...(answers.length > 0 && { answers }) };
}

/** Their boxes as they were sent, to be sent along or shown again. */
export const askedValues = (form: Form): Record<string, string> => Object.fromEntries(Object.entries(form).filter(([field]) => isAskedBox(field)));

/** What was said, as it would stand in the boxes. */
export function boxesOf({ needs, needsText, answers }: AnswersSaid): Record<string, string> {
  return { ...Object.fromEntries((needs ?? []).map((need) => [needBox(need), 'on'])), ...(needsText && { needsText }), ...Object.fromEntries((answers ?? []).map(({ key, value }) => [answerBox(key), value])) };
}

/** What was said, a line each, with the host's words. */
export function saidLines(t: Translate, { questions }: Asked, said: AnswersSaid): string[] {
  const answers = questions.flatMap(({ key, label, kind }) => (said.answers ?? []).filter((each) => each.key === key).map(({ value }) => ({ label, kind, value })));
  return answerLines(t, { needs: said.needs ?? [], needsText: said.needsText ?? null, answers });
}

interface AskedProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly asked: Asked;
}

/** The host's questions, and what somebody may need. */
export function AskedBoxes({ t, form, asked: { questions, needs } }: AskedProps): ReactElement {
  return (
    <>
      {questions.map(({ key, kind, label, required, choices }) => {
        const name = answerBox(key);
        const box = { t, name, label, need: required ? ('required' as const) : ('optional' as const), error: errorOf(t, form, name), defaultValue: form.values[name] };
        if (kind === 'text') return <TextInput key={key} {...box} maxLength={200} autoComplete="off" />;
        const answers = kind === 'choice' ? choices.map((value) => ({ value, label: value })) : (['yes', 'no'] as const).map((value) => ({ value, label: t(`asks.${value}`) }));
        return <RadioList key={key} {...box} choices={answers} />;
      })}
      {needs.length === 0 ? null : (
        <>
          <FieldGroup t={t} name="needs" need="silent" label={t('asks.needs')} hint={t('asks.needs.hint')} error={errorOf(t, form, 'needs')}>
            {NEEDS.filter((need) => needs.includes(need)).map((need) => (
              <Checkbox key={need} name={needBox(need)} value="on" label={needName(t, need)} defaultChecked={form.values[needBox(need)] === 'on'} />
            ))}
          </FieldGroup>
          <TextInput t={t} name="needsText" need="silent" maxLength={200} autoComplete="off" label={t('asks.needs.text')} hint={t('asks.needs.text.hint')} defaultValue={form.values['needsText']} error={errorOf(t, form, 'needsText')} />
        </>
      )}
    </>
  );
}
