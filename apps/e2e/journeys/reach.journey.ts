import { expect, test, type Browser } from '@playwright/test';
import { fillIn, send, type Applicant } from '../town/applying.js';
import { call } from '../town/api.js';
import { hostsOf, publish, publishedEvent, soon } from '../town/events.js';
import { pressByKeyboard, tabTo } from '../town/keyboard.js';
import { sidewaysOf } from '../town/looks.js';
import { linkIn, mailTo } from '../town/mail.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { shoot } from '../town/shots.js';
import { register, signIn } from '../town/sign-in.js';
import { Someone } from '../town/someone.js';
import { sql } from '../town/sql.js';

let roles: Roles;
test.beforeAll(() => {
  roles = seedRoles();
});

/** A window that scripts, a mouse and room are missing in. */
interface Window {
  browser: Browser;
  viewport: { width: number; height: number };
  /** As the page about it calls the size of letters. */
  letters?: string;
}

const WINDOWS = [
  { name: 'at 320 px', viewport: { width: 320, height: 640 } },
  { name: 'with letters of 200 %', viewport: { width: 390, height: 844 }, letters: 'とても大きい' },
];

/** Somebody there; who needs large letters chooses them on the page itself. */
async function at({ browser, viewport, letters }: Window): Promise<Someone> {
  const who = await Someone.at(browser, { scripts: false, mouse: false, viewport });
  if (letters === undefined) return who;
  await who.page.goto('/');
  await who.press(who.link('文字の大きさ'));
  await who.choose(who.page.getByRole('radio', { name: letters, exact: true }));
  await who.press(who.button('この見かたにする'));
  await expect(who.page.getByRole('status').filter({ hasText: '見かたを変えました' })).toBeVisible();
  await expect(who.page.locator('html')).toHaveCSS('font-size', '32px');
  return who;
}

/** The page is no wider than the window, with its styles and pictures. */
async function fits(who: Someone): Promise<void> {
  await who.page.waitForLoadState('load');
  expect(await sidewaysOf(who.page), who.page.url()).toEqual([]);
}

/** The page with this heading is there, and fits. */
async function sees(who: Someone, heading: string | RegExp): Promise<void> {
  await who.sees(heading);
  await fits(who);
}

for (const { name, ...window } of WINDOWS) {
  test(`without scripts, by keyboard, ${name}: find, apply and cancel`, async ({ browser }) => {
    await findApplyCancel({ ...window, browser }, `せまい窓の会 ${Date.now()}`);
  });

  test(`without scripts, by keyboard, ${name}: take a duty and give it back`, async ({ browser }) => {
    await helpAndGiveBack({ ...window, browser });
  });

  test(`without scripts, by keyboard, ${name}: receive somebody at the door`, async ({ browser }) => {
    await receive({ ...window, browser }, `せまい受付の会 ${Date.now()}`);
  });
}

async function findApplyCancel(window: Window, title: string): Promise<void> {
  const { slug } = await publishedEvent(roles, title, 10);
  const kenji: Applicant = { name: '堀江 健二', kana: 'ほりえ けんじ', email: `reach-${Date.now()}@example.jp`, heads: 2 };
  const heads = () => sql('select a.heads, a.status from events.application a join events.event e on e.id = a.event_id where e.slug = $1', [slug]);
  const who = await at(window);
  await who.page.goto('/');
  await fits(who);
  await who.write(who.page.getByLabel('行事をさがす', { exact: true }), title);
  await who.page.keyboard.press('Enter');
  await sees(who, '行事をさがす');
  await who.press(who.link(title));
  await sees(who, title);
  await shoot(who.page, `reach-event-${window.viewport.width}`);
  await who.press(who.link('申し込む'));
  await sees(who, '申し込む');
  await fillIn(who, kenji);
  await shoot(who.page, `reach-apply-${window.viewport.width}`);
  await send(who);
  await sees(who, '申し込みました');
  expect(await heads()).toEqual([{ heads: 2, status: 'confirmed' }]);
  expect(linkIn(await mailTo(kenji.email, '申し込みました'), '/t/')).toBe(await who.link('切符を開く').getAttribute('href'));
  await who.press(who.link('切符を開く'));
  await sees(who, title);
  await shoot(who.page, `reach-ticket-${window.viewport.width}`);
  await who.press(who.link('来られなくなった'));
  await sees(who, '申込を取り消しますか');
  await who.press(who.button('取り消す'));
  await expect(who.page.getByRole('status').filter({ hasText: '取り消しました' })).toBeVisible();
  await fits(who);
  expect(await heads()).toEqual([{ heads: 2, status: 'cancelled_by_applicant' }]);
  await who.leave();
}

async function helpAndGiveBack(window: Window): Promise<void> {
  const email = `reach-help-${Date.now()}@example.jp`;
  const mine = () => sql('select a.status from rosters.assignment a join identity.account c on c.person_id = a.person_id where c.email = $1', [email]);
  const who = await at(window);
  await register(who, { name: '手塚 すけ', kana: 'てづか すけ', email });
  await sees(who, '入れる当番');
  await who.press(who.link(/この当番に入る$/).first());
  await who.press(who.button('この当番に入る'));
  await sees(who, '当番に入りました');
  expect(await mine()).toEqual([{ status: 'confirmed' }]);
  await who.press(who.link('わたしの予定を見る'));
  await sees(who, 'わたしの予定');
  await who.press(who.link('くわしく'));
  await who.press(who.link('行けなくなった'));
  await sees(who, 'この当番をやめますか');
  await who.press(who.button('当番をやめる'));
  await expect(who.page.getByRole('status').filter({ hasText: '当番を取り消しました' })).toBeVisible();
  await fits(who);
  expect(await mine()).toEqual([{ status: 'cancelled_by_volunteer' }]);
  await who.leave();
}

async function receive(window: Window, title: string): Promise<void> {
  const event = await publish(hostsOf(roles), { title, capacity: 5, ...soon() });
  const body = { frameId: event.frameId, name: '井上 光子', kana: 'いのうえ みつこ', phone: '06-0000-0300', heads: 2 };
  const { ticketUrl } = (await call<{ ticketUrl: string }>('POST', `/api/events/${event.id}/applications`, { body })).body;
  const here = () => sql("select heads from attendance.attendance_record where event_id = $1 and status = 'present'", [event.id]);
  const who = await at(window);
  await signIn(who, roles.roles['A.leader']?.email ?? '', new URL(ticketUrl).pathname);
  await sees(who, title);
  await who.press(who.button('受付する'));
  await sees(who, '受付しました');
  expect(await here()).toEqual([{ heads: 2 }]);
  await shoot(who.page, `reach-received-${window.viewport.width}`);
  await who.press(who.button('受付を取り消す'));
  await sees(who, '受付を取り消しました');
  expect(await here()).toEqual([]);
  await who.leave();
}

test('what a keyboard does not reach, and a focus that is not seen, are found', async ({ page }) => {
  await page.setContent('<!doctype html><title>x</title><style>#unseen:focus { outline: 1px dotted }</style><button id="unseen">a</button><div role="button">b</div>');
  await expect(pressByKeyboard(page, page.getByRole('button', { name: 'a' }))).rejects.toThrow('where one is can be seen');
  await expect(tabTo(page, page.getByRole('button', { name: 'b' }), 10)).rejects.toThrow('Tab does not lead to');
});
