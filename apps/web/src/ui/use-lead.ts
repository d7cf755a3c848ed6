import { useEffect, useRef, type RefObject } from 'react';

/**
 * Leads whoever pressed a button at the foot of a page to what it came to, at the top: each time `signal`
 * changes to something, the alert inside the place (or the place itself) is brought into view and gets the focus.
 */
export function useLead(signal: unknown): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = signal ? (place.current?.querySelector<HTMLElement>('[role="alert"]') ?? place.current) : null;
    if (!target) return;
    target.tabIndex = -1;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  }, [signal]);
  return place;
}
