import type { ReactElement, ReactNode } from 'react';
import { plainLink, type RenderLink } from '../link.js';
import type { IconName } from '../picture/icon-drawings.js';
import { Icon } from '../picture/icon.js';
import { Logo } from '../picture/logo.js';
import type { Translate } from '../texts/translate.js';

/** One entry of the App's menu. */
export interface AppBarItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current?: boolean;
  /** How many things wait behind it. */
  readonly count?: number;
}

export interface AppBarProps {
  readonly t: Translate;
  readonly homeHref: string;
  readonly items: readonly AppBarItem[];
  /** Organisation, name and the way out, at the right. */
  readonly who: ReactNode;
  readonly renderLink?: RenderLink;
}

/** The navy bar of the App. On a phone the entries move to `AppTabs`. */
export function AppBar({ t, homeHref, items, who, renderLink = plainLink }: AppBarProps): ReactElement {
  return (
    <header className="bar">
      <div className="wrap">
        {renderLink({
          href: homeHref,
          className: 'logo',
          children: (
            <>
              <Logo mono />
              <span className="vh">{t('ui.name.app-home')}</span>
            </>
          ),
        })}
        <nav className="pc" aria-label={t('ui.app.menu')}>
          {items.map((item) => (
            <span key={item.href}>
              {renderLink({ href: item.href, 'aria-current': item.current ? 'page' : undefined, children: <Label t={t} item={item} /> })}
            </span>
          ))}
        </nav>
        <div className="who">{who}</div>
      </div>
    </header>
  );
}

function Label({ t, item }: { readonly t: Translate; readonly item: AppBarItem }): ReactElement {
  return (
    <>
      {item.label}
      {item.count === undefined ? null : (
        <b className="wait-n num">
          {item.count}
          <span className="vh">{t('ui.app.waiting')}</span>
        </b>
      )}
    </>
  );
}

export interface AppTabsProps {
  readonly t: Translate;
  readonly items: readonly AppBarItem[];
  readonly renderLink?: RenderLink;
}

/** The same entries at the lower edge of a phone. */
export function AppTabs({ t, items, renderLink = plainLink }: AppTabsProps): ReactElement {
  return (
    <nav className="tabs ph" aria-label={t('ui.app.menu')}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            {renderLink({
              href: item.href,
              'aria-current': item.current ? 'page' : undefined,
              children: (
                <>
                  <Icon name={item.icon} />
                  <span>
                    <Label t={t} item={item} />
                  </span>
                </>
              ),
            })}
          </li>
        ))}
      </ul>
    </nav>
  );
}
