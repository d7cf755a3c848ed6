import { expect, type Page } from '@playwright/test';
import { call } from './api.js';
import { approve, hostsOf, publish, soon } from './events.js';
import type { PageSeen } from './pages.js';
import type { Roles } from './roles.js';
import { sql } from './sql.js';

/** What there is to see when it is not the usual case, in any language: boxes and buttons are found by what they are. */
export async function statesOf(roles: Roles): Promise<PageSeen[]> {
  const hosts = hostsOf(roles);
  const [full, called, door, late, freed, empty, approved] = await Promise.all([
    publish(hosts, { title: `満員の会 ${Date.now()}`, capacity: 1 }),
    publish(hosts, { title: `中止の会 ${Date.now()}`, capacity: 5 }),
    publish(hosts, { title: `受付の会 ${Date.now()}`, capacity: 5, ...soon() }),
    publish(hosts, { title: `直前の会 ${Date.now()}`, capacity: 1, ...soon() }),
    publish(hosts, { title: `空いた会 ${Date.now()}`, capacity: 1 }),
    publish(hosts, { title: `だれもいない会 ${Date.now()}`, capacity: 5 }),
    approve(hosts, { title: `公開まえの会 ${Date.now()}`, capacity: 5 }),
  ]);
  const ticketOf = async ({ id, frameId }: { id: string; frameId: string }, kana: string): Promise<string> => {
    const body = { frameId, name: kana, kana, phone: '06-0000-0300', heads: 1 };
    return new URL((await call<{ ticketUrl: string }>('POST', `/api/events/${id}/applications`, { body })).body.ticketUrl).pathname;
  };
  await ticketOf(full, 'さき');
  await ticketOf(late, 'さき');
  const freedFirst = await ticketOf(freed, 'さき');
  const tickets = {
    waiting: await ticketOf(full, 'あと'),
    called: await ticketOf(called, 'なか'),
    given: await ticketOf(empty, 'やめた'),
    door: await ticketOf(door, 'うけ'),
    late: await ticketOf(late, 'あと'),
    declined: await ticketOf(freed, 'ことわる'),
    offered: await ticketOf(freed, 'きかれる'),
  };
  await call('POST', `/api/events/${called.id}/cancellation`, { cookie: hosts.leader, body: { reason: '台風が来るため' } });
  for (const path of [tickets.given, freedFirst, tickets.declined]) await call('POST', `/api/tickets/${path.split('/').at(-1) ?? ''}/cancellation`, { body: {} });
  const toCall = () => sql(`select 1 as one from notifications.delivery where event_id = $1 and kind = 'application-offered' and state = 'no-channel'`, [freed.id]);
  await expect.poll(toCall, { timeout: 20_000 }).not.toHaveLength(0);
  return [
    ...ofSite(roles, { full: full.slug, called: called.slug, late: late.slug, open: empty.slug }, tickets),
    ...ofDoor(tickets.door),
    { route: '/app/events/$id/messages, somebody to ask', path: `/app/events/${freed.id}/messages`, as: 'A.leader' },
    { route: '/app/events/$id/people, somebody asked', path: `/app/events/${freed.id}/people`, as: 'A.leader' },
    ...ofApp(roles, empty.id, approved.id),
    ...ofServer(roles, empty.id),
  ];
}

const press = (page: Page, nth = 0): Promise<void> => page.locator('main form:not([data-passkey])').last().locator('button').nth(nth).click();
const seen = (page: Page, selector: string): Promise<void> => expect(page.locator(selector).first()).toBeVisible({ timeout: 20_000 });

type Slugs = Readonly<Record<'full' | 'called' | 'late' | 'open', string>>;
type Tickets = Readonly<Record<'waiting' | 'called' | 'given' | 'late' | 'offered' | 'declined', string>>;

function ofSite(roles: Roles, slugs: Slugs, tickets: Tickets): PageSeen[] {
  const plain = [
    `/events/${slugs.full}`,
    `/events/${slugs.full}/apply`,
    `/events/${slugs.called}`,
    `/events/${roles.events['closed']?.slug ?? ''}`,
    tickets.waiting,
    tickets.called,
    tickets.given,
    `/events/${slugs.late}`,
    `/events/${slugs.late}/apply`,
    tickets.late,
    tickets.offered,
    `${tickets.offered}/cancel`,
    tickets.declined,
  ];
  const refused = async (page: Page): Promise<void> => {
    await press(page);
    await seen(page, '[aria-invalid=true]');
  };
  return [
    ...[...plain, '/display?saved=1', '/sign-in/link/gone', '/invitation/gone', '/opt-out/gone', '/t/gone'].map((path) => ({ route: path, path })),
    { route: '/me, nothing yet', path: '/me', as: 'B.member' },
    ...[`/events/${slugs.open}/apply`, '/sign-in', '/register', '/lost-ticket'].map((path) => ({ route: `${path}, refused`, path, then: refused })),
    { route: '/events/:slug/apply/check', path: `/events/${slugs.open}/apply`, then: checkAnswers },
    { route: '/sign-in/code', path: '/sign-in', then: askCode },
    { route: '/sign-in/code, wrong', path: '/sign-in', then: wrongCode },
    ...['/', '/events', `/events/${slugs.open}`, `/events/${slugs.open}/apply`, '/volunteer'].map((path) => ({
      route: `${path}, high contrast and readings`,
      path,
      then: strong,
    })),
  ];
}

async function checkAnswers(page: Page): Promise<void> {
  await page.locator('[name=name]').fill('堀江 健二');
  await page.locator('[name=kana]').fill('ほりえ けんじ');
  await page.locator('[name=phone]').fill('06-0000-0301');
  await page.locator('button[formaction$=check]').click();
  await expect(page).toHaveURL(/\/apply\/check$/);
}

async function askCode(page: Page): Promise<void> {
  await page.locator('main [name=email]').fill(`matrix-${Date.now()}@example.jp`);
  await press(page);
  await expect(page).toHaveURL(/\/sign-in\/code/);
}

async function wrongCode(page: Page): Promise<void> {
  await askCode(page);
  await page.locator('main [name=code]').fill('000000');
  await page.locator('main form').first().locator('button').click();
  await seen(page, '[aria-invalid=true]');
}

async function strong(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.setAttribute('data-contrast', 'high');
    document.documentElement.setAttribute('data-furigana', 'on');
  });
}

/** The ticket as the reception sees it: to be received, received, taken back. */
function ofDoor(ticket: string): PageSeen[] {
  const receive = (page: Page): Promise<void> => page.locator('form[action$="/check-in"] button').click();
  const back = (page: Page): Promise<void> => page.locator('form[action$="/check-in-undo"] button').first().click();
  return [
    { route: '/t/:token at the door', path: ticket, as: 'A.leader' },
    {
      route: '/t/:token received, then taken back',
      path: ticket,
      as: 'A.leader',
      then: async (page) => {
        await receive(page);
        await seen(page, '.flash');
        await back(page);
        await seen(page, '.flash.warn');
        await receive(page);
        await seen(page, '.flash:not(.warn)');
        await page.goto(ticket);
        await back(page);
        await seen(page, '.flash.warn');
      },
    },
  ];
}

function ofApp(roles: Roles, empty: string, approved: string): PageSeen[] {
  const draft = roles.events['draft']?.id ?? '';
  const leader = (route: string, path: string, then?: PageSeen['then']): PageSeen => ({
    route: `/app${route}`,
    path: `/app${path}`,
    as: 'A.leader',
    ...(then ? { then } : {}),
  });
  const refused = async (page: Page): Promise<void> => {
    await press(page, -1);
    await seen(page, '[aria-invalid=true]');
  };
  return [
    ...['people', 'shifts', 'messages', 'day'].map((rest) => leader(`/events/$id/${rest}, nobody yet`, `/events/${empty}/${rest}`)),
    ...Object.entries(roles.events).map(([state, { id }]) => leader(`/events/$id, ${state}`, `/events/${id}`)),
    leader('/stats, nothing', '/stats?year=2020'),
    leader('/desk, not allowed', '/desk'),
    leader('/admin/people, not allowed', '/admin/people'),
    leader('/nowhere', '/nowhere'),
    { route: '/app/events/$id, of others', path: `/app/events/${draft}`, as: 'B.leader' },
    { route: '/app, without an office', path: '/app', as: 'A.volunteer' },
    leader('/events/new, refused', '/events/new', refused),
    leader('/events/$id/people/new, refused', `/events/${empty}/people/new`, refused),
    leader('/events/$id/cancel, refused', `/events/${empty}/cancel`, (page) =>
      page
        .locator('main form button')
        .first()
        .click()
        .then(() => seen(page, '[aria-invalid=true]')),
    ),
    leader('/events/$id/cancel, sure?', `/events/${empty}/cancel`, async (page) => {
      await page.locator('[name=reason]').fill('台風が来るため');
      await page.locator('main form button').first().click();
      await seen(page, '#sure');
    }),
    leader('/events/$id/publication, sure?', `/events/${approved}/publication`, async (page) => {
      await page.locator('main button').first().click();
      await expect(page.locator('main button')).not.toHaveCount(1);
    }),
    leader('/events/$id/shifts, somebody is entered', `/events/${roles.events['published']?.id ?? ''}/shifts`, async (page) => {
      await page.locator('main .rl .btn.o.m').first().click();
      await expect(page.locator('main form h3')).toBeFocused();
      await refused(page);
    }),
    leader('/events/$id/edit/where, written by two', `/events/${draft}/edit/where`, (page) => writtenByTwo(page, draft)),
  ];
}

/** Somebody else saves another place while this page is open. */
async function writtenByTwo(page: Page, id: string): Promise<void> {
  await page.evaluate(async (address) => {
    const { headers } = await fetch(address);
    const answer = await fetch(address, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': headers.get('etag') ?? '' },
      body: JSON.stringify({ placeName: `町会館 ${Date.now()}` }),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  }, `/api/events/${id}`);
  await page.locator('[name=placeName]').fill('公民館');
  await press(page, 0);
  await expect(page.locator('main [tabindex="-1"]').nth(1)).toBeVisible();
}

/** When the server is slow, refuses, or is not there. */
function ofServer(roles: Roles, id: string): PageSeen[] {
  const problem = (status: number, code: string) => ({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', status, code, title: code, detail: 'しばらくしてから、もう一度お試しください。', requestId: '01a2-test' }),
  });
  const lists = '**/api/events?**';
  const as = 'A.leader';
  return [
    {
      route: '/app/events, waiting',
      path: '/app/events',
      as,
      before: (page) => page.route(lists, () => undefined),
      then: (page) => seen(page, '.wait-in .sub'),
    },
    {
      route: '/app/events, waiting too long',
      path: '/app/events',
      as,
      before: (page) => page.route(lists, () => undefined),
      then: (page) => seen(page, '.wait-in button'),
    },
    {
      route: '/app/events, failed',
      path: '/app/events',
      as,
      before: (page) => page.route(lists, (route) => route.fulfill(problem(503, 'platform.busy'))),
      then: (page) => seen(page, '.emp button'),
    },
    {
      route: '/app, no connection',
      path: '/app',
      as,
      then: (page) =>
        page
          .context()
          .setOffline(true)
          .then(() => seen(page, '.offl')),
    },
    {
      route: '/app, session ended',
      path: `/app/events/${id}`,
      as,
      then: async (page) => {
        await page.route('**/api/**', (route) => route.fulfill(problem(401, 'platform.sign-in-required')));
        await page.locator('a[href="/app/events"]').filter({ visible: true }).first().click();
        await seen(page, '.emp a.btn');
      },
    },
    {
      route: '/app/events/new, not saved',
      path: '/app/events/new',
      as,
      before: (page) =>
        page.route('**/api/events', (route) => (route.request().method() === 'POST' ? route.fulfill(problem(503, 'platform.busy')) : route.fallback())),
      then: async (page) => {
        await page.locator('[name=title]').fill('落ち葉の会');
        await page.locator('[name=field]').first().check();
        await press(page, -1);
        await seen(page, '[role=alert]');
      },
    },
  ];
}
