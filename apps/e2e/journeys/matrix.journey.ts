import { expect, test, type Page } from '@playwright/test';
import { axeFinds, oddReadings, sidewaysOf, smallLetters, smallTargets } from '../town/looks.js';
import { measured } from '../town/measured.js';
import { isPaper, pagesOf, type PageSeen } from '../town/pages.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { statesOf } from '../town/states.js';
import { walk } from '../town/walk.js';

/** Percent of the usual size that somebody may choose. */
const SIZES = ['100', '125', '150', '200'];
/** The width of a desk's window (CSS px); a phone's is the project's. */
const DESK = 1280;

/** Where axe looks: between the two ends nothing is drawn that is not at one of them, and the other languages are drawn by the same elements. */
const LOOKED_AT: Readonly<Record<string, readonly string[]>> = { ja: ['100', '200'], 'ja-easy': ['100'], en: ['100'] };

let roles: Roles;
test.beforeAll(() => {
  roles = seedRoles();
});

for (const lang of ['ja', 'ja-easy', 'en']) {
  for (const [name, list] of [
    ['page', pagesOf],
    ['state', statesOf],
  ] as const) {
    test(`U6, U8, U9 in ${lang}: every ${name}, in every size of letters`, async ({ browser }) => {
      test.setTimeout(1_500_000);
      const pages = await list(roles);
      const found = await walk(browser, { roles, pages, chosen: { yoriai_lang: lang } }, (seen, page) => flawsOf(seen, page, LOOKED_AT[lang] ?? []));
      measured(
        'U6, U8, U9',
        `${pages.length} ${name}s in ${lang}, at ${SIZES.join(', ')} % and ${DESK} px wide: axe with AAA and best practice, targets, letters, width`,
        '0, none unexplained',
        `${found.length}`,
      );
      expect(found).toEqual([]);
    });
  }
}

async function flawsOf(seen: PageSeen, page: Page, ends: readonly string[]): Promise<string[]> {
  const resize = (percent: string) => page.evaluate((value) => document.documentElement.setAttribute('data-text', value), percent);
  if (isPaper(seen)) return [...(await oddReadings(page, 'paper')), ...(await axeFinds(page))];
  // High enough that no bar at the edge of the window lies over what is measured.
  await resize('200');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 390, height: height + 400 });
  const flaws = await oddReadings(page);
  for (const size of SIZES) {
    await resize(size);
    const here = [
      ...(await sidewaysOf(page)),
      ...(await smallTargets(page)),
      ...(await smallLetters(page)),
      ...(ends.includes(size) ? await axeFinds(page) : []),
    ];
    flaws.push(...here.map((line) => `${size} %: ${line}`));
  }
  // On a desk the columns stand side by side: looked at as most people have it.
  await resize('100');
  await page.setViewportSize({ width: DESK, height: height + 400 });
  const wide = [...(await sidewaysOf(page)), ...(await smallTargets(page)), ...(await smallLetters(page)), ...(ends.includes('200') ? await axeFinds(page) : [])];
  flaws.push(...wide.map((line) => `${DESK} px: ${line}`));
  await page.setViewportSize({ width: 390, height: 844 });
  return flaws;
}
