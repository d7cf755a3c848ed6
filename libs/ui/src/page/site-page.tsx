import { Fragment, type ReactElement, type ReactNode } from 'react';
import { classes } from '../link.js';
import { THEME_PATH } from '../picture/scene.js';
import type { TextKey, Translate } from '../texts/translate.js';
import { rootAttributes, type Display } from './display.js';
import { PhoneLink } from './phone-link.js';
import { SiteHeader } from './site-header.js';

/** Number and hours of the people who type for those who would rather call. */
export interface Support {
  readonly phone: string;
  readonly hours: string;
}

export interface SitePageProps {
  readonly t: Translate;
  /** Title of the page without the product's name; the home page gives none. */
  readonly title?: string;
  /** Path of this page (`/events/autumn`): marks the menu. */
  readonly path: string;
  /** The data is made up: says so on top of every page. */
  readonly demo: boolean;
  /** What endangers people now: above everything. */
  readonly alarm?: ReactNode;
  readonly signedIn: boolean;
  readonly wardName: string;
  readonly support: Support;
  /** How the visitor wants to see it. */
  readonly display?: Display;
  /** One sentence for search engines and link previews; where none is given, what the product is for. */
  readonly description?: string;
  /** Keep out of search engines (tickets, own pages, forms). */
  readonly noindex?: boolean;
  /** `narrow` for forms and reading; `full` lets the page draw its own widths (home). */
  readonly width?: 'page' | 'narrow' | 'full';
  /** The wide picture between the header and the page; the page then keeps its margins. */
  readonly scene?: ReactNode;
  /** Further elements of `<head>`: feeds, previews. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

const FOOT: ReadonlyArray<{ readonly href: string; readonly word: TextKey }> = [
  { href: '/help', word: 'ui.footer.guide' },
  { href: '/accessibility', word: 'ui.footer.accessibility' },
  { href: '/elsewhere', word: 'ui.footer.elsewhere' },
  { href: '/privacy', word: 'ui.footer.privacy' },
  { href: '/opendata', word: 'site.opendata.title' },
  { href: '/lost-ticket', word: 'ui.footer.lost-ticket' },
  { href: '/contact', word: 'ui.footer.contact' },
  { href: '/app', word: 'ui.nav.app' },
];

/**
 * A whole page of the Site. Render with `renderToStaticMarkup` and put `<!doctype html>` before it.
 * Works without a line of script; carries no inline style.
 */
export function SitePage(props: SitePageProps): ReactElement {
  const { t, width = 'page', children } = props;
  return (
    <html {...rootAttributes(t.lang, props.display)}>
      <SiteHead {...props} />
      <body>
        <a className="skip btn" href="#main">
          {t('ui.skip')}
        </a>
        {props.alarm}
        {props.demo ? <DemoStrip t={t} /> : null}
        <SiteHeader {...props} />
        {props.scene === undefined ? (
          <main id="main" className={classes(width !== 'full' && 'wrap main-t', width === 'narrow' && 'narrow')}>
            {children}
          </main>
        ) : (
          <main id="main">
            {props.scene}
            <div className={classes('wrap page', width === 'narrow' && 'narrow')}>{children}</div>
          </main>
        )}
        <SiteFooter t={t} support={props.support} />
      </body>
    </html>
  );
}

function SiteHead({ t, title, wardName, description = t('site.home.lead', { ward: wardName }), noindex, head }: SitePageProps): ReactElement {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title === undefined ? t('ui.name') : `${title} | ${t('ui.name')}`}</title>
      <meta name="description" content={description} />
      {noindex ? <meta name="robots" content="noindex" /> : null}
      <meta name="theme-color" content="#000060" />
      <link rel="icon" type="image/svg+xml" href={`${THEME_PATH}/motifs/favicon.svg`} />
      <link rel="stylesheet" href={`${THEME_PATH}/screen.css`} />
      {head}
    </head>
  );
}

/** 「デモデータ」: says on top of every page that people and numbers are made up. Where letters are large it is one line that opens. */
export function DemoStrip({ t }: { readonly t: Translate }): ReactElement {
  return (
    <aside className="demo" aria-label={t('ui.demo.label')}>
      <div className="wrap">
        <b>{t('ui.demo.title')}</b>
        {t('ui.demo.body')}
      </div>
      <details className="wrap lt">
        <summary>{t('ui.demo.title')}</summary>
        <p>{t('ui.demo.body')}</p>
      </details>
    </aside>
  );
}

function SiteFooter({ t, support }: { readonly t: Translate; readonly support: Support }): ReactElement {
  return (
    <footer className="ft">
      <div className="wrap">
        <div className="ft-tel">
          <p>
            <b>{t('ui.footer.call')}</b>
          </p>
          <PhoneLink number={support.phone} />
          <p className="sub">{t('ui.footer.hours', { hours: support.hours })}</p>
        </div>
        <nav aria-label={t('ui.footer.label')}>
          <ul>
            {FOOT.map((item) => (
              <li key={item.word}>
                <a href={item.href}>{t(item.word)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="sub mt4">{t('ui.footer.unofficial')}</p>
      </div>
    </footer>
  );
}

/** Text with its line breaks kept as `<br>`: what a host typed in several lines. */
export function Lines({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(/\r?\n/).map((line, index) => (
        <Fragment key={index}>
          {index > 0 ? <br /> : null}
          {line}
        </Fragment>
      ))}
    </>
  );
}
