import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { signIn } from '../town/sign-in.js';
import { Someone } from '../town/someone.js';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
/** So that the README stays light on a telephone. */
const MOST_BYTES = 150_000;

/** A picture of the window for the README. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  const path = `${FOLDER}${name}.png`;
  await page.screenshot({ path, animations: 'disabled' });
  expect(statSync(path).size, name).toBeLessThanOrEqual(MOST_BYTES);
}

async function concertOn(browser: Browser, lang: string): Promise<Page> {
  const { page } = await Someone.at(browser, { viewport: PHONE });
  await page.goto('/events?q=バラ園');
  const href = (await page.locator('.ev h3 a').first().getAttribute('href')) ?? '';
  await page.goto(`/display/${lang}?next=${encodeURIComponent(href)}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** Somebody of the demo ward at a screen of the App. */
async function at(browser: Browser, email: string, path: string): Promise<Page> {
  const who = await Someone.at(browser, { viewport: DESK });
  await signIn(who, email, path);
  await expect(who.page.getByRole('heading', { level: 1 })).toBeVisible();
  return who.page;
}

test('the Site on a phone', async ({ browser }) => {
  const { page } = await Someone.at(browser, { viewport: PHONE });
  await page.goto('/');
  await picture(page, 'site-home');
  await picture(await concertOn(browser, 'ja'), 'site-event');
  await picture(await concertOn(browser, 'ja-easy'), 'site-event-easy');
});

test('the App of a chair and of the ward office', async ({ browser }) => {
  const chair = await at(browser, 'chair@example.jp', '/app/events');
  await chair.locator('.ev h3 a', { hasText: 'バラ園' }).first().click();
  await expect(chair.locator('#hub-next')).toBeVisible();
  await picture(chair, 'app-event');
  const office = await at(browser, 'approver@example.jp', '/app/desk');
  await office.locator('.tk a').first().click();
  await expect(office.getByRole('button').first()).toBeVisible();
  await picture(office, 'app-approval');
});
