import { en } from './en/index.js';
import { one } from './en/one.js';
import { jaEasy } from './ja-easy/index.js';
import { ja } from './ja/index.js';
import { wordsOf, type Lang, type Texts, type Translate } from './translate.js';

/**
 * The texts of every language, for those who answer in all of them. The App takes one language at a time
 * and does not come here.
 */
const texts: Readonly<Record<Lang, Texts>> = { ja, 'ja-easy': jaEasy, en };

const made = new Map<Lang, Translate>();

/** The `t` of a language. Made once per language. */
export function translator(lang: Lang): Translate {
  const known = made.get(lang);
  if (known) return known;
  const t = wordsOf(lang, texts[lang], { fallback: ja, ...(lang === 'en' ? { one } : {}) });
  made.set(lang, t);
  return t;
}
