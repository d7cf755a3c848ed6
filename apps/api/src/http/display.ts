import type { FastifyRequest } from 'fastify';
import { CONTRASTS, FURIGANA, TEXT_SIZES, USUAL_DISPLAY, rootAttributes, type Display, type RootAttributes } from '@yoriai/ui';
import { languageOf } from './language.js';

/** One cookie for each choice; the server applies them, to the pages of the Site as to the App's. */
export const DISPLAY_COOKIES: Readonly<Record<keyof Display, string>> = { textSize: 'yoriai_text', furigana: 'yoriai_furigana', contrast: 'yoriai_contrast' };

/** What of these values can be chosen; anything else counts as not chosen. */
export function chosenDisplay(values: Readonly<Partial<Record<keyof Display, unknown>>>): Partial<Display> {
  const oneOf = <T>(choices: readonly T[], value: unknown): T | undefined => choices.find((choice) => choice === value);
  const chosen = { textSize: oneOf(TEXT_SIZES, values.textSize), furigana: oneOf(FURIGANA, values.furigana), contrast: oneOf(CONTRASTS, values.contrast) };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}

/** How this browser asked for its pages. */
export function displayOf(request: Pick<FastifyRequest, 'cookies'>): Display {
  // Before the cookie parser has run (a request refused at the door) there are none.
  const cookies = (request.cookies as Record<string, string | undefined> | undefined) ?? {};
  const { textSize, furigana, contrast } = DISPLAY_COOKIES;
  return { ...USUAL_DISPLAY, ...chosenDisplay({ textSize: cookies[textSize], furigana: cookies[furigana], contrast: cookies[contrast] }) };
}

/** The attributes of `<html>` for this request. */
export function rootOf(request: Pick<FastifyRequest, 'cookies' | 'headers'>): RootAttributes {
  return rootAttributes(languageOf(request), displayOf(request));
}
