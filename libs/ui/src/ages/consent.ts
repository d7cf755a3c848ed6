import type { Translate } from '../texts/translate.js';

/** A guardian's consent, as the API says it. */
export interface ConsentSaid {
  readonly state: 'asked' | 'given';
  readonly name: string | null;
  readonly relation: string | null;
  readonly how: 'form' | 'link' | 'phone' | 'paper' | null;
  readonly anew: boolean;
}

/** 保護者の同意あり：標野 花 さん（母）、紙で; or that it is missing. */
export function consentWords(t: Translate, { state, name, relation, how, anew }: ConsentSaid): string {
  if (state === 'asked') return t(anew ? 'consent.state.anew' : 'consent.state.asked');
  const given = t('consent.state.given');
  return name === null || how === null ? given : t('asks.answer', { label: given, value: t('consent.given.by', { name, relation: relation ?? '', how: t(`consent.how.${how}`) }) });
}
