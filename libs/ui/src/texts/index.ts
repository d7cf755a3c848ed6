import { ja } from './ja/index.js';
import { wordsOf, type Lang, type Translate } from './translate.js';

/**
 * The texts of every language, for those who answer in all of them. The App takes one language at a time
 * and does not come here.
 */
const texts: Partial<Record<Lang, Readonly<Record<string, string>>>> = { ja };

/** Languages that are written out; the others are not offered yet. */
export const OFFERED = Object.keys(texts) as readonly Lang[];

const made = new Map<Lang, Translate>();

/** The `t` of a language. Made once per language. */
export function translator(lang: Lang): Translate {
  const known = made.get(lang);
  if (known) return known;
  const t = wordsOf(lang, texts[lang] ?? ja, ja);
  made.set(lang, t);
  return t;
}
