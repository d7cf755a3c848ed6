import { renderToStaticMarkup } from 'react-dom/server';
import { AppBar, DemoStrip, type RootAttributes, type Translate } from '@yoriai/ui';

const HOME = '/app';

/** For whom the App's page is made. */
export interface AppPageReader {
  readonly root: RootAttributes;
  readonly t: Translate;
  /** Where in the App. */
  readonly path: string;
  /** Somebody has signed in on this browser, or had. */
  readonly session: boolean;
  /** The data are invented: the page says so. */
  readonly demo: boolean;
  /** Whom to call when the App does not open. */
  readonly phone: string;
}

/** Where the frame stands that the App draws anew. */
const FRAME = '<!-- frame -->';

/** What is asked for before anything runs, and when: the words of a language, the first answers of the first screen. */
const ASKED_FIRST = /\s*<link [^>]*?( data-only="([\w-]+)")>/g;

/** What the file says in Japanese where no server has put other words: `data-text` names the text. */
const WORDS = /(<(?:p|span|a)\b[^>]* data-text="([\w.-]+)"[^>]*>)[^<]*(?=<)/g;

/**
 * The App's page in the language and display this browser asked for, with the frame around every screen:
 * nothing jumps once the App runs, and what stands there until then is understood too.
 */
export function appPage(page: string, { root, t, path, session, demo, phone }: AppPageReader): string {
  const only: readonly string[] = [t.lang, ...(session ? ['session'] : []), ...(session && path === HOME ? ['home'] : [])];
  const attributes = Object.entries(root).flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value}"`]));
  const frame = renderToStaticMarkup(
    <>
      {demo ? <DemoStrip t={t} /> : null}
      <AppBar t={t} homeHref={HOME} items={[]} who={null} />
    </>,
  );
  return page
    .replace(FRAME, frame)
    .replace(ASKED_FIRST, (link: string, mark: string, when: string) => (only.includes(when) ? link.replace(mark, '') : ''))
    .replace('<html lang="ja">', `<html ${attributes.join(' ')}>`)
    .replace(WORDS, (whole: string, tag: string, key: string) => (t.has(key) ? tag + renderToStaticMarkup(<>{t(key, { phone })}</>) : whole));
}
