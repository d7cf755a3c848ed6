import { expect, test, type Page } from '@playwright/test';
import { hostsOf, publish } from '../town/events.js';
import { axeFinds, sidewaysOf, smallTargets } from '../town/looks.js';
import { seedRoles } from '../town/roles.js';
import { shoot } from '../town/shots.js';
import { signedIn } from '../town/signed-in.js';

/** In which part of the page the focus is. */
const regionOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('header, main, footer, .util, nav')?.tagName.toLowerCase() ?? 'nowhere');

test('Ctrl+K finds an event and a screen from anywhere, Esc gives the focus back, F6 goes from part to part', async ({ browser }) => {
  const roles = seedRoles();
  const title = `たこあげの会 ${Date.now()}`;
  await publish(hostsOf(roles), { title, capacity: 10 });
  const leader = await signedIn(browser, roles, 'A.leader');
  const { page } = leader;
  await page.goto('/app/account');
  await leader.sees('わたし');
  await expect(page.getByText('Ctrl+K')).toBeVisible();

  // The keys come after the first screen is drawn.
  await expect(async () => {
    await page.keyboard.press('F6');
    expect(await regionOf(page)).not.toBe('nowhere');
  }).toPass();
  expect(await regionOf(page), 'the bar first').toBe('header');
  await page.keyboard.press('F6');
  expect(await regionOf(page), 'then the screen').toBe('main');
  await page.keyboard.press('Shift+F6');
  expect(await regionOf(page), 'and back').toBe('header');

  const before = await page.evaluate(() => document.activeElement?.outerHTML);
  const dialog = page.getByRole('dialog', { name: 'さがす' });
  await page.keyboard.press('Control+k');
  await expect(dialog.getByLabel('画面や行事の名前')).toBeFocused();
  await page.keyboard.insertText(title);
  await expect(dialog.getByRole('status')).toHaveText('1件');
  await shoot(page, 'keys-found');
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect([...(await axeFinds(page)), ...(await smallTargets(page)), ...(await sidewaysOf(page))], `${width} wide`).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.outerHTML), 'where it was').toBe(before);

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(title);
  await expect(dialog.getByRole('status')).toHaveText('1件');
  await page.keyboard.press('Enter');
  await leader.sees(title);
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await leader.press(dialog.getByRole('link', { name: 'わたし' }));
  await leader.sees('わたし');
});
