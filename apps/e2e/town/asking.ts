import type { Page } from '@playwright/test';

/** A box of the form by its name: pages are looked at in every language. */
const box = (page: Page, name: string, value = '') => page.locator(`main [name=${name}]${value === '' ? '' : `[value=${value}]`}`);

/** The one button of the form, and the page that it leads to. */
async function send(page: Page, to: RegExp): Promise<void> {
  await page.locator('main form[method=post] button[type=submit]').last().click();
  await page.waitForURL(to);
}

/** Somebody who would like to begin the exercise, and looks at the page of that. */
export async function askToBegin(page: Page): Promise<void> {
  await box(page, 'place').fill('みなみマンション 集会室');
  await box(page, 'people').fill('12');
  await box(page, 'weekdays', '"2"').check();
  await box(page, 'hours', 'morning').check();
  await box(page, 'contactName').fill('南 みえ');
  await box(page, 'email').fill(`begin-${Date.now()}@example.jp`);
  await send(page, /\/b\//);
}

/** Somebody who would like to join, and looks at the page of that. */
export async function askToJoin(page: Page): Promise<void> {
  await box(page, 'organisation').selectOption({ index: 1 });
  await box(page, 'contactName').fill('南 みえ');
  await box(page, 'email').fill(`join-${Date.now()}@example.jp`);
  await send(page, /\/n\//);
}

/** A stall whose people look at its page. */
export async function applyForStall(page: Page): Promise<void> {
  await box(page, 'kind', 'food').check();
  await box(page, 'name').fill('焼きいも屋');
  await box(page, 'sells').fill('焼きいも');
  await box(page, 'contactName').fill('南 みえ');
  await box(page, 'phone').fill('090-0000-1234');
  await box(page, 'email').fill('yakiimo@example.jp');
  await box(page, 'foodBy', 'residents').check();
  await send(page, /\/s\//);
}
