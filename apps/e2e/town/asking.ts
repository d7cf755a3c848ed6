import type { Page } from '@playwright/test';

/** Somebody who would like to begin the exercise, and looks at the page of that. */
export async function askToBegin(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^場所/ }).fill('みなみマンション 集会室');
  await page.getByRole('textbox', { name: /^来そうな人数/ }).fill('12');
  await page.getByRole('checkbox', { name: '火曜日' }).check();
  await page.getByRole('radio', { name: '午前' }).check();
  await page.getByRole('textbox', { name: /^代表の方/ }).fill('南 みえ');
  await page.getByRole('textbox', { name: /^メール/ }).fill(`begin-${Date.now()}@example.jp`);
  await page.getByRole('button', { name: '区役所に送る' }).click();
  await page.waitForURL(/\/b\//);
}

/** Somebody who would like to join, and looks at the page of that. */
export async function askToJoin(page: Page): Promise<void> {
  await page.getByRole('combobox').selectOption({ index: 1 });
  await page.getByRole('textbox', { name: /^お名前/ }).fill('南 みえ');
  await page.getByRole('textbox', { name: /^メール/ }).fill(`join-${Date.now()}@example.jp`);
  await page.getByRole('button', { name: '町会に送る' }).click();
  await page.waitForURL(/\/n\//);
}
