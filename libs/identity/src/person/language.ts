/** Languages that somebody can be written to in; やさしい日本語 is one of its own. */
export const LANGUAGES = ['ja', 'ja-easy', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A request of somebody who reads this language; the process that serves it knows how it was asked for. */
export interface RequestWithLanguage {
  language?: Language;
}

/** The language of whoever asks; Japanese where nobody said. */
export function languageOf(request: RequestWithLanguage): Language {
  return request.language ?? 'ja';
}
