import { expect, test } from '@playwright/test';

test('the front door is open, says that its people are invented, and leads to the events', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('body')).toContainText('デモデータ');
  await page.goto('/events');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('both processes, the database and the mail are well', async ({ request }) => {
  const ready = await request.get('/health/ready');
  expect(ready.ok()).toBe(true);
  const mails = await request.get(`${process.env.E2E_MAIL_URL ?? ''}/api/mails`);
  expect(Array.isArray(await mails.json())).toBe(true);
});
