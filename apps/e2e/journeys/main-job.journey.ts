import { expect, test, type Browser } from '@playwright/test';
import { call } from '../town/api.js';
import { apply, fillIn, send, type Applicant } from '../town/applying.js';
import { fiscalYearOf, inDays, type Day } from '../town/days.js';
import { publish, soon, type PublishedEvent } from '../town/events.js';
import { linkIn, mailTo } from '../town/mail.js';
import { calendarEntryOf, qrSays, sheetOf } from '../town/papers.js';
import { shoot } from '../town/shots.js';
import { register, signIn } from '../town/sign-in.js';
import { Someone } from '../town/someone.js';
import { sql } from '../town/sql.js';
import { correctMeetingPlace, writeConcert } from '../town/wizard.js';

const CAPACITY = 3;

/** What the steps hand on to one another. */
interface Story {
  browser: Browser;
  title: string;
  day: Day;
  id: string;
  slug: string;
  chair: Someone;
  staff: Someone;
  approver: Someone;
  hanako: Applicant;
  jiro: Applicant;
  saburo: Applicant;
}

/** A concert of its own for each run, so that runs on one town don't meet. */
async function begin(browser: Browser): Promise<Story> {
  const [row] = await sql<{ n: number }>("select count(*)::int + 1 as n from events.event where title like '靱公園バラ園コンサート 第%'");
  const n = row?.n ?? 1;
  const someone = (name: string, kana: string, letters: string, heads: number): Applicant => ({ name, kana, email: `${letters}-${n}@example.jp`, heads });
  return {
    browser,
    title: `靱公園バラ園コンサート 第${n}回`,
    day: inDays(12),
    id: '',
    slug: '',
    chair: await Someone.at(browser),
    staff: await Someone.at(browser),
    approver: await Someone.at(browser),
    hanako: someone('山田 はな子', 'やまだ はなこ', 'hanako', 2),
    jiro: someone('鈴木 次郎', 'すずき じろう', 'jiro', 1),
    saburo: someone('北村 三郎', 'きたむら さぶろう', 'saburo', 1),
  };
}

test('the main job: from the chair’s idea to the ward’s figures', async ({ browser }) => {
  test.setTimeout(300_000);
  const story = await begin(browser);
  await test.step('1 the chair schedules the concert and hands it in', () => schedule(story));
  await test.step('2 the ward returns it, then approves it; it is published', () => decide(story));
  await test.step('3 a resident without scripts and account applies', () => findAndApply(story));
  await test.step('4 a volunteer takes a shift', () => volunteer(story));
  await test.step('5 and 6 full, waiting, cancelled, promoted', () => waitAndMoveUp(story));
  await test.step('7 the chair receives people at the door, 8 the ward counts them', () => receiveAndCount(story));
});

async function schedule(story: Story): Promise<void> {
  const { chair, title, day } = story;
  await signIn(chair, 'chair@example.jp', '/app/events/new');
  await writeConcert(chair, { title, day, capacity: CAPACITY });
  await shoot(chair.page, '01-answers');
  await chair.press(chair.button('区に申請する'));
  await chair.sees('申請しました');
  await shoot(chair.page, '02-handed-in');
  const [event] = await sql<{ id: string; slug: string }>('select id, slug from events.event where title = $1', [title]);
  story.id = event?.id ?? '';
  story.slug = event?.slug ?? '';
}

async function decide(story: Story): Promise<void> {
  const { staff, chair, approver, title, id, slug } = story;
  const since = new Date();
  await signIn(staff, 'staff@example.jp', '/app/desk');
  await expect(staff.link(title)).toBeVisible();
  await shoot(staff.page, '03-desk');
  await staff.press(staff.link(title));
  await staff.write(staff.box('主催へのひとこと'), '救護の集まる場所を書いてください。');
  await staff.press(staff.button('差し戻す'));
  await expect(staff.page.getByRole('heading', { name: '差し戻しました' })).toBeVisible();
  await shoot(staff.page, '04-returned');

  const letter = await mailTo('chair@example.jp', `直していただきたいところがあります：${title}`, { since });
  await chair.page.goto(linkIn(letter, '/app/'));
  await expect(chair.page.getByText('救護の集まる場所を書いてください。').first()).toBeVisible();
  await shoot(chair.page, '05-hub-returned');
  await chair.press(chair.link('直しはじめる').first());
  await correctMeetingPlace(chair, '救護', '本部テント');
  await chair.press(chair.button('区に申請する'));
  await chair.sees('申請しました');

  await signIn(approver, 'approver@example.jp', '/app/desk');
  const presses = await approver.pressesFor(async () => {
    await approver.press(approver.link(title));
    await expect(approver.page.getByText('本部テント')).toBeVisible();
    await expect(approver.button('変わったところ 1'), 'only what was corrected is marked').toBeVisible();
    await expect(approver.button('承認する')).toBeVisible();
    await shoot(approver.page, '06-case');
    await approver.press(approver.button('承認する'));
  });
  expect(presses, 'presses to approve one clean application: open, approve').toBeLessThanOrEqual(2);
  await expect(approver.page.getByRole('status').filter({ hasText: '承認しました' })).toBeVisible();
  expect((await fetch(`${process.env.E2E_BASE_URL ?? ''}/events/${slug}`)).status, 'nothing public before publication').toBe(404);

  await chair.page.goto(`/app/events/${id}`);
  await chair.press(chair.link('公開へすすむ'));
  await chair.press(chair.button('公開する'));
  await chair.press(chair.button('はい、公開する'));
  await expect(chair.page.getByRole('status').filter({ hasText: '公開中です' })).toBeVisible();
  await shoot(chair.page, '07-published');
}

async function findAndApply({ browser, title, slug, day, hanako }: Story): Promise<void> {
  const resident = await Someone.at(browser, { scripts: false });
  await resident.page.goto('/');
  await shoot(resident.page, '08-home');
  await resident.write(resident.page.getByLabel('行事をさがす', { exact: true }), title);
  await resident.page.keyboard.press('Enter');
  const fromHome = await resident.pressesFor(async () => {
    await resident.press(resident.link(title));
    await resident.sees(title);
    await shoot(resident.page, '09-event');
    await resident.press(resident.link('申し込む'));
    await fillIn(resident, hanako);
    await shoot(resident.page, '10-apply');
    expect(await resident.pressesFor(() => send(resident)), 'presses from the form').toBe(1);
  });
  expect(fromHome, 'presses from the first page').toBeLessThanOrEqual(3);
  await resident.sees('申し込みました');
  await expect(resident.page.getByText(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)).toBeVisible();
  await shoot(resident.page, '11-done');

  const ticket = await resident.link('切符を開く').getAttribute('href');
  const letter = await mailTo(hanako.email, `申し込みました：${title}`);
  expect(linkIn(letter, '/t/')).toBe(ticket);
  const qr = resident.page.getByRole('img', { name: /^受付で見せるQRコード/ });
  expect(await qrSays(qr, new URL(ticket ?? '', resident.page.url()).href), 'the QR code leads to the ticket').toBe(true);
  expect(letter.text).toMatch(new RegExp(`日時：${day.month}月${day.day}日.*10時〜13時`));
  expect(letter.text).toContain('場所：靱公園 バラ園');
  const entry = calendarEntryOf(letter);
  expect(entry.start.toISOString()).toBe(new Date(`${day.iso}T10:00:00+09:00`).toISOString());
  expect(String(entry.location)).toContain('靱公園 バラ園');
  expect(String(entry.summary)).toContain(title);

  await resident.press(resident.link('切符を開く'));
  await resident.sees(title);
  await shoot(resident.page, '12-ticket');
  expect(slug).not.toBe('');
  await resident.leave();
}

async function volunteer({ browser, title, day, id }: Story): Promise<void> {
  const helper = await Someone.at(browser);
  const email = `tetsudai-${id.slice(-8)}@example.jp`;
  await register(helper, { name: '田中 てつ', kana: 'たなか てつ', email });
  await helper.page.goto('/me');
  await helper.press(helper.button('出る（ログアウト）'));

  await signIn(helper, email, '/volunteer');
  await helper.sees('入れる当番');
  await shoot(helper.page, '13-free-shifts');
  const mine = helper.page.getByRole('listitem').filter({ hasText: title }).filter({ hasText: '救護' });
  await expect(mine).toContainText('本部テント');
  const presses = await helper.pressesFor(async () => {
    await helper.press(mine.getByRole('link', { name: /救護：\s*この当番に入る$/ }));
    await helper.sees('救護');
    await helper.press(helper.button('この当番に入る'));
  });
  expect(presses, 'presses after signing in').toBeLessThanOrEqual(2);
  await helper.sees('当番に入りました');
  await shoot(helper.page, '14-shift-taken');

  const letter = await mailTo(email, '当番に入りました：救護');
  expect(letter.text).toMatch(new RegExp(`${day.month}月${day.day}日.*10時〜13時`));
  expect(letter.text).toContain('本部テント');
  const entry = calendarEntryOf(letter);
  expect(entry.start.toISOString()).toBe(new Date(`${day.iso}T10:00:00+09:00`).toISOString());
  expect(String(entry.location)).toContain('靱公園 バラ園');
  await helper.leave();
}

async function waitAndMoveUp(story: Story): Promise<void> {
  const { browser, chair, title, slug, id, hanako, jiro, saburo } = story;
  const resident = await Someone.at(browser, { scripts: false });
  await apply(resident, slug, jiro);
  await resident.sees('申し込みました');

  await resident.page.goto(`/events/${slug}`);
  await resident.press(resident.link('キャンセル待ちに入る'));
  await fillIn(resident, saburo);
  await send(resident, 'キャンセル待ちに入る');
  await expect(resident.page.getByText('あなたは1番目です')).toBeVisible();
  await shoot(resident.page, '15-waitlisted');
  await mailTo(saburo.email, `キャンセル待ち1番目です：${title}`);

  const link = linkIn(await mailTo(hanako.email, `申し込みました：${title}`), '/t/');
  await resident.page.goto(link);
  const presses = await resident.pressesFor(async () => {
    await resident.press(resident.link('来られなくなった'));
    await resident.sees('申込を取り消しますか');
    await shoot(resident.page, '16-cancel');
    await resident.press(resident.button('取り消す'));
  });
  expect(1 + presses, 'presses to cancel, with the link').toBeLessThanOrEqual(3);
  await expect(resident.page.getByRole('status').filter({ hasText: '取り消しました' })).toBeVisible();
  await shoot(resident.page, '17-cancelled');
  await mailTo(hanako.email, `取り消しました：${title}`);
  await resident.leave();

  await chair.page.goto(`/app/events/${id}/people`);
  await expect(chair.page.getByRole('heading', { name: 'キャンセル待ち 1件' })).toBeVisible();
  await shoot(chair.page, '18-people');
  const promotion = await chair.pressesFor(() => chair.press(chair.button(/北村 三郎.*繰り上げる/)));
  expect(promotion, 'presses to move the first in line up').toBe(1);
  await expect(chair.page.getByRole('heading', { name: '参加する人 2件（2人）' })).toBeVisible();
  await shoot(chair.page, '19-promoted');
  await mailTo(saburo.email, `席が空きました。参加できます：${title}`);
  expect(await sql('select places_taken, waiting from events.frame where event_id = $1', [id])).toEqual([{ places_taken: 2, waiting: 0 }]);
}

/** An event of the chair that begins in half an hour, with two people who applied. */
async function todaysEvent({ chair, approver, id, title }: Story): Promise<{ event: PublishedEvent; name: string; day: string; tickets: string[] }> {
  const [row] = await sql<{ organisation_id: string }>('select organisation_id from events.event where id = $1', [id]);
  const name = title.replace('コンサート', 'あさの体操');
  const { startsAt, endsAt } = soon();
  const hosts = { leader: await chair.cookie(), approver: await approver.cookie(), organisationId: row?.organisation_id ?? '' };
  const event = await publish(hosts, { title: name, kana: 'あさのたいそう', capacity: 20, startsAt, endsAt });
  const tickets: string[] = [];
  for (const [person, kana, heads] of [['井上 光子', 'いのうえ みつこ', 2], ['渡辺 一', 'わたなべ はじめ', 1]] as const) {
    const body = { frameId: event.frameId, name: person, kana, phone: '06-0000-0300', heads };
    const answer = await call<{ ticketUrl: string }>('POST', `/api/events/${event.id}/applications`, { body });
    tickets.push(new URL(answer.body.ticketUrl).pathname);
  }
  const day = new Date(startsAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
  return { event, name, day, tickets };
}

async function receiveAndCount(story: Story): Promise<void> {
  const { chair } = story;
  const today = await todaysEvent(story);
  const here = () => sql<{ heads: number }>("select heads from attendance.attendance_record where event_id = $1 and status = 'present' order by heads", [today.event.id]);

  await chair.page.goto(today.tickets[0] ?? '');
  const receive = chair.page.getByRole('region', { name: '受付係の方へ' }).getByRole('button', { name: '受付する' });
  await expect(receive).toBeVisible();
  await shoot(chair.page, '20-ticket-at-door');
  expect(await here(), 'opening the ticket changed nothing').toEqual([]);
  expect(await sql('select 1 from attendance.check_in_operation where event_id = $1', [today.event.id])).toEqual([]);
  expect(await receive.evaluate((button) => (button as HTMLButtonElement).form?.method)).toBe('post');
  await chair.press(receive);
  await chair.sees('受付しました');
  await shoot(chair.page, '21-received');
  expect(await here()).toEqual([{ heads: 2 }]);

  await chair.press(chair.link('当日の名簿を開く'));
  await chair.sees('当日の受付');
  await chair.write(chair.page.getByLabel('ふりがな・申込番号でさがす'), 'わたなべ');
  await expect(chair.page.getByRole('status').filter({ hasText: '2件のうち 1件' })).toBeVisible();
  await shoot(chair.page, '22-door-list');
  await chair.press(chair.button(/渡辺 一.*受付する/));
  await expect(chair.button(/渡辺 一.*取り消す/)).toBeVisible();
  await shoot(chair.page, '23-ticked');
  await expect.poll(here).toEqual([{ heads: 1 }, { heads: 2 }]);
  await count(story, today);
}

/** The year's figures on the screen and in the Excel file, against the rows themselves. */
async function count({ staff }: Story, today: { event: PublishedEvent; name: string; day: string }): Promise<void> {
  const year = fiscalYearOf(today.day);
  const counted = `select event.number, event.area_id, area.name as area from events.event event join associations.area area on area.id = event.area_id where event.id = $1`;
  const [event] = await sql<{ number: string; area_id: string; area: string }>(counted, [today.event.id]);
  const eventsOf = `select count(*)::int as n from events.event where state in ('published', 'awaiting-report', 'reported', 'closed')
    and starts_at >= ($1 || '-04-01T00:00:00+09:00')::timestamptz and starts_at < ($2 || '-04-01T00:00:00+09:00')::timestamptz`;
  const years = [String(year), String(year + 1)];
  const [all] = await sql<{ n: number }>(eventsOf, years);
  const [inArea] = await sql<{ n: number }>(`${eventsOf} and area_id = $3`, [...years, event?.area_id]);

  await staff.page.goto('/app/stats');
  await staff.pick(staff.box('年度'), String(year));
  const row = staff.page.getByRole('row', { name: today.name });
  await expect(row.getByRole('cell').nth(3)).toHaveText('3');
  await expect(staff.page.getByText(new RegExp(`行事 ${all?.n}件`))).toBeVisible();
  await shoot(staff.page, '24-figures');
  await staff.pick(staff.box('地域'), event?.area ?? '');
  await expect(staff.page.getByText(new RegExp(`行事 ${inArea?.n}件`))).toBeVisible();
  await shoot(staff.page, '25-figures-area');
  await staff.pick(staff.box('地域'), '区ぜんたい');
  await expect(staff.page.getByText(new RegExp(`行事 ${all?.n}件`))).toBeVisible();

  const [download] = await Promise.all([staff.page.waitForEvent('download'), staff.press(staff.link('Excelで受け取る'))]);
  expect(download.suggestedFilename()).toMatch(/^参加状況_.*\.xlsx$/);
  const path = await download.path();
  const byEvent = await sheetOf(path, '行事別');
  expect(byEvent.find((line) => line['行事番号'] === event?.number)).toMatchObject({ 行事名: today.name, 申込人数: 3, 参加人数: 3 });
  const byArea = await sheetOf(path, '地域別');
  expect(byArea.find((line) => line['地域'] === event?.area)).toMatchObject({ 行事数: inArea?.n });
  expect(byArea.at(-1)).toMatchObject({ 地域: '合計', 行事数: all?.n });
}
