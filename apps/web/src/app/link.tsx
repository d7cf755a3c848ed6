import type { LinkParts, RenderLink } from '@yoriai/ui';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactElement } from 'react';
import { BASE } from './paths.js';

const isPlainClick = (event: MouseEvent): boolean => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** True for addresses that the App draws itself; all others are pages of the Site. */
export function isOwn(href: string): boolean {
  return href === BASE || href.startsWith(`${BASE}/`) || href.startsWith(`${BASE}?`);
}

/** A link that changes the screen without loading a page; other addresses stay ordinary links. */
export function AppLink(parts: LinkParts): ReactElement {
  const router = useRouter();
  const { href, children, ...rest } = parts;
  const open = (event: MouseEvent): void => {
    if (!isOwn(href) || !isPlainClick(event) || event.defaultPrevented) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a {...rest} href={href} onClick={open}>
      {children}
    </a>
  );
}

/** For the parts of libs/ui that draw links. */
export const appLink: RenderLink = (parts) => <AppLink {...parts} />;

/** Opens a screen after an act. */
export function useGo(): (href: string, how?: { replace?: boolean }) => void {
  const router = useRouter();
  return (href, how) => (how?.replace ? router.history.replace(href) : router.history.push(href));
}
