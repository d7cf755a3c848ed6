/** The parts of a page that F6 goes through, in their order: bar, screen, ways at the foot, tabs. */
const REGIONS = 'header.bar, main, .util, nav.tabs';
const FIRST = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** Which of so many regions comes next; `null`: the browser's own turn, so that F6 still leads out of the page. `at` is −1 where none has the focus. */
export function nextRegion(count: number, at: number, back: boolean): number | null {
  if (count === 0) return null;
  if (at < 0) return back ? count - 1 : 0;
  const next = back ? at - 1 : at + 1;
  return next < 0 || next >= count ? null : next;
}

/** Puts the focus into the next part of the page; false where the browser goes on. */
export function goToRegion(back: boolean): boolean {
  const shown = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter((each) => each.getClientRects().length > 0);
  const next = nextRegion(shown.length, shown.findIndex((each) => each.contains(document.activeElement)), back);
  const region = next === null ? undefined : shown[next];
  const target = region?.matches('main') ? region : region?.querySelector<HTMLElement>(FIRST);
  target?.focus();
  return target !== undefined && target !== null;
}
