import { expect, test, type Browser, type Page } from '@playwright/test';
import { call } from '../town/api.js';
import { publishedEvent } from '../town/events.js';
import { marksOf } from '../town/lighthouse.js';
import { measured } from '../town/measured.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { costOf, largestPaint, median, slowestAnswer, throttled, watchAnswers } from '../town/throttled.js';
import { answerTime, drawnAfter, watchDrawing } from '../town/drawing.js';
import { crowdTheDesk, emptyTheDesk } from '../town/full-desk.js';
import { browserOf } from '../town/walk.js';

const BASE = process.env.E2E_BASE_URL ?? '';
const ROUNDS = 5;

let roles: Roles;
let site: { name: string; path: string; hidden?: boolean }[];
test.beforeAll(async () => {
  roles = seedRoles();
  const event = await publishedEvent(roles, `測られる会 ${Date.now()}`, 10);
  const body = { frameId: event.frameId, name: '速水 はや', kana: 'はやみ はや', phone: '06-0000-0300', heads: 1 };
  const { ticketUrl } = (await call<{ ticketUrl: string }>('POST', `/api/events/${event.id}/applications`, { body })).body;
  site = [
    { name: 'first page', path: '/' },
    { name: 'list', path: '/events' },
    { name: 'event', path: `/events/${event.slug}` },
    { name: 'form', path: `/events/${event.slug}/apply`, hidden: true },
    { name: 'ticket', path: new URL(ticketUrl).pathname, hidden: true },
  ];
});

/** A browser that has nothing kept, on a slow line and a slow phone. */
async function slowPhone(browser: Browser, as?: string): Promise<Page> {
  const page = await (await browserOf(browser, roles, as)).newPage();
  await throttled(page);
  return page;
}

async function paintOf(browser: Browser, path: string): Promise<number> {
  const page = await slowPhone(browser);
  await page.goto(path);
  const at = await largestPaint(page);
  await page.context().close();
  return at;
}

test('U1: the pages a resident sees get 98 of Lighthouse for speed, access, practice and being found', async () => {
  test.setTimeout(600_000);
  const short: string[] = [];
  for (const { name, path, hidden = false } of site) {
    const marks = await marksOf(`${BASE}${path}`, { hidden });
    measured('U1', `Lighthouse, phone: ${name}`, '≥ 98 ×4', Object.values(marks).join(' / '));
    for (const [kind, mark] of Object.entries(marks)) if (mark < 98) short.push(`${name}: ${kind} ${mark}`);
  }
  expect(short).toEqual([]);
});

test('U2: they are drawn within 1.2 s on slow 4G and a slow phone', async ({ browser }) => {
  test.setTimeout(300_000);
  const late: string[] = [];
  for (const { name, path } of site) {
    const paints: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) paints.push(await paintOf(browser, path));
    measured('U2', `LCP, slow 4G, CPU ÷ 4: ${name}`, '≤ 1,200 ms', `${Math.round(median(paints))} ms`);
    if (median(paints) > 1_200) late.push(`${name}: ${Math.round(median(paints))} ms`);
  }
  expect(late).toEqual([]);
});

test('U2: drawing them costs at most 200 ms of CPU: with 400 ms on the line a phone four times slower stays within 1.2 s', async ({ browser }) => {
  const dear: string[] = [];
  for (const { name, path } of site) {
    const costs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browserOf(browser, roles, undefined);
      costs.push(await costOf(await context.newPage(), path));
      await context.close();
    }
    measured('U2', `CPU time of the main thread: ${name}`, '≤ 200 ms', `${Math.round(median(costs))} ms`);
    if (!(median(costs) <= 200)) dear.push(`${name}: ${Math.round(median(costs))} ms`);
  }
  expect(dear).toEqual([]);
});

test('U5: the App gets 90 of Lighthouse for speed and 100 for access', async () => {
  test.setTimeout(300_000);
  const marks = await marksOf(`${BASE}/app`, { cookie: roles.roles['A.leader']?.headers.cookie ?? '', hidden: true });
  measured('U5', 'Lighthouse, phone: the App’s first screen', 'speed ≥ 90, access 100', `${marks.performance} / ${marks.accessibility}`);
  expect(marks.performance).toBeGreaterThanOrEqual(90);
  expect(marks.accessibility).toBe(100);
});

test('U5: the App is drawn within 2.2 s, 1.0 s when it is kept, and answers every press within 200 ms', async ({ browser }) => {
  test.setTimeout(300_000);
  const [first, again, answers]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await slowPhone(browser, 'A.leader');
    await page.goto('/app', { waitUntil: 'networkidle' });
    first.push(await largestPaint(page));
    await page.goto('/app', { waitUntil: 'networkidle' });
    again.push(await largestPaint(page));
    answers.push(await usedFor(page));
    await page.context().close();
  }
  measured('U5', 'LCP of the App, slow 4G, CPU ÷ 4', '≤ 2,200 ms', `${Math.round(median(first))} ms`);
  measured('U5', 'the same, from the cache', '≤ 1,000 ms', `${Math.round(median(again))} ms`);
  measured('U5', 'INP: menu, event, event form', '≤ 200 ms', `${Math.round(median(answers))} ms`);
  expect(median(first)).toBeLessThanOrEqual(2_200);
  expect(median(again)).toBeLessThanOrEqual(1_000);
  expect(median(answers)).toBeLessThanOrEqual(200);
});

/** Goes about as a leader does; the slowest answer to a press or a key. */
async function usedFor(page: Page): Promise<number> {
  await watchAnswers(page);
  await page.getByRole('link', { name: '行事', exact: true }).filter({ visible: true }).click();
  await page.getByRole('heading', { level: 1, name: '行事' }).waitFor();
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.getByRole('link', { name: 'ホーム', exact: true }).filter({ visible: true }).click();
  await page.getByRole('link', { name: '新しく作る' }).filter({ visible: true }).first().click();
  await page.getByLabel(/^行事の名前/).pressSequentially('靱公園の会', { delay: 50 });
  await page.getByRole('radio').first().click();
  const { slowest, count } = await slowestAnswer(page);
  expect(count, 'presses and keys were seen').toBeGreaterThan(5);
  return slowest;
}

test('U15: with 10,000 cases on the desk its first page comes within 300 ms, and what is pressed is drawn within 400', async ({ browser }) => {
  test.setTimeout(300_000);
  const planted = await crowdTheDesk(roles, 10_000);
  const context = await browserOf(browser, roles, 'A.approver');
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await watchDrawing(page);
  const link = (name: string) => page.getByRole('link', { name }).filter({ visible: true }).first();
  const list = (status: string) => page.getByRole('region', { name: status });
  const [asked, drawn, chosen]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto('/app', { waitUntil: 'networkidle' });
    asked.push(await answerTime(page, '/api/approvals?status=pending&page=1'));
    drawn.push(await drawnAfter(page, () => link('受付箱').click(), list('審査待ち').getByText('10,0')));
    chosen.push(await drawnAfter(page, () => link('承認済').click(), list('承認済')));
    chosen.push(await drawnAfter(page, () => link('審査待ち').click(), list('審査待ち').getByText('10,0')));
  }
  await context.close();
  await emptyTheDesk(planted);
  measured('U15', 'the desk with 10,000 cases, first page: the server', '≤ 300 ms', `${Math.round(median(asked))} ms`);
  measured('U15', 'the desk opened, until all of it is drawn', '≤ 400 ms', `${Math.round(median(drawn))} ms`);
  measured('U15', 'another status chosen, slowest', '≤ 400 ms', `${Math.round(Math.max(...chosen))} ms`);
  expect(median(asked)).toBeLessThanOrEqual(300);
  // 300 for the server and 100 for drawing.
  expect(median(drawn)).toBeLessThanOrEqual(400);
  expect(Math.max(...chosen)).toBeLessThanOrEqual(400);
});
