import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { PageSeen } from './pages.js';
import type { Roles } from './roles.js';

const BASE = process.env.E2E_BASE_URL ?? '';

/** A browser in which that person is signed in; nobody for a visitor. Further cookies are what it has chosen. */
export async function browserOf(browser: Browser, roles: Roles, as: string | undefined, chosen: Record<string, string> = {}): Promise<BrowserContext> {
  const context = await browser.newContext();
  const session = as === undefined ? [] : (roles.roles[as]?.headers.cookie ?? '').split('; ');
  const cookies = [...session, ...Object.entries(chosen).map((each) => each.join('='))];
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
  { roles, pages, chosen }: { roles: Roles; pages: readonly PageSeen[]; chosen?: Record<string, string> },
  look: (seen: PageSeen, page: Page) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const as of new Set(pages.map((page) => page.as))) {
    const context = await browserOf(browser, roles, as, chosen);
    const page = await context.newPage();
    for (const seen of pages.filter((each) => each.as === as)) {
      await open(page, seen);
      for (const line of await look(seen, page)) found.push(`${seen.route}: ${line}`);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.setOffline(false);
    }
    await context.close();
  }
  return found;
}

/** There when its heading is, and all that it asked for has come. */
async function open(page: Page, { path, before, then }: PageSeen): Promise<void> {
  await before?.(page);
  await page.goto(path, { waitUntil: path.startsWith('/app') && !before ? 'networkidle' : 'load' });
  if (!before) await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
  await then?.(page);
}
