import { expect, test } from '@playwright/test';
import { apply, type Applicant } from '../town/applying.js';
import { publishedEvent } from '../town/events.js';
import { linkIn, mailTo } from '../town/mail.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { shoot } from '../town/shots.js';
import { askForCode, codeIn, typeCode } from '../town/sign-in.js';
import { Someone } from '../town/someone.js';
import { sql } from '../town/sql.js';

let roles: Roles;
test.beforeAll(() => {
  roles = seedRoles();
});

/** Somebody whose address nobody else in this town has. */
const resident = (letters: string, name: string, kana: string): Applicant => ({ name, kana, email: `${letters}-${Date.now()}@example.jp`, heads: 1 });

test('who applies twice sees the ordinary done page without the ticket, and is sent the ticket again', async ({ browser }) => {
  const { slug, frameId } = await publishedEvent(roles, `二度の申込 ${Date.now()}`, 10);
  const hana = resident('twice', '西 はな', 'にし はな');
  const first = await Someone.at(browser, { scripts: false });
  await apply(first, slug, hana);
  await expect(first.link('切符を開く')).toBeVisible();
  const letter = await mailTo(hana.email, '申し込みました');

  const second = await Someone.at(browser, { scripts: false });
  await apply(second, slug, { ...hana, name: '西　はな', email: hana.email.toUpperCase() });
  await second.sees('申し込みました');
  await shoot(second.page, '01-second-done');
  await expect(second.link('切符を開く')).toHaveCount(0);
  await expect(second.page.getByRole('img', { name: /QRコード/ })).toHaveCount(0);
  expect(await second.page.content()).not.toContain('/t/');

  const again = await mailTo(hana.email, '切符をもう一度お送りします');
  expect(linkIn(again, '/t/')).toBe(linkIn(letter, '/t/'));
  expect(await sql("select heads from events.application where frame_id = $1 and status = 'confirmed'", [frameId])).toEqual([{ heads: 1 }]);
});

test('a sign-in link opened in another browser shows the code and signs nobody in', async ({ browser }) => {
  const email = roles.roles['A.volunteer']?.email ?? '';
  const asking = await Someone.at(browser);
  const letter = await askForCode(asking, email, '/me');

  const other = await Someone.at(browser);
  await other.page.goto(linkIn(letter, '/sign-in/link/'));
  await other.sees('この番号を書いてください');
  await expect(other.page.getByText(`${codeIn(letter).slice(0, 3)} ${codeIn(letter).slice(3)}`)).toBeVisible();
  await expect(other.button('入る')).toHaveCount(0);
  await shoot(other.page, '02-link-elsewhere');
  await other.page.goto('/me');
  await expect(other.page, 'nobody is signed in here').toHaveURL(/\/sign-in/);

  await typeCode(asking, codeIn(letter));
  await asking.sees('わたしの予定');
});

test('a ticket that was never given out is not there', async ({ page }) => {
  const answer = await page.goto(`/t/${'A'.repeat(43)}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot(page, '03-no-ticket');
});
