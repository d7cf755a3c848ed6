import { createInstance } from 'i18next';
import { readCounts } from './ja-easy/counting.js';
import type { ja } from './ja/index.js';

/** Languages the product speaks; やさしい日本語 is a language of its own with ruby on every kanji. */
export const LANGS = ['ja', 'ja-easy', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** What each language calls itself: it is looked for by those who read no other. */
export const LANG_NAMES: Readonly<Record<Lang, string>> = { ja: '日本語', 'ja-easy': 'やさしい{日本語|にほんご}', en: 'English' };

/** Every key that has a text. */
export type TextKey = keyof typeof ja;

/** All texts of a language: every key of the Japanese ones and no other. */
export type Texts = Readonly<Record<TextKey, string>>;

type Together<Each> = (Each extends unknown ? (each: Each) => void : never) extends (all: infer All) => void ? All : never;

/** The texts of several files as one. */
export function allOf<Files extends Readonly<Record<string, Readonly<Record<string, string>>>>>(files: Files): Together<Files[keyof Files]> {
  return Object.assign({}, ...Object.values(files)) as Together<Files[keyof Files]>;
}

/** What goes with the texts of a language. */
export interface BesidesTexts {
  /** Texts for a `count` of exactly one, where the language bends its words by number. */
  readonly one?: Readonly<Partial<Record<TextKey, string>>>;
  /** Speaks where a text is missing; never in tests. */
  readonly fallback?: Readonly<Record<string, string>>;
}

/** Values for the `{{name}}` places of a text. React escapes them, `t` does not. */
export type TextParams = Readonly<Record<string, string | number>>;

/** Whose language it is: enough for dates. */
export interface Spoken {
  readonly lang: Lang;
}

/** The words of one language. */
export interface Translate extends Spoken {
  /**
   * The text of a key. In test mode a missing key or a missing value throws; elsewhere the Japanese text
   * or the bare key (or an empty place) is shown, so that a page still opens.
   */
  (key: TextKey, params?: TextParams): string;
  /** True when the key has a text; narrows a computed key so that `t` takes it. */
  has(key: string): key is TextKey;
}

/** Words to which more come later. */
export interface GrowingTranslate extends Translate {
  add(texts: Readonly<Record<string, string>>): void;
}

interface ProcessLike {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

const strict = (globalThis as ProcessLike).process?.env?.['NODE_ENV'] === 'test';

/** True for a language we speak. */
export function isLang(value: unknown): value is Lang {
  return LANGS.some((lang) => lang === value);
}

/** The first of a browser's language tags (`ja-JP`, `en`) that we speak; Japanese where there is none. */
export function spokenOf(tags: readonly string[]): Lang {
  const short = tags.map((tag) => tag.toLowerCase().split('-')[0]);
  return short.find((tag): tag is Lang => isLang(tag)) ?? 'ja';
}

/** The language as `<html lang>` says it: both kinds of Japanese are Japanese. */
export function htmlLang(lang: Lang): 'ja' | 'en' {
  return lang === 'en' ? 'en' : 'ja';
}

/** An aside in brackets of the language's own width: （3時間）, (3 hours). */
export function inBrackets({ lang }: Spoken, text: string): string {
  return lang === 'en' ? ` (${text})` : `（${text}）`;
}

/** What stands between two sentences, or two words that are drawn one by one: nothing in Japanese, else a blank. */
export function gapIn({ lang }: Spoken): '' | ' ' {
  return lang === 'ja' ? '' : ' ';
}

/** The `lang` of what a host wrote, where the page around it is in another language. */
export function hostLang({ lang }: Spoken): 'ja' | undefined {
  return lang === 'en' ? 'ja' : undefined;
}

/** The `t` of a language from its texts. */
export function wordsOf(lang: Lang, texts: Readonly<Record<string, string>>, { one = {}, fallback = {} }: BesidesTexts = {}): GrowingTranslate {
  const known: Record<string, string> = strict ? { ...texts } : { ...fallback, ...texts };
  const singular = Object.fromEntries(Object.entries(one).map(([key, text]) => [`${key}_one`, text]));
  const i18n = createInstance();
  // Its own code of a language rules the plurals; easy Japanese has those of Japanese.
  const lng = htmlLang(lang);
  void i18n.init({
    lng,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: { [lng]: { translation: { ...known, ...singular } } },
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, match: readonly string[]) => {
      if (strict) throw new Error(`text "${text}" wants a value for ${match[0] ?? '?'}`);
      return '';
    },
  });
  const say = (key: TextKey, params?: TextParams): string => {
    if (!Object.hasOwn(known, key)) {
      if (strict) throw new Error(`no text for "${String(key)}" in ${lang}`);
      return String(key);
    }
    const said = i18n.t(key, params ?? {});
    return lang === 'ja-easy' ? readCounts(said) : said;
  };
  const add = (more: Readonly<Record<string, string>>): void => {
    Object.assign(known, more);
    i18n.addResources(lng, 'translation', more);
  };
  return Object.assign(say, { lang, has: (key: string): key is TextKey => Object.hasOwn(known, key), add });
}
