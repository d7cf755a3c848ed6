import { renderToStaticMarkup } from 'react-dom/server';
import type { RootAttributes, Translate } from '@yoriai/ui';

/** For whom the App's page is made. */
export interface AppPageReader {
  readonly root: RootAttributes;
  readonly t: Translate;
  /** Whom to call when the App does not open. */
  readonly phone: string;
}

/** What the file says in Japanese where no server has put other words: `data-text` names the text. */
const WORDS = /(<(?:p|span|a)\b[^>]* data-text="([\w.-]+)"[^>]*>)[^<]*(?=<)/g;

/**
 * The App's page in the language and display this browser asked for: nothing jumps once the App runs, and
 * what stands there until then is understood too.
 */
export function appPage(page: string, { root, t, phone }: AppPageReader): string {
  const attributes = Object.entries(root).flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value}"`]));
  return page
    .replace('<html lang="ja">', `<html ${attributes.join(' ')}>`)
    .replace(WORDS, (whole: string, tag: string, key: string) => (t.has(key) ? tag + renderToStaticMarkup(<>{t(key, { phone })}</>) : whole));
}
