import { Fragment, type ReactElement, type ReactNode } from 'react';
import { classes } from '../link.js';
import { Icon } from '../picture/icon.js';
import { Logo } from '../picture/logo.js';
import { THEME_PATH } from '../picture/scene.js';
import { htmlLang, LANG_NAMES, LANGS, type TextKey, type Translate } from '../texts/translate.js';
import { rootAttributes, type Display } from './display.js';
import { PhoneLink } from './phone-link.js';

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

const NAV: ReadonlyArray<{ readonly href: string; readonly word: TextKey }> = [
  { href: '/events', word: 'ui.nav.events' },
  { href: '/volunteer', word: 'ui.nav.volunteer' },
  { href: '/areas', word: 'ui.nav.areas' },
  { href: '/contact', word: 'ui.nav.contact' },
];

const FOOT: ReadonlyArray<{ readonly href: string; readonly word: TextKey }> = [
  { href: '/help', word: 'ui.footer.guide' },
  { href: '/accessibility', word: 'ui.footer.accessibility' },
  { href: '/elsewhere', word: 'ui.footer.elsewhere' },
  { href: '/privacy', word: 'ui.footer.privacy' },
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

/** 「デモデータ」: says on top of every page that people and numbers are made up. */
export function DemoStrip({ t }: { readonly t: Translate }): ReactElement {
  return (
    <aside className="demo" aria-label={t('ui.demo.label')}>
      <div className="wrap">
        <b>{t('ui.demo.title')}</b>
        {t('ui.demo.body')}
      </div>
    </aside>
  );
}

/** The page about the size of letters, which leads back to where one was. */
function displayPath(path: string): string {
  return /^\/display(\?|$)/.test(path) ? path : `/display?next=${encodeURIComponent(path)}`;
}

function current(path: string, href: string): 'page' | undefined {
  return path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`) ? 'page' : undefined;
}

function NavLinks({
  t,
  path,
  chevrons,
}: {
  readonly t: Translate;
  readonly path: string;
  readonly chevrons?: boolean;
}): ReactElement {
  return (
    <>
      {NAV.map((item) => (
        <a key={item.href} href={item.href} aria-current={current(path, item.href)}>
          {t(item.word)}
          {chevrons ? <Icon name="chevron" small /> : null}
        </a>
      ))}
    </>
  );
}

function SignInLink({ t, path, chevrons }: Pick<SitePageProps, 't' | 'path'> & { readonly chevrons?: boolean }): ReactElement {
  return (
    <a href="/sign-in" aria-current={current(path, '/sign-in')}>
      {t('site.nav.sign-in')}
      {chevrons ? <Icon name="chevron" small /> : null}
    </a>
  );
}

function SiteHeader({ t, path, wardName, signedIn }: SitePageProps): ReactElement {
  return (
    <>
      <header className="hd">
        <div className="wrap">
          <a className="logo" href="/">
            <Logo />
            <span className="vh">{t('ui.name.home')}</span>
            <small className="pc">
              {t('ui.tagline.1', { ward: wardName })}
              <br />
              {t('ui.tagline.2')}
            </small>
          </a>
          <nav className="pc" aria-label={t('ui.nav.label')}>
            <NavLinks t={t} path={path} />
            {signedIn ? null : <SignInLink t={t} path={path} />}
            <a className="menu" href="/me" aria-current={current(path, '/me')}>
              <Icon name="ticket" />
              {t('ui.nav.mine')}
            </a>
          </nav>
          <details className="mn ph">
            <summary className="menu">
              <Icon name="menu" />
              {t('ui.nav.menu')}
            </summary>
            <nav aria-label={t('ui.nav.label')}>
              <NavLinks t={t} path={path} chevrons />
              <a href="/me" aria-current={current(path, '/me')}>
                {t('ui.nav.mine')}
                <Icon name="chevron" small />
              </a>
              {signedIn ? null : <SignInLink t={t} path={path} chevrons />}
            </nav>
          </details>
        </div>
      </header>
      <Utilities t={t} path={path} />
    </>
  );
}

/** The other languages, each in its own; the way leads back to where one was. */
function OtherLanguages({ t, path }: Pick<SitePageProps, 't' | 'path'>): ReactElement {
  return (
    <>
      {LANGS.filter((lang) => lang !== t.lang).map((lang) => (
        <li key={lang}>
          <a href={`/display/${lang}?next=${encodeURIComponent(path)}`} lang={htmlLang(lang)} hrefLang={htmlLang(lang)} rel="nofollow">
            {LANG_NAMES[lang]}
          </a>
        </li>
      ))}
    </>
  );
}

/** How large the letters are, the other languages, and how it all works; the choices lead back to `path`. With the ward's `phone` it is the foot of the App. */
export function Utilities({ t, path, phone }: Pick<SitePageProps, 't' | 'path'> & { readonly phone?: string | undefined }): ReactElement {
  return (
    <div className="util">
      <nav className="wrap" aria-label={t('ui.util.label')}>
        <ul>
          <li>
            <a href={displayPath(path)}>
              <Icon name="text-size" />
              <span>{t('ui.util.text-size')}</span>
            </a>
          </li>
          <OtherLanguages t={t} path={path} />
          <li {...(phone === undefined ? { className: 'pc' } : {})}>
            <a href="/help">{t('ui.util.guide')}</a>
          </li>
          {phone === undefined ? null : (
            <>
              <li>
                <a href="/elsewhere">{t('ui.footer.elsewhere')}</a>
              </li>
              <li className="row tight">
                <span>{t('ui.util.call')}</span> <PhoneLink number={phone} small />
              </li>
            </>
          )}
        </ul>
      </nav>
    </div>
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
