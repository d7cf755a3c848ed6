import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Browser, type BrowserContext } from '@playwright/test';
import { axeFinds, sidewaysOf, smallLetters, smallTargets } from '../town/looks.js';
import { NO_PAGE, pagesOf, type PageSeen } from '../town/pages.js';
import { seedRoles, type Roles } from '../town/roles.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BASE = process.env.E2E_BASE_URL ?? '';

let roles: Roles;
let pages: PageSeen[];
test.beforeAll(async () => {
  roles = seedRoles();
  pages = await pagesOf(roles);
});

/** A browser in which that person is signed in. */
async function browserOf(browser: Browser, as: string | undefined): Promise<BrowserContext> {
  const context = await browser.newContext();
  const cookies = as === undefined ? [] : (roles.roles[as]?.headers.cookie ?? '').split('; ');
  await context.addCookies(cookies.map((cookie) => ({ name: cookie.split('=')[0] ?? '', value: cookie.split('=').slice(1).join('='), url: BASE.replace('http:', 'https:'), secure: true })));
  return context;
}

/** Opens every page once for whom it is made, and lists what is found there. */
async function walk(browser: Browser, look: (seen: PageSeen, page: Awaited<ReturnType<BrowserContext['newPage']>>) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const as of new Set(pages.map((page) => page.as))) {
    const context = await browserOf(browser, as);
    const page = await context.newPage();
    for (const seen of pages.filter((each) => each.as === as)) {
      await page.goto(seen.path);
      await expect(page.getByRole('heading', { level: 1 }).first(), seen.path).toBeVisible();
      for (const line of await look(seen, page)) found.push(`${seen.route}: ${line}`);
    }
    await context.close();
  }
  return found;
}

test('the list of pages is the list of routes: one that is not looked at is found', () => {
  const matrix = readFileSync(`${ROOT}apps/api/src/rights/matrix.txt`, 'utf8');
  const routes = [...matrix.matchAll(/^GET +(\/\S*)/gm)].map(([, route]) => route ?? '').filter((route) => !/^\/(api|health|theme|app\/assets)(\/|$)/.test(route));
  const screens = [...readFileSync(`${ROOT}apps/web/src/app/router.tsx`, 'utf8').matchAll(/\bat\('(\/[^']*)'\)/g)].map(([, path]) => `/app${path === '/' ? '' : path}`);
  const looked = new Set(pages.map(({ route }) => route));
  // These need a letter of their own; the main job opens them.
  const byLetter = ['/sign-in/code', '/sign-in/link/:token', '/invitation/:token', '/opt-out/:token'];
  expect(screens.length).toBeGreaterThan(15);
  expect([...new Set([...routes, ...screens])].filter((route) => !looked.has(route) && !(route in NO_PAGE) && !byLetter.includes(route))).toEqual([]);
});

test('every page: nothing that axe knows, all targets of 44 px, no letters below 16 px', async ({ browser }) => {
  test.setTimeout(600_000);
  const found = await walk(browser, async (seen, page) => {
    const paper = seen.route.startsWith('/print/') || seen.route.endsWith('/poster');
    // High enough that no bar at the edge of the window lies over what is measured.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 390, height: Math.max(844, height + 200) });
    return [...(await axeFinds(page)), ...(paper ? [] : [...(await smallTargets(page)), ...(await smallLetters(page))])];
  });
  expect(found).toEqual([]);
});

test('every page: no scrolling sideways at 320 px, nor with letters twice their size at 390 px', async ({ browser }) => {
  test.setTimeout(600_000);
  const found = await walk(browser, async (seen, page) => {
    if (seen.route.startsWith('/print/') || seen.route.endsWith('/poster')) return [];
    await page.setViewportSize({ width: 320, height: 700 });
    const narrow = (await sidewaysOf(page)).map((line) => `320 px: ${line}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => document.documentElement.setAttribute('data-text', '200'));
    const large = (await sidewaysOf(page)).map((line) => `200 %: ${line}`);
    return [...narrow, ...large];
  });
  expect(found).toEqual([]);
});

test('the page of an event comes in 25 kB without a script', async ({ page }) => {
  const sizes: number[] = [];
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.url());
    if (response.request().resourceType() !== 'image') sizes.push(Number(response.headers()['content-length'] ?? 0));
  });
  const event = pages.find(({ route }) => route === '/events/:slug');
  await page.goto(event?.path ?? '');
  expect(scripts).toEqual([]);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.every((size) => size > 0)).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25_000);
});

test('what these goals look for is found where it is planted', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="ja"><title>x</title><main><h1>x</h1><button style="width:30px;height:30px;padding:0">a</button>
    <p style="font-size:12px;color:#999">small and pale</p><div style="width:900px">wide</div><img src="data:,"></main></html>`);
  expect(await smallTargets(page)).toEqual(['small button 30×30: a']);
  expect(await smallLetters(page)).toEqual(['letters of 12 px: small and pale']);
  expect(await sidewaysOf(page)).toEqual([expect.stringMatching(/px too wide: div\. wide/)]);
  const rules = (await axeFinds(page)).map((line) => line.split(' ')[1]);
  expect(rules).toEqual(expect.arrayContaining(['image-alt:', 'color-contrast:']));
});
