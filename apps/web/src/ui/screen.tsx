import { createContext, useEffect, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { BackLink, Phrases, withoutReadings } from '@yoriai/ui';
import { appLink } from '../app/link.js';
import { t } from '../i18n.js';

let opened = false;

/** True inside a screen that has its heading already. */
export const HasHeading = createContext(false);

/**
 * Names the document after the screen and gives the heading the focus, so that a reader hears where
 * it is. The first screen after loading leaves the focus where the browser put it.
 */
export function useScreen(title: string, inside = false): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!inside) document.title = withoutReadings(`${title} | ${t('ui.name')}`);
  }, [title, inside]);
  useEffect(() => {
    if (opened && !inside) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    opened = true;
  }, [inside]);
  return heading;
}

export interface ScreenProps {
  /** The heading, and the name of the document. */
  readonly title: string;
  /** Above the heading: date, badges. */
  readonly eyebrow?: ReactNode;
  /** Below the heading: one grey line. */
  readonly lead?: ReactNode;
  readonly back?: { readonly href: string; readonly label: string };
  /** `narrow` for forms. */
  readonly width?: 'narrow' | 'page';
  readonly children: ReactNode;
}

/** A screen: way back, heading, content. */
export function Screen({ title, eyebrow, lead, back, width = 'page', children }: ScreenProps): ReactElement {
  const heading = useScreen(title);
  return (
    <div className={width === 'narrow' ? 'narrow-in' : undefined}>
      {back ? (
        <BackLink t={t} href={back.href} renderLink={appLink}>
          <Phrases text={back.label} />
        </BackLink>
      ) : null}
      <div className={back ? undefined : 'top-in'}>
        {eyebrow === undefined ? null : <div className="sub num mb1">{eyebrow}</div>}
        <h1 ref={heading} tabIndex={-1}>
          <Phrases text={title} />
        </h1>
        {lead === undefined ? null : <p className="sub num mt1">{lead}</p>}
      </div>
      <HasHeading value>{children}</HasHeading>
    </div>
  );
}
