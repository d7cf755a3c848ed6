import type { Spoken } from './translate.js';

/** An initiative of the ward's plan: its name with the reading, and its English one. */
export interface NamedInitiative {
  readonly name: string;
  readonly kana?: string;
  readonly nameEn: string;
}

/** What readers of a language call an initiative; where readings are drawn, with its own. */
export function initiativeName({ lang }: Spoken, { name, kana, nameEn }: NamedInitiative): string {
  if (lang === 'en') return nameEn;
  // Readings that the ward office wrote into the name stand as they are.
  return lang === 'ja-easy' && kana && !/[{|}]/.test(name) ? `{${name}|${kana}}` : name;
}

/** The sentence of what it is, in the language of the reader. */
export function initiativeWords({ lang }: Spoken, { words, wordsEn }: { readonly words: string; readonly wordsEn: string }): string {
  return lang === 'en' ? wordsEn : words;
}
