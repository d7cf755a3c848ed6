import { createHmac } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { call } from './api.js';
import { inDays } from './days.js';
import { hostsOf, publish } from './events.js';
import { linkIn, mailTo } from './mail.js';
import type { PageSeen } from './pages.js';
import type { Roles } from './roles.js';
import { sql } from './sql.js';

/** Pages that only a link in a letter opens, each as its reader finds it: with its question, and once it is answered. */
export async function pagesByLetter(roles: Roles): Promise<PageSeen[]> {
  const duty = await askedAgain(roles);
  const optOut = `/opt-out/${signed('opt-out', roles.roles['A.volunteer']?.personId ?? '', '.')}`;
  return [
    { route: '/sign-in/code', path: '/sign-in', then: (page) => askForCode(page) },
    { route: '/sign-in/link/:token', path: '/register', then: openOwnLink },
    { route: '/sign-in/link/:token', path: await linkAskedElsewhere() },
    { route: '/invitation/:token', path: await invitation(roles) },
    { route: '/opt-out/:token', path: optOut },
    { route: '/opt-out/:token', path: optOut, then: pressAndBack },
    { route: '/d/:id/:token', path: duty },
    { route: '/d/:id/:token', path: duty, then: pressAndBack },
  ];
}

/** A link as the product signs it (`Secrets` of libs/platform): letters about another day and reminders wait for the morning, a round does not. */
function signed(purpose: string, id: string, between: string): string {
  return `${id}${between}${createHmac('sha256', process.env.APP_SECRET ?? '').update(`${purpose}\n${id}`).digest('base64url')}`;
}

/** A new address each time: the entrance counts how often one is asked for. */
const somebody = (): string => `by-letter-${Date.now()}-${Math.random().toString(36).slice(2, 8)}@example.jp`;

async function askForCode(page: Page, email = somebody()): Promise<void> {
  await page.locator('main [name=email]').fill(email);
  await page.locator('main form:has([name=email]) button').click();
  await expect(page).toHaveURL(/\/sign-in\/code/);
}

/** The link in the browser that asked: a button to go in by. Somebody new gets one; who has no account and does not register gets none. */
async function openOwnLink(page: Page): Promise<void> {
  const email = somebody();
  await page.locator('main [name=name]').fill('南 はじめ');
  await page.locator('main [name=kana]').fill('みなみ はじめ');
  await askForCode(page, email);
  await page.goto(linkIn(await mailTo(email, /\d{6}/), '/sign-in/link/'));
  await expect(page.locator('main form[action^="/sign-in/link/"]')).toBeVisible();
}

/** The link of somebody who asked at another machine: the number to type there. */
async function linkAskedElsewhere(): Promise<string> {
  const email = somebody();
  await call('POST', '/api/accounts', { body: { name: '南 はじめ', kana: 'みなみ はじめ', email } });
  return linkIn(await mailTo(email, /\d{6}/), '/sign-in/link/');
}

async function invitation({ roles, organisations }: Roles): Promise<string> {
  const email = somebody();
  await call('POST', `/api/organisations/${organisations[0]?.id ?? ''}/invitations`, { cookie: roles['A.leader']?.headers.cookie ?? '', body: { email, role: 'council-officer', title: '副会長' } });
  return linkIn(await mailTo(email, 'お引き受けください'), '/invitation/');
}

/** A duty of an event that was put off, whose volunteer is asked whether they still come. */
async function askedAgain(roles: Roles): Promise<string> {
  const hosts = hostsOf(roles);
  const [day, other] = [inDays(21).iso, inDays(28).iso];
  const event = await publish(hosts, { title: `雨でのばす会 ${Date.now()}`, capacity: 10, rain: 'postponed', duties: [{ key: 'desk', duty: '受付', place: null, startsAt: `${day}T15:00:00+09:00`, endsAt: `${day}T16:00:00+09:00`, people: 2, note: null }] });
  let shift: { id: string } | undefined;
  await expect.poll(async () => ([shift] = await sql<{ id: string }>('select id from rosters.shift where event_id = $1', [event.id])).length, { message: 'the duty can be taken' }).toBe(1);
  const cookie = roles.roles['A.volunteer']?.headers.cookie ?? '';
  const { body } = await call<{ id: string }>('POST', `/api/shifts/${shift?.id ?? ''}/assignments`, { cookie, body: {} });
  const { status } = await call('POST', `/api/events/${event.id}/postponement`, { cookie: hosts.leader, body: { reason: '雨の予報のため', cause: 'rain', day: other, startsAt: `${day}T01:00:00.000Z` } });
  expect(status, 'put off').toBeLessThan(300);
  return `/d/${signed('duty', body.id, '/')}`;
}

/** Answers, and looks at what is said then. */
async function pressAndBack(page: Page): Promise<void> {
  const before = page.url();
  await page.locator('main form button').first().click();
  await page.waitForLoadState();
  expect(new URL(page.url()).pathname).toBe(new URL(before).pathname);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
