import type { ReactElement } from 'react';
import { Icon } from '../picture/icon.js';
import { Logo } from '../picture/logo.js';
import { htmlLang, LANG_NAMES, LANGS, type Lang, type TextKey, type Translate } from '../texts/translate.js';
import { PhoneLink } from './phone-link.js';

/** What the frame has to know of a page to lead on from it, and back. */
export interface SiteHeaderProps {
  readonly t: Translate;
  /** Path of this page: marks the menu. */
  readonly path: string;
  readonly wardName: string;
  readonly signedIn: boolean;
}

const NAV: ReadonlyArray<{ readonly href: string; readonly word: TextKey }> = [
  { href: '/events', word: 'ui.nav.events' },
  { href: '/volunteer', word: 'ui.nav.volunteer' },
  { href: '/areas', word: 'ui.nav.areas' },
  { href: '/contact', word: 'ui.nav.contact' },
];

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

function SignInLink({ t, path, chevrons }: Pick<SiteHeaderProps, 't' | 'path'> & { readonly chevrons?: boolean }): ReactElement {
  return (
    <a href="/sign-in" aria-current={current(path, '/sign-in')}>
      {t('site.nav.sign-in')}
      {chevrons ? <Icon name="chevron" small /> : null}
    </a>
  );
}

/** Logo, menu, the size of letters and the languages. */
export function SiteHeader({ t, path, wardName, signedIn }: SiteHeaderProps): ReactElement {
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
              <LargeUtilities t={t} path={path} />
            </nav>
          </details>
        </div>
      </header>
      <Utilities t={t} path={path} />
    </>
  );
}

/** Where letters are large, the line of `Utilities` is the last part of the menu: the page begins on the first screen. */
function LargeUtilities({ t, path }: Pick<SiteHeaderProps, 't' | 'path'>): ReactElement {
  return (
    <div className="lt">
      <a href={displayPath(path)}>
        {t('ui.util.text-size')}
        <Icon name="text-size" small />
      </a>
      {otherLanguages(t).map((lang) => (
        <LanguageLink key={lang} lang={lang} path={path} />
      ))}
    </div>
  );
}

const otherLanguages = (t: Translate): readonly Lang[] => LANGS.filter((lang) => lang !== t.lang);

/** Another language, in its own words; the way leads back to where one was. */
function LanguageLink({ lang, path }: { readonly lang: Lang; readonly path: string }): ReactElement {
  return (
    <a href={`/display/${lang}?next=${encodeURIComponent(path)}`} lang={htmlLang(lang)} hrefLang={htmlLang(lang)} rel="nofollow">
      {LANG_NAMES[lang]}
    </a>
  );
}

/** How large the letters are, the other languages, and how it all works; the choices lead back to `path`. With the ward's `phone` it is the foot of the App. */
export function Utilities({ t, path, phone }: Pick<SiteHeaderProps, 't' | 'path'> & { readonly phone?: string | undefined }): ReactElement {
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
          {otherLanguages(t).map((lang) => (
            <li key={lang}>
              <LanguageLink lang={lang} path={path} />
            </li>
          ))}
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

