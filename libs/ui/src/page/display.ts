import { htmlLang, type Lang } from '../texts/translate.js';

/** Percent of the usual size that a visitor may choose. */
export const TEXT_SIZES = ['100', '125', '150', '200'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Readings above kanji. `auto`: over やさしい日本語 only, which is made to be read with them. */
export const FURIGANA = ['auto', 'on', 'off'] as const;
export type Furigana = (typeof FURIGANA)[number];

/** `high`: black on white, thick lines, every link underlined. The colours of the system itself always win. */
export const CONTRASTS = ['normal', 'high'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** How somebody wants pages to look; the same on the Site, on paper previews and in the App. */
export interface Display {
  readonly textSize: TextSize;
  readonly furigana: Furigana;
  readonly contrast: Contrast;
}

/** Nothing chosen. */
export const USUAL_DISPLAY: Display = { textSize: '100', furigana: 'auto', contrast: 'normal' };

/** The attributes of `<html>`: the style sheets follow them, so that nothing jumps and no script is needed. */
export interface RootAttributes {
  readonly lang: 'ja' | 'en';
  /** Which Japanese, where it is not the usual one. */
  readonly 'data-lang'?: Lang | undefined;
  readonly 'data-text'?: TextSize | undefined;
  /** Readings are drawn; without it they are hidden. */
  readonly 'data-furigana'?: 'on' | undefined;
  readonly 'data-contrast'?: 'high' | undefined;
}

/** What stands at the top of a page in this language and display. */
export function rootAttributes(lang: Lang, { textSize, furigana, contrast }: Display = USUAL_DISPLAY): RootAttributes {
  return {
    lang: htmlLang(lang),
    'data-lang': lang === htmlLang(lang) ? undefined : lang,
    'data-text': textSize === '100' ? undefined : textSize,
    'data-furigana': furigana === 'on' || (furigana === 'auto' && lang === 'ja-easy') ? 'on' : undefined,
    'data-contrast': contrast === 'high' ? contrast : undefined,
  };
}
