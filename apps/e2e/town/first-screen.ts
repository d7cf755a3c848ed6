import type { Page } from '@playwright/test';

/** What somebody sees of a page before they scroll (CSS px from its top). */
export interface FirstScreen {
  /** How much the frame takes: demo line, logo, menu, the name of whoever is signed in. */
  readonly frame: number;
  readonly title: number;
  /** The first picture or code of the page itself that is drawn; none where it has none. */
  readonly picture: number | null;
}

/** Where a page begins, and what it begins with. */
export function firstScreenOf(page: Page): Promise<FirstScreen> {
  return page.evaluate(() => {
    const top = (selector: string): number | null => {
      const drawn = [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length > 0);
      return drawn ? Math.round(drawn.getBoundingClientRect().top + window.scrollY) : null;
    };
    return { frame: top('main') ?? 0, title: top('main h1') ?? Number.POSITIVE_INFINITY, picture: top('main :is(.scene img, .ticket-q svg)') };
  });
}

/** What one can be on with the keyboard while the bar at the lower edge lies over all of it. */
export function behindTheBar(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('.tabs');
    if (bar === null || getComputedStyle(bar).position !== 'sticky') return ['the bar does not stay'];
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, select, summary)')) {
      if (element.getClientRects().length === 0) continue;
      element.focus();
      const edge = bar.getBoundingClientRect().top;
      if (element.getBoundingClientRect().top >= edge - 1) found.push((element.textContent ?? element.getAttribute('name') ?? '').trim().slice(0, 40));
    }
    return found;
  });
}
