import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** All that axe knows of the levels we promise, the strictest included. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Judged {
  id: string;
  nodes: { target: unknown[]; html: string; failureSummary?: string; any: { message: string }[] }[];
}

/** What axe leaves open and somebody looked at: the rule, what it stumbles over there, the elements, and why they are well. */
const LOOKED_AT: readonly { rule: RegExp; over: RegExp; html: RegExp; because: string }[] = [
  {
    rule: /^color-contrast/,
    over: /obscured by another/,
    html: /^<i>[^<]*<\/i>$/,
    because: 'the link of the row lies over the leaf of the calendar, and has no colour',
  },
  { rule: /^color-contrast/, over: /background image/, html: /^<select/, because: 'the picture is the arrow beside the words' },
  {
    rule: /^color-contrast/,
    over: /too short|only non-text/,
    html: /^<(td|button|b|span|a)/,
    because: 'a digit or a sign in the colours of the words around it',
  },
  { rule: /^color-contrast/, over: /obscured by another/, html: /^<(td|th|b|span)\b/, because: 'the table scrolls in its box: the edge of the box lies over it' },
  {
    rule: /^color-contrast/,
    over: /obscured by another|overlapped by another|too short/,
    html: /^<(ruby|rt)\b/,
    because: 'the link of the row lies over it, or the edge of the box; a reading has the colour of its word (oddReadings), and that was judged where the word has none',
  },
  { rule: /^color-contrast/, over: /too short|image node|overlapped by another/, html: /^<text /, because: 'letters of a plot, in the ink of all words on its white ground' },
  { rule: /^color-contrast/, over: /partially overlaps/, html: /^<b class="wait-n/, because: 'a number on its own red, over the edge of the picture' },
  { rule: /^color-contrast/, over: /partially overlaps/, html: /^<a /, because: 'a link that runs over several lines' },
  {
    rule: /^identical-links/,
    over: /same purpose/,
    html: /href="(\/app)?\/(events|approvals)\//,
    because: 'two events have one name: their days stand before it',
  },
  { rule: /^th-has-data-cells$/, over: /missing or empty/, html: /^<table class="lst/, because: 'a list that nobody is on is printed to be written on' },
];

/** What axe finds, and what it leaves open without our having looked at it: rule and place, one line each. */
export async function axeFinds(page: Page): Promise<string[]> {
  // No page of ours has frames, which is what the way called legacy leaves out; it takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: RULES, resultTypes: ['violations', 'incomplete'] });
  const { violations, incomplete } = (await axe.analyze()) as { violations: Judged[]; incomplete: Judged[] };
  const open = incomplete.map(({ id, nodes }) => ({ id: `open ${id}`, nodes: nodes.filter((node) => !isKnown(id, node)) }));
  return [...violations, ...open].flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.target.join(' ')} (${reasonOf(node)})`));
}

function isKnown(id: string, node: Judged['nodes'][number]): boolean {
  return LOOKED_AT.some(({ rule, over, html }) => rule.test(id) && over.test(reasonOf(node)) && html.test(node.html));
}

function reasonOf({ failureSummary = '', any }: Judged['nodes'][number]): string {
  return failureSummary.split('\n').at(-1)?.trim() || (any[0]?.message ?? '');
}

/** Smallest width and height of what one presses, the least height of a screen's one filled button, and of letters (CSS px). */
const TARGET = 44;
const FILLED = 56;
const LETTERS = 16;

/** Controls that are too small to be hit. Links in a sentence are let be; a row that is one link, and a box with its label, count whole. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ([least, filled]) => {
      const seen: string[] = [];
      const clipped = (element: HTMLElement): boolean =>
        element.closest('.vh, .skip, [hidden], [inert]') !== null || getComputedStyle(element).clipPath !== 'none';
      const inSentence = (element: HTMLElement): boolean =>
        element.tagName === 'A' &&
        getComputedStyle(element).display === 'inline' &&
        [...(element.parentElement?.childNodes ?? [])].some(
          (node) => node !== element && node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent ?? ''),
        );
      const area = (element: HTMLElement): DOMRect => {
        const after = getComputedStyle(element, '::after');
        if (after.content !== 'none' && after.position === 'absolute') return (element.offsetParent ?? element).getBoundingClientRect();
        const label = element.matches('input[type=radio], input[type=checkbox]')
          ? (element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`))
          : null;
        return (label ?? element).getBoundingClientRect();
      };
      for (const element of document.querySelectorAll<HTMLElement>(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]',
      )) {
        const shown = element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
        if (!shown || clipped(element) || inSentence(element)) continue;
        const { width, height } = area(element);
        if (width < least - 0.5 || height < (element.matches('.btn:not(.o, .t, .bad, .m, .s)') ? filled : least) - 0.5) {
          seen.push(
            `small ${element.tagName.toLowerCase()} ${Math.round(width)}×${Math.round(height)}: ${(element.textContent || element.getAttribute('aria-label') || element.getAttribute('name') || '').trim().slice(0, 40)}`,
          );
        }
      }
      return seen;
    },
    [TARGET, FILLED] as const,
  );
}

/** Letters below the least size; readings above words are half their size by nature. */
export function smallLetters(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const seen = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || element.closest('rt, rp, svg, script, style, .vh, option') || element.getClientRects().length === 0)
        continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < least) seen.add(`letters of ${size} px: ${node.textContent.trim().slice(0, 40)}`);
    }
    return [...seen];
  }, LETTERS);
}

/** Smallest letters of a reading (CSS px): half of the smallest word there, which on paper is one of 9 points. */
const READING = { screen: 7.5, paper: 6 };

/** Readings that are drawn in another colour than their word, or too small to be read. */
export function oddReadings(page: Page, medium: keyof typeof READING = 'screen'): Promise<string[]> {
  return page.evaluate((least) => {
    const flaw = (reading: HTMLElement): string => {
      const [own, word] = [getComputedStyle(reading), getComputedStyle(reading.parentElement ?? reading)];
      if (own.color !== word.color) return `in another colour than its word`;
      return Number.parseFloat(own.fontSize) < least ? `of ${own.fontSize}` : '';
    };
    return [...document.querySelectorAll('rt')]
      .filter((reading) => reading.getClientRects().length > 0)
      .flatMap((reading) => (flaw(reading) === '' ? [] : [`reading ${flaw(reading)}: ${reading.parentElement?.textContent ?? ''}`]));
  }, READING[medium]);
}

/** Cells that no longer stand in their column: a rule for something inside them has made boxes of them. */
export function crookedCells(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('table :is(th, td)')]
      .filter((cell) => cell.getClientRects().length > 0 && cell.closest('.vh') === null && getComputedStyle(cell).display !== 'table-cell')
      .map((cell) => `not in its column: ${(cell.textContent ?? '').trim().slice(0, 30)}`),
  );
}

/** What makes the page wider than the window; a table in a box of its own that scrolls is let be. */
export function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return [];
    const width = document.documentElement.clientWidth;
    const past = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.getBoundingClientRect().right > width + 1);
    const last = past.filter((element) => ![...element.children].some((child) => past.includes(child as HTMLElement)));
    return [
      `${wide} px too wide: ${last
        .slice(0, 3)
        .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 30)}`)
        .join(' | ')}`,
    ];
  });
}
