import { expect, test } from '@playwright/test';
import { call } from '../town/api.js';
import { fillIn, send } from '../town/applying.js';
import { hostsOf, publish, publishedEvent, soon, weeklyEvent } from '../town/events.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { signIn } from '../town/sign-in.js';
import { signedIn } from '../town/signed-in.js';
import { Someone } from '../town/someone.js';
import { sql } from '../town/sql.js';

/** How many presses each thing may take; typing and choosing from a list is not counted. The main job counts approving, cancelling, taking a duty and moving up. */
let roles: Roles;
test.beforeAll(() => {
  roles = seedRoles();
});

const mailOf = (role: string): string => roles.roles[role]?.email ?? '';

test('from the code on a poster to an application: 2', async ({ browser }) => {
  const event = await publishedEvent(roles, `ポスターから ${Date.now()}`, 10);
  const [row] = await sql<{ code: string }>('select short_code as code from events.event where id = $1', [event.id]);
  const who = await Someone.at(browser, { scripts: false });
  await who.page.goto(`/q/${row?.code ?? ''}`);
  const presses = await who.pressesFor(async () => {
    await who.press(who.link('申し込む'));
    await fillIn(who, { name: '旗 みる', kana: 'はた みる', email: `poster-${Date.now()}@example.jp`, heads: 1 });
    await send(who);
  });
  expect(presses).toBeLessThanOrEqual(2);
  await who.sees('申し込みました');
});

test('signing in by mail: 2', async ({ browser }) => {
  const who = await Someone.at(browser);
  expect(await who.pressesFor(() => signIn(who, mailOf('A.volunteer'), '/me'))).toBeLessThanOrEqual(2);
  await who.sees('わたしの予定');
});

test('receiving somebody: 1 from the code on their ticket, 2 by name', async ({ browser }) => {
  const event = await publish(hostsOf(roles), { title: `受付の数 ${Date.now()}`, capacity: 5, ...soon() });
  const apply = (name: string, kana: string) =>
    call<{ ticketUrl: string }>('POST', `/api/events/${event.id}/applications`, {
      body: { frameId: event.frameId, name, kana, phone: '06-0000-0300', heads: 1 },
    });
  const { ticketUrl } = (await apply('切符 もち', 'きっぷ もち')).body;
  await apply('名前 だけ', 'なまえ だけ');
  const here = () => sql("select 1 as one from attendance.attendance_record where event_id = $1 and status = 'present'", [event.id]);
  const who = await Someone.at(browser);
  await signIn(who, mailOf('A.leader'), `/app/events/${event.id}/day`);
  const byName = await who.pressesFor(async () => {
    await who.write(who.page.getByLabel('ふりがな・申込番号でさがす'), 'なまえ');
    await who.press(who.button(/名前 だけ.*受付する/));
  });
  expect(byName).toBeLessThanOrEqual(2);
  await expect.poll(here).toHaveLength(1);
  await who.page.goto(new URL(ticketUrl).pathname);
  expect(await who.pressesFor(() => who.press(who.button('受付する')))).toBe(1);
  await who.sees('受付しました');
  expect(await here()).toHaveLength(2);
});

test('accepting somebody from home, where the host chooses: 2; taking it back: 1', async ({ browser }) => {
  const event = await publishedEvent(roles, `選ぶ会 ${Date.now()}`, 5, { chosen: true });
  await call('POST', `/api/events/${event.id}/applications`, { body: { frameId: event.frameId, name: '選 ばれる', kana: 'せん ばれる', phone: '06-0000-0301', heads: 1 } });
  const status = async () => (await sql<{ status: string }>('select status from events.application where event_id = $1', [event.id]))[0]?.status;
  const who = await Someone.at(browser);
  await signIn(who, mailOf('A.leader'), '/app');
  const accepting = await who.pressesFor(async () => {
    await who.press(who.page.locator(`a[href$="/events/${event.id}/people"]`).first());
    await who.press(who.button(/選 ばれる.*受け入れる/));
  });
  expect(accepting).toBeLessThanOrEqual(2);
  await expect(who.page.getByRole('heading', { name: '1組を受け入れました' })).toBeVisible();
  expect(await status()).toBe('confirmed');
  expect(await who.pressesFor(() => who.press(who.button('お返事を取り消す').first()))).toBe(1);
  await expect.poll(status).toBe('applied');
});

test('the figures as an Excel file: 2; a poster: 2; a list of events made drafts: 2 and the file; an event held again: 8 until the ward has it', async ({ browser }) => {
  const event = await publishedEvent(roles, `刷る会 ${Date.now()}`, 10);
  const who = await Someone.at(browser);
  await signIn(who, mailOf('A.leader'), '/app');
  const excel = await who.pressesFor(async () => {
    await who.press(who.link('集計').filter({ visible: true }));
    const [download] = await Promise.all([who.page.waitForEvent('download'), who.press(who.link('Excelで受け取る'))]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });
  expect(excel).toBeLessThanOrEqual(2);
  await who.page.goto(`/app/events/${event.id}`);
  const poster = await who.pressesFor(async () => {
    await who.press(who.link('印刷する'));
    await who.press(who.link('ポスター'));
  });
  expect(poster).toBeLessThanOrEqual(2);
  await expect(who.page).toHaveURL(/\/print\/events\/[\w-]+\/poster$/);
  await expect(who.page.getByRole('heading', { level: 1, name: /刷る会/ })).toBeVisible();
  await who.page.goto('/app/events');
  const list = Buffer.from(`NO,イベント名,開始日,開始時間,終了時間\r\n1,取りこむ会 ${Date.now()},2027-01-10,10:00,12:00\r\n2,,,,\r\n`);
  const taken = await who.pressesFor(async () => {
    await who.press(who.link('CSVから取りこむ'));
    await who.page.getByLabel('CSVファイル').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: list });
    await expect(who.page.getByText('イベント名：イベント名がありません。')).toBeVisible();
    await who.press(who.button('1件を下書きにする'));
  });
  expect(taken).toBeLessThanOrEqual(2);
  await expect(who.page.getByRole('heading', { name: '1件を下書きにしました' })).toBeVisible();
  // 去年の行事をもう一度: from the first page until the ward has it.
  await who.page.goto('/app');
  const again = await who.pressesFor(async () => {
    await who.press(who.link('行事').filter({ visible: true }));
    // The page before names the event too, and leads elsewhere with it.
    await who.sees(/^行事$/u);
    await who.press(who.link(/刷る会/).first());
    await who.press(who.link('もう一度ひらく'));
    await expect(who.page.getByRole('heading', { name: '前とかわるところ' })).toBeVisible();
    await who.press(who.button('この内容で下書きにする'));
    await who.press(who.button('区に申請する'));
  });
  expect(again).toBeLessThanOrEqual(8);
  await who.sees('申請しました');
});

test('a series held again: 8 until the ward has it, and nothing is written', async ({ browser }) => {
  const title = `毎週の会 ${Date.now()}`;
  await weeklyEvent(roles, title);
  const who = await signedIn(browser, roles, 'A.leader');
  await who.page.goto('/app');
  const again = await who.pressesFor(async () => {
    await who.press(who.link('行事').filter({ visible: true }));
    // The page before names the event too, and leads elsewhere with it.
    await who.sees(/^行事$/u);
    await who.press(who.link(new RegExp(title)).first());
    await who.press(who.link('もう一度ひらく'));
    await expect(who.page.getByText('くりかえし').first()).toBeVisible();
    await who.press(who.button('この内容で下書きにする'));
    await who.press(who.button('区に申請する'));
  });
  expect(again).toBeLessThanOrEqual(8);
  await who.sees('申請しました');
});
