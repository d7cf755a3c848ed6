import { expect, test } from '@playwright/test';
import { seedRoles, type Roles } from '../town/roles.js';
import { signedIn } from '../town/signed-in.js';
import type { Someone } from '../town/someone.js';

let roles: Roles;
test.beforeAll(() => {
  roles = seedRoles();
});

async function add(ward: Someone, name: string): Promise<void> {
  const { page } = ward;
  const form = page.getByRole('region', { name: '取組を足す' });
  const words = { name, kana: 'はないっぱい', nameEn: 'Flowers', words: '町を花でかざります。', wordsEn: 'Flowers for our streets.' };
  for (const [box, text] of Object.entries(words)) await form.locator(`[name="${box}"]`).fill(text);
  await ward.press(form.getByRole('button', { name: '取組を足す' }));
  await expect(form.getByRole('status')).toContainText(name);
}

test('the ward office adds two initiatives in one visit, corrects one, and reads that it was kept', async ({ browser }) => {
  const ward = await signedIn(browser, roles, 'A.staff');
  const { page } = ward;
  const [first, second] = [`花いっぱい ${Date.now()}`, `川そうじ ${Date.now()}`];
  await page.goto('/app/desk/initiatives');
  await add(ward, first);
  await add(ward, second);
  for (const name of [first, second]) await expect(page.getByRole('heading', { name })).toBeVisible();

  await ward.press(page.getByRole('link', { name: new RegExp(`^直す\\s?：\\s?${first}$`) }));
  await expect(page.locator('h1')).toContainText(first);
  await page.locator('[name="words"]').fill('川ぞいを花でかざります。');
  await ward.press(ward.button('直して保存する'));
  await expect(page.getByRole('status').filter({ hasText: `「${first}」の直しを保存しました` })).toBeVisible();
});
