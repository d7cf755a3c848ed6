import type { FieldError } from '@yoriai/platform';

/** What somebody may need, in words that every language has: 手話通訳, 筆談, 車いす, 託児, 食べ物のアレルギー. */
export const NEEDS = ['sign-language', 'writing', 'wheelchair', 'childcare', 'allergy'] as const;
export type Need = (typeof NEEDS)[number];

export const QUESTION_KINDS = ['text', 'choice', 'yes-no'] as const;

/** A question in the host's own words. `key` ties answers to it through every edit. */
export interface Question {
  key: string;
  kind: (typeof QUESTION_KINDS)[number];
  label: string;
  required: boolean;
  /** Of a `choice`; empty elsewhere. */
  choices: string[];
}

/** More would be a survey: what is not needed to receive somebody is not asked. */
export const MOST_QUESTIONS = 3;
export const MOST_CHOICES = 8;
export const LONGEST_ANSWER = 200;

/** What somebody answered, as it is kept: nothing empty. */
export interface Answers {
  needs: Need[];
  needsText: string | null;
  given: { key: string; value: string }[];
}

/** Answers as they come, from a form or from JSON, where null says nothing. */
export interface AnswersSaid {
  needs?: readonly Need[] | null | undefined;
  needsText?: string | null | undefined;
  answers?: readonly { key: string; value: string }[] | null | undefined;
}

export type AnswerRefusalCode = 'application.answer-needed' | 'application.answer-not-asked' | 'application.answer-choice';

/** Is everything answered that has to be, as it can be, and nothing that was not asked? */
export function answersVerdict(asks: { questions: readonly Question[]; needs: readonly Need[] }, said: AnswersSaid): true | { code: AnswerRefusalCode; field: string } {
  const { questions, needs } = asks;
  if (said.needs?.some((need) => !needs.includes(need))) return { code: 'application.answer-not-asked', field: 'needs' };
  if (said.needsText?.trim() && needs.length === 0) return { code: 'application.answer-not-asked', field: 'needsText' };
  const keys = (said.answers ?? []).map(({ key }) => key);
  const stray = keys.find((key, index) => keys.indexOf(key) < index || !questions.some((question) => question.key === key));
  if (stray !== undefined) return { code: 'application.answer-not-asked', field: `answers.${stray}` };
  for (const { key, kind, required, choices } of questions) {
    const value = said.answers?.find((each) => each.key === key)?.value.trim() ?? '';
    const field = `answers.${key}`;
    if (value === '' && required) return { code: 'application.answer-needed', field };
    const possible = kind === 'choice' ? choices : kind === 'yes-no' ? ['yes', 'no'] : [value];
    if (value !== '' && !possible.includes(value)) return { code: 'application.answer-choice', field };
  }
  return true;
}

/** Answers as they are kept; null where nothing was said. */
export function answersOf({ needs, needsText, answers }: AnswersSaid): Answers | null {
  const given = (answers ?? []).map(({ key, value }) => ({ key, value: value.trim() })).filter(({ value }) => value !== '');
  const kept = { needs: NEEDS.filter((need) => needs?.includes(need)), needsText: needsText?.trim() || null, given };
  return kept.needs.length + kept.given.length > 0 || kept.needsText !== null ? kept : null;
}

/** Answers as they are read, with their questions. */
export interface Told {
  needs: Need[];
  needsText: string | null;
  answers: (Pick<Question, 'key' | 'label' | 'kind'> & { value: string })[];
}

/** Answers with the questions as they are asked now; an answer to a question that is gone is not told any more. */
export function told(questions: readonly Question[], answers: Answers | null): Told | null {
  if (answers === null) return null;
  const value = (key: string) => answers.given.find((each) => each.key === key)?.value;
  const answered = questions.flatMap(({ key, label, kind }) => {
    const said = value(key);
    return said === undefined ? [] : [{ key, label, kind, value: said }];
  });
  return { needs: answers.needs, needsText: answers.needsText, answers: answered };
}

/** What can't be asked. `at` is where the frame stands among the fields. */
export function questionContradictions(questions: readonly Question[], at: string): FieldError[] {
  return questions.flatMap(({ key, kind, choices }, index): FieldError[] => {
    const twice = questions.findIndex((each) => each.key === key) < index || new Set(choices).size < choices.length;
    const few = kind === 'choice' ? choices.length < 2 : choices.length > 0;
    return twice || few ? [{ field: `${at}.asks.questions.${index}.choices`, code: 'event.question-choices' }] : [];
  });
}
