import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { PageSeen } from './pages.js';
import type { Roles } from './roles.js';

const BASE = process.env.E2E_BASE_URL ?? '';

/** A browser in which that person is signed in; nobody for a visitor. */
export async function browserOf(browser: Browser, roles: Roles, as: string | undefined): Promise<BrowserContext> {
  const context = await browser.newContext();
  const cookies = as === undefined ? [] : (roles.roles[as]?.headers.cookie ?? '').split('; ');
  await context.addCookies(
    cookies.map((cookie) => ({
      name: cookie.split('=')[0] ?? '',
      value: cookie.split('=').slice(1).join('='),
      url: BASE.replace('http:', 'https:'),
      secure: true,
    })),
  );
  return context;
}

/** Opens every page once for whom it is made, one browser for each of them, and lists what is found there. */
export async function walk(
  browser: Browser,
  roles: Roles,
  pages: readonly PageSeen[],
  look: (seen: PageSeen, page: Page) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const as of new Set(pages.map((page) => page.as))) {
    const context = await browserOf(browser, roles, as);
    const page = await context.newPage();
    for (const seen of pages.filter((each) => each.as === as)) {
      await open(page, seen.path);
      for (const line of await look(seen, page)) found.push(`${seen.route}: ${line}`);
    }
    await context.close();
  }
  return found;
}

/** There when its heading is, and all that it asked for has come. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: path.startsWith('/app') ? 'networkidle' : 'load' });
  await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
}
