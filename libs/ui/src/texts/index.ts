import { createInstance } from 'i18next';
import { ja } from './ja/index.js';

/** Languages the product speaks. */
export type Lang = 'ja';

/** Every key that has a text. */
export type TextKey = keyof typeof ja;

/** Values for the `{{name}}` places of a text. React escapes them, `t` does not. */
export type TextParams = Readonly<Record<string, string | number>>;

/**
 * Gives the text of a key. In test mode a missing key or a missing value throws;
 * elsewhere the key (or an empty place) is shown, so that a page still opens.
 */
export type Translate = (key: TextKey, params?: TextParams) => string;

interface ProcessLike {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

const strict = (globalThis as ProcessLike).process?.env?.['NODE_ENV'] === 'test';

const texts: Readonly<Record<Lang, Readonly<Record<string, string>>>> = { ja };

const made = new Map<Lang, Translate>();

/** The `t` of a language. Made once per language. */
export function translator(lang: Lang): Translate {
  const known = made.get(lang);
  if (known) return known;
  const t = build(lang);
  made.set(lang, t);
  return t;
}

/** True when the key has a text; narrows a computed key so that `t` takes it. */
export function hasText(key: string, lang: Lang = 'ja'): key is TextKey {
  return Object.hasOwn(texts[lang], key);
}

/**
 * The sentence of a refusal code (`events.full` → text `refusal.events.full`).
 * A code without a text gets the general sentence, never the bare code.
 */
export function refusalText(t: Translate, code: string, params?: TextParams): string {
  const key = `refusal.${code}`;
  return t(hasText(key) ? key : 'refusal.platform.internal', params);
}

function build(lang: Lang): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: lang,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: { [lang]: { translation: texts[lang] } },
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, match: readonly string[]) => {
      if (strict) throw new Error(`text "${text}" wants a value for ${match[0] ?? '?'}`);
      return '';
    },
  });
  return (key, params) => {
    if (!hasText(key, lang)) {
      if (strict) throw new Error(`no text for "${String(key)}" in ${lang}`);
      return String(key);
    }
    return i18n.t(key, params ?? {});
  };
}
