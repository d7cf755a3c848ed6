import { hostLang, type Spoken } from '@yoriai/ui';

/** What a host may say in やさしい日本語 and in English besides; contents older than the question lack it. */
export interface InOtherWords {
  readonly titleEasy?: string | null;
  readonly titleEn?: string | null;
  readonly descriptionEasy?: string | null;
  readonly descriptionEn?: string | null;
  /** The title in Japanese, where another stands in its place. */
  readonly titleJa?: string;
}

/** The title in the language of the page, where the host gave one besides the Japanese. */
export function titleIn({ lang }: Spoken, event: InOtherWords): string | null {
  return { ja: null, 'ja-easy': event.titleEasy, en: event.titleEn }[lang] ?? null;
}

/** The same of what the host tells at length. */
export function descriptionIn({ lang }: Spoken, event: InOtherWords): string | null {
  return { ja: null, 'ja-easy': event.descriptionEasy, en: event.descriptionEn }[lang] ?? null;
}

/** The `lang` of a title on a page, where it is not that of the page. */
export function titleLang(t: Spoken, event: InOtherWords): 'ja' | undefined {
  return titleIn(t, event) === null ? hostLang(t) : undefined;
}

/** The event as its page tells it: what is said in the reader's language stands instead of the sentence and the description in Japanese. */
export function inWordsOf<T extends InOtherWords & { readonly summary: string | null; readonly description: string | null }>(t: Spoken, event: T): T {
  const description = descriptionIn(t, event);
  return description === null ? event : { ...event, summary: null, description };
}
