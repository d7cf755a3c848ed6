import { expect, test } from '@playwright/test';
import { publishedEvent } from '../town/events.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { shoot } from '../town/shots.js';
import { Someone } from '../town/someone.js';

let roles: Roles;
test.beforeAll(() => {
  roles = seedRoles();
});

test('who looks for an event finds it by two letters, narrows the list, and is led on where nothing is found; without a script', async ({ browser, isMobile }) => {
  const title = `手話とバラの会 ${Date.now()}`;
  await publishedEvent(roles, title, 10);
  const someone = await Someone.at(browser, { scripts: false });
  await someone.page.goto('/');
  await someone.write(someone.box('行事をさがす'), '手話');
  await someone.press(someone.button('さがす'));
  await someone.sees('行事をさがす');
  expect(new URL(someone.page.url()).search).toBe('?q=%E6%89%8B%E8%A9%B1');
  await expect(someone.link(new RegExp(title))).toBeVisible();

  const filter = someone.page.getByRole('form', { name: '条件でしぼる' });
  if (isMobile) await someone.press(someone.page.getByText('条件でしぼる'));
  await someone.pick(filter.getByLabel('分野'), 'kodomo');
  await someone.press(filter.getByLabel('費用が無料'));
  await someone.press(filter.getByRole('button', { name: 'この条件でさがす' }));
  await expect(someone.page).toHaveURL(/\/events\?q=%E6%89%8B%E8%A9%B1&field=kodomo&gratis=yes$/);
  await expect(someone.page.getByRole('heading', { name: /「手話」の\s*行事は見つかりませんでした/ })).toBeVisible();
  await shoot(someone.page, '01-nothing-found');

  await someone.press(someone.link(/ほかの条件をはずす/));
  await someone.press(someone.link(new RegExp(title)));
  await someone.sees(new RegExp(title));
  await someone.press(someone.link('さがした一覧へもどる'));
  await expect(someone.page).toHaveURL(/\/events\?q=%E6%89%8B%E8%A9%B1$/);
  await someone.press(someone.link(new RegExp(title)));
  await someone.press(someone.link(/^試験町会A/));
  await someone.sees(/^試験町会A/);
  await expect(someone.page.getByRole('heading', { name: 'この1年にしたこと' })).toBeVisible();
  await shoot(someone.page, '02-association');
  await someone.leave();
});

test('the news of a list are XML that a browser reads, and stand in the head of the list', async ({ page }) => {
  const { slug } = await publishedEvent(roles, `お知らせの会 <&> ${Date.now()}`, 10);
  await page.goto('/events?q=お知らせの会');
  const href = await page.locator('link[rel="alternate"][type="application/atom+xml"]').getAttribute('href');
  const text = await (await page.request.get(href ?? '')).text();
  const read = await page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'application/xml');
    const broken = document.querySelector('parsererror')?.textContent;
    return { broken, links: [...document.querySelectorAll('entry > link')].map((link) => link.getAttribute('href') ?? '') };
  }, text);
  expect(read.broken).toBeUndefined();
  expect(read.links.some((link) => link.endsWith(`/events/${slug}`))).toBe(true);
});
