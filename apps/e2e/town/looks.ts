import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** All that axe knows of the levels we promise, the strictest included. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds: rule and place, one line each. */
export async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')} (${(failureSummary ?? '').split('\n').at(-1)?.trim() ?? ''})`));
}

/** Smallest width and height of what one presses (CSS px), and of letters. */
const TARGET = 44;
const LETTERS = 16;

/** Controls that are too small to be hit. Links in a sentence are let be; a row that is one link, and a box with its label, count whole. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const seen: string[] = [];
    const clipped = (element: HTMLElement): boolean => element.closest('.vh, .skip, [hidden], [inert]') !== null || getComputedStyle(element).clipPath !== 'none';
    const inSentence = (element: HTMLElement): boolean =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some((node) => node !== element && node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent ?? ''));
    const area = (element: HTMLElement): DOMRect => {
      const after = getComputedStyle(element, '::after');
      if (after.content !== 'none' && after.position === 'absolute') return (element.offsetParent ?? element).getBoundingClientRect();
      const label = element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`) : null;
      return (label ?? element).getBoundingClientRect();
    };
    for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]')) {
      const shown = element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
      if (!shown || clipped(element) || inSentence(element)) continue;
      const { width, height } = area(element);
      if (width < least - 0.5 || height < least - 0.5) {
        seen.push(`small ${element.tagName.toLowerCase()} ${Math.round(width)}×${Math.round(height)}: ${(element.textContent || element.getAttribute('aria-label') || element.getAttribute('name') || '').trim().slice(0, 40)}`);
      }
    }
    return seen;
  }, TARGET);
}

/** Letters below the least size; readings above words are half their size by nature. */
export function smallLetters(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const seen = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || element.closest('rt, rp, svg, script, style, .vh, option') || element.getClientRects().length === 0) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < least) seen.add(`letters of ${size} px: ${node.textContent.trim().slice(0, 40)}`);
    }
    return [...seen];
  }, LETTERS);
}

/** What makes the page wider than the window; a table in a box of its own that scrolls is let be. */
export function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return [];
    const width = document.documentElement.clientWidth;
    const past = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.getBoundingClientRect().right > width + 1);
    const last = past.filter((element) => ![...element.children].some((child) => past.includes(child as HTMLElement)));
    return [`${wide} px too wide: ${last.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 30)}`).join(' | ')}`];
  });
}
