import { expect, test } from '@playwright/test';
import { call } from '../town/api.js';
import { publish, hostsOf, type PublishedEvent } from '../town/events.js';
import { axeFinds, sidewaysOf, smallLetters, smallTargets } from '../town/looks.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { shoot } from '../town/shots.js';
import { signedIn } from '../town/signed-in.js';
import type { Someone } from '../town/someone.js';

let roles: Roles;
let event: PublishedEvent;
/** Its own in each browser: both are on the desk of the same ward. */
const title = `秋のコンサート ${Date.now()}`;

test.beforeAll(async () => {
  roles = seedRoles();
  event = await publish(hostsOf(roles), { title, capacity: 20 });
});

/** Looked at by people and by the rules. */
async function looked(who: Someone, name: string): Promise<void> {
  await shoot(who.page, `change-${name}`);
  const { page } = who;
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  // The bar at the bottom hides whatever lies under it just now; seen whole, it hides nothing.
  await page.setViewportSize({ ...size, height: await page.evaluate(() => document.body.scrollHeight + 200) });
  expect([...(await axeFinds(page)), ...(await smallTargets(page)), ...(await smallLetters(page)), ...(await sidewaysOf(page))], name).toEqual([]);
  await page.setViewportSize(size);
}

const publicPage = async (): Promise<string> => (await fetch(`${process.env.E2E_BASE_URL ?? ''}/events/${event.slug}`)).text();

test('another place for a published event: the public page stays until the ward has approved it', async ({ browser }) => {
  const leader = await signedIn(browser, roles, 'A.leader');
  await leader.page.goto(`/app/events/${event.id}`);
  await leader.press(leader.link(/^内容/));
  await leader.sees('内容を変える');
  await looked(leader, '01-nothing-yet');
  await leader.press(leader.link(/^直す\s?（場所）$/));
  await leader.write(leader.box('場所'), '松島公園');
  await leader.press(leader.button('直して、確認へもどる'));
  await expect(leader.page.getByRole('heading', { name: '区の承認がいる変更です' })).toBeVisible();
  await looked(leader, '02-written');
  expect(await publicPage(), 'nothing of it is public').not.toContain('松島公園');

  await leader.press(leader.button('変更を申請する'));
  await leader.sees('申請しました');
  await looked(leader, '03-handed-in');
  await leader.page.goto(`/app/events/${event.id}`);
  await expect(leader.page.getByText('公開ページは、承認された内容のままです。')).toBeVisible();
  await looked(leader, '04-hub-waits');
  const applied = await call('POST', `/api/events/${event.id}/applications`, { body: { frameId: event.frameId, name: '山田 花子', kana: 'やまだ はなこ', phone: '09000000001', heads: 2 } });
  expect(applied.status, 'people go on applying').toBe(201);

  const approver = await signedIn(browser, roles, 'A.approver');
  await approver.page.goto('/app/desk');
  await expect(approver.page.getByText('承認された行事の変更').first()).toBeVisible();
  await looked(approver, '05-desk');
  await approver.press(approver.link(title).first());
  await expect(approver.page.locator('del', { hasText: '靱公園' })).toBeVisible();
  await expect(approver.page.locator('ins', { hasText: '松島公園' })).toBeVisible();
  // How many hear of it comes last, and makes the page longer.
  await expect(approver.page.getByText(/変更を\s*お知らせします/)).toBeVisible();
  await looked(approver, '06-case');
  await approver.press(approver.button(/^この項目に書く\s?（場所）$/));
  await approver.write(approver.box('場所について'), 'どのあたりか、わかるように書いてください。');
  await approver.write(approver.box('主催へのひとこと'), '1か所だけお願いします。');
  await looked(approver, '06b-pinned');
  await approver.press(approver.button('差し戻す'));
  await expect(approver.page.getByRole('heading', { name: '差し戻しました' })).toBeVisible();
  expect(await publicPage(), 'sent back, it stays').not.toContain('松島公園');

  await leader.page.goto(`/app/events/${event.id}`);
  await expect(leader.page.getByText('1か所だけお願いします。').first()).toBeVisible();
  await looked(leader, '07-hub-returned');
  await leader.press(leader.link('変更を直す'));
  await leader.sees('内容を変える');
  await looked(leader, '08-returned');
  await leader.press(leader.link(/^直す\s?（場所）$/));
  await expect(leader.page.getByText('どのあたりか、わかるように書いてください。'), 'the word stands at its box').toBeVisible();
  await looked(leader, '08b-at-the-box');
  await leader.write(leader.box('場所'), '松島公園 北の広場');
  await leader.press(leader.button('直して、確認へもどる'));
  await leader.press(leader.button('変更を申請する'));
  await leader.sees('申請しました');

  await approver.page.goto('/app/desk');
  await approver.press(approver.link(title).first());
  await expect(approver.page.getByText('承認すると、1人に変更をお知らせします')).toBeVisible();
  await approver.press(approver.button('承認する'));
  await expect(approver.page.getByRole('status').filter({ hasText: '公開中です' })).toBeVisible();
  expect(await publicPage(), 'approved, it is public').toContain('松島公園');

  // Who applied without mail is telephoned: a task until it is done, and the tick stays.
  await expect(approver.page.getByText('1人に変更をお知らせしています')).toBeVisible();
  const toCall = leader.page.getByRole('heading', { name: 'つぎにやること：1人に電話する' });
  await expect(async () => {
    await leader.page.goto(`/app/events/${event.id}`);
    await expect(toCall).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await leader.press(leader.link('電話する人を見る'));
  // What was written and what was sent come last, and make the page longer.
  await expect(leader.page.getByText('まだ書いていません。')).toBeVisible();
  await expect(leader.page.getByText('合計', { exact: true }).filter({ visible: true }).first()).toBeVisible();
  await looked(leader, '10-calls');
  await leader.press(leader.button(/電話した$/));
  await expect(leader.page.getByRole('heading', { name: 'みなさんに電話しました' })).toBeVisible();
  await leader.page.goto(`/app/events/${event.id}`);
  await expect(leader.page.getByRole('heading', { name: '準備はできています' })).toBeVisible();
});

test('words of a published event stand at once; a change can be dropped', async ({ browser }) => {
  const leader = await signedIn(browser, roles, 'A.leader');
  await leader.page.goto(`/app/events/${event.id}/edit/contact?from=check`);
  await leader.write(leader.box('電話できる時間'), '平日 9時から17時');
  await leader.press(leader.button('直して、確認へもどる'));
  await expect(leader.page.getByRole('heading', { name: 'すぐに変えられます' })).toBeVisible();
  await looked(leader, '09-words');
  await leader.press(leader.button('この内容に変える'));
  await expect(leader.page).toHaveURL(/\/app\/events\/[0-9a-f-]+$/);
  expect(await publicPage()).toContain('平日 9時から17時');

  await leader.page.goto(`/app/events/${event.id}/edit/where?from=check`);
  await leader.write(leader.box('場所'), '堀江公園');
  await leader.press(leader.button('直して、確認へもどる'));
  await leader.press(leader.button('変更をやめる'));
  await leader.press(leader.button('はい、変更をやめる'));
  await expect(leader.page).toHaveURL(/\/app\/events\/[0-9a-f-]+$/);
  await expect(leader.page.getByText('変更を書いています')).toHaveCount(0);
  expect(await publicPage()).not.toContain('堀江公園');
});
