import type { Translate } from '../texts/translate.js';

/** What somebody answered to a host, as the API says it. */
export interface AnswersSaidTo {
  readonly needs: readonly string[];
  readonly needsText: string | null;
  readonly answers: readonly { readonly label: string; readonly kind: string; readonly value: string }[];
}

/** 手話通訳: what somebody needs. */
export function needName(t: Translate, need: string): string {
  const key = `asks.need.${need}`;
  return t.has(key) ? t(key) : need;
}

/** はい, or what was written or chosen. */
export function answerValue(t: Translate, kind: string, value: string): string {
  return kind === 'yes-no' ? t(value === 'yes' ? 'asks.yes' : 'asks.no') : value;
}

/** A line for each answer, and one for what is needed; none where nothing was said. */
export function answerLines(t: Translate, said: AnswersSaidTo | null): string[] {
  if (said === null) return [];
  const needs = said.needs.map((need) => needName(t, need)).join('・');
  const needed = [needs, said.needsText ?? ''].filter((each) => each !== '').join(t.lang === 'en' ? ': ' : '：');
  return [...(needed === '' ? [] : [needed]), ...said.answers.map(({ label, kind, value }) => t('asks.answer', { label, value: answerValue(t, kind, value) }))];
}
