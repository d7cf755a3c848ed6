import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { notByKeys } from '../town/by-keys.js';
import { axeFinds, crookedCells, oddReadings, sidewaysOf, smallLetters, smallTargets } from '../town/looks.js';
import { isPaper, leadsOn, pagesOf, type PageSeen } from '../town/pages.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { jumped, throttled, watchJumps } from '../town/throttled.js';
import { browserOf, walk } from '../town/walk.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

let roles: Roles;
let pages: PageSeen[];
test.beforeAll(async () => {
  roles = seedRoles();
  pages = await pagesOf(roles);
});

test('the list of pages is the list of routes: one that is not looked at is found', () => {
  const matrix = readFileSync(`${ROOT}apps/api/src/rights/matrix.txt`, 'utf8');
  const routes = [...matrix.matchAll(/^GET +(\/\S*)/gm)].map(([, route]) => route ?? '').filter((route) => !/^\/(api|health|theme|app\/assets)(\/|$)/.test(route));
  const screens = [...readFileSync(`${ROOT}apps/web/src/app/router.tsx`, 'utf8').matchAll(/\bat\('(\/[^']*)'\)/g)].map(([, path]) => `/app${path === '/' ? '' : path}`);
  const looked = new Set(pages.map(({ route }) => route));
  expect(screens.length).toBeGreaterThan(15);
  expect([...new Set([...routes, ...screens])].filter((route) => !looked.has(route) && !leadsOn(route))).toEqual([]);
});

test('every page: nothing that axe knows, targets of 44 px, letters of 16 px, no scrolling sideways at 320 px nor with letters twice their size', async ({ browser }) => {
  test.setTimeout(480_000);
  const found = await walk(browser, { roles, pages }, async (seen, page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    // High enough that no bar at the edge of the window lies over what is measured.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 390, height: Math.max(844, height + 200) });
    const axe = await axeFinds(page);
    if (isPaper(seen)) return axe;
    const small = [...(await smallTargets(page)), ...(await smallLetters(page))];
    await page.setViewportSize({ width: 320, height: 700 });
    const narrow = (await sidewaysOf(page)).map((line) => `320 px: ${line}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => document.documentElement.setAttribute('data-text', '200'));
    const large = (await sidewaysOf(page)).map((line) => `200 %: ${line}`);
    return [...axe, ...small, ...(await crookedCells(page)), ...narrow, ...large];
  });
  expect(found).toEqual([]);
});

test('every screen of the App: Tab leads to all that can be pressed or written into, and a ring is seen there', async ({ browser }) => {
  test.setTimeout(240_000);
  const screens = pages.filter(({ route }) => route.startsWith('/app'));
  expect(screens.length).toBeGreaterThan(40);
  expect(await walk(browser, { roles, pages: screens }, (_seen, page) => notByKeys(page))).toEqual([]);
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

test('a system that asks for more contrast gets what one can choose', async ({ page }) => {
  const ink = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--ink'));
  await page.goto('/');
  const usual = await ink();
  await page.emulateMedia({ contrast: 'more' });
  expect(usual).not.toBe('#000000');
  expect(await ink()).toBe('#000000');
});

test('the App opens with at most 150 kB of script on the line, and asks once for everything it needs', async ({ browser }) => {
  const context = await browserOf(browser, roles, 'A.leader');
  const page = await context.newPage();
  const sizes: number[] = [];
  const asked: string[] = [];
  page.on('response', (response) => {
    const { pathname, search } = new URL(response.url());
    asked.push(pathname + search);
    if (response.request().resourceType() === 'script') sizes.push(Number(response.headers()['content-length'] ?? Number.NaN));
  });
  await page.goto('/app', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150 * 1024);
  // What the page asks for ahead is what the App then takes: nothing comes twice, and no script is found late.
  expect(asked.filter((address, index) => asked.indexOf(address) !== index)).toEqual([]);
  const ahead = await page.evaluate(async () => (await fetch(location.href)).text());
  // What keys do comes once the screen stands, on purpose: nobody waits for it.
  const late = asked.filter((address) => /\.js$|^\/api\//.test(address) && !ahead.includes(`"${address}"`));
  expect(late.map((address) => address.replace(/-[^-]+\.js$/u, ''))).toEqual(['/app/assets/beside']);
  await context.close();
});

test('nothing jumps while the App opens, however slowly its answers come', async ({ browser }) => {
  const context = await browserOf(browser, roles, 'A.leader');
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  await throttled(page);
  await watchJumps(page);
  await page.goto('/app');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await jumped(page)).toBeLessThan(0.02);
  // What is looked for is found: something put above all of it pushes it down.
  await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'いま', style: 'height:200px' })));
  await expect.poll(() => jumped(page)).toBeGreaterThan(0.1);
  await context.close();
});

test('what these goals look for is found where it is planted', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="ja"><title>x</title><meta name="viewport" content="width=device-width"><main><h1>x</h1>
    <button style="width:44px;height:40px;font-size:16px">a</button> <a class="btn" href="#x" style="display:inline-block;height:48px;width:48px">filled</a>
    <p style="font-size:15px">small</p><ruby>赤<rt style="color:red">あか</rt></ruby><ruby>小<rt style="font-size:5px">しょう</rt></ruby><p style="color:#999">pale</p><p style="color:#666">not strong</p>
    <table style="width:900px"><tr><th>wide</th></tr></table><table><tr><td style="display:inline-block">crooked</td></tr></table><img src="data:,"></main></html>`);
  expect(await smallTargets(page)).toEqual(['small a 48×48: filled', 'small button 44×40: a'].reverse());
  expect(await oddReadings(page)).toEqual(['reading in another colour than its word: 赤あか', 'reading of 5px: 小しょう']);
  expect(await crookedCells(page)).toEqual(['not in its column: crooked']);
  expect(await smallLetters(page)).toEqual(['letters of 15 px: small']);
  expect(await sidewaysOf(page)).toEqual([expect.stringMatching(/px too wide: th\. wide/)]);
  const rules = (await axeFinds(page)).map((line) => line.split(' ')[1]);
  expect(rules).toEqual(expect.arrayContaining(['image-alt:', 'color-contrast:', 'color-contrast-enhanced:']));
});

test('what Tab does not lead to, and what shows no ring, is found where it is planted', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="ja"><title>x</title><style>:focus-visible { outline: 4px solid } .bare:focus-visible { outline: none }</style>
    <a href="#x">seen</a><button class="bare">unseen</button><label>one <input type="radio" name="one" checked></label><label>two <input type="radio" name="one"></label>
    <button tabindex="-1">by arrows</button><details><summary>more</summary><button>folded</button></details><button id="stays">stays</button><button>never</button></html>`);
  await page.evaluate(() => document.querySelector('#stays')?.addEventListener('keydown', (event) => event.preventDefault()));
  expect(await notByKeys(page)).toEqual(['not by Tab: button. never', 'no ring: button.bare unseen']);
});
