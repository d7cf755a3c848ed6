import { useEffect, useRef, type RefObject } from 'react';

/** What tells best where one is now: what was just said, else the heading. */
const PLACES = '[role="alert"], [role="status"], h1';

/**
 * A focus that went away with its button, because the button is gone once it has done its work, goes to what came of it:
 * to the new message in the place, or to the heading. Without it whoever has no mouse begins at the top of the page again.
 */
export function useKeptFocus(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const inside = place.current;
    if (inside === null) return;
    let last: Element | null = null;
    const remember = ({ target }: FocusEvent): void => void (last = target instanceof Element ? target : null);
    const observer = new MutationObserver((mutations) => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      const added = mutations.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof HTMLElement && node.isConnected) as HTMLElement[];
      const said = added.flatMap((node) => [node, ...node.querySelectorAll<HTMLElement>(PLACES)]).find((node) => node.matches(PLACES));
      const target = said ?? inside.querySelector<HTMLElement>('h1') ?? inside;
      target.tabIndex = -1;
      target.focus({ preventScroll: said === undefined });
    });
    inside.addEventListener('focusin', remember);
    observer.observe(inside, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      inside.removeEventListener('focusin', remember);
    };
  }, []);
  return place;
}
