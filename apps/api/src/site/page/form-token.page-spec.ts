import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { formTokenOf, sessionCookieName } from '@yoriai/identity';
import { Invitations } from '@yoriai/associations';
import { OptOuts } from '@yoriai/notifications';
import { newToken } from '@yoriai/platform';
import { formOf, type Browser, type ShownPage } from '../testing/browser.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let ticket: string;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  const asked = { eventId: event.id, frameId: event.frameIds[0] ?? '', name: '靱 花子', kana: 'うつぼ はなこ', email: 'hanako@example.jp', heads: 1 };
  const { ticketUrl } = await town.api.get(SignUps).apply(null, asked);
  ticket = new URL(ticketUrl ?? '').pathname;
});
afterAll(() => town.close());

const formsOf = (html: string) =>
  [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
    .map(([, head = '', inside = '']) => ({ head, inside }))
    .filter(({ head }) => head.includes('method="post"'));
const pathsOf = (html: string) => [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'));
/** Ids and days differ from page to page of one kind; five of a kind are enough. */
const kindOf = (path: string) =>
  path
    .split('?')[0]!
    .replace(/[\w-]{20,}/g, '*')
    .replace(/^\/events\/[^/]+/, '/events/*');

/** Opens every page that can be reached from these, by links, like somebody with much time. */
async function walk(browser: Browser, from: string[]): Promise<ShownPage[]> {
  const pages: ShownPage[] = [];
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  const todo = [...from];
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    const kind = kindOf(path);
    if (seen.has(path) || (kinds.get(kind) ?? 0) >= 5 || /^\/(app|theme|api)\b/.test(path)) continue;
    seen.add(path);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const page = await browser.open(path);
    pages.push(page);
    if (page.location?.startsWith('/')) todo.push(page.location);
    todo.push(...pathsOf(page.html));
  }
  return pages;
}

/** What no link leads to: addresses from letters, and the pages of forms that were sent back or looked over. */
async function unlinked(browser: Browser): Promise<ShownPage[]> {
  const apply = await browser.open(`/events/${event.slug}/apply`);
  const filled = { ...formOf(apply, `/events/${event.slug}/applications`).fields, heads: '1', name: '靱 花子', kana: 'うつぼ はなこ', email: 'me@example.jp' };
  const check = await browser.post(`/events/${event.slug}/apply/check`, filled);
  const sentBack = await browser.post(`/events/${event.slug}/apply/check`, { ...filled, name: '' });
  expect([check.status, sentBack.status]).toEqual([200, 422]);
  return [check, sentBack];
}

/** The ticket on the day, for who receives people. */
async function atTheDoor(browser: Browser): Promise<ShownPage[]> {
  const before = town.clock.now();
  town.clock.set('2026-11-29T09:45:00+09:00');
  const door = await browser.open(ticket);
  const received = await browser.follow(await browser.submit(door, `${ticket}/check-in`));
  town.clock.set(before);
  return [door, received];
}

describe('the form token', () => {
  it('stands in every form that changes something, on every page a signed-in person can reach', async () => {
    const { browser, actor } = town.leader;
    await town.resident({ name: '佐藤 みのる', kana: 'さとう みのる', email: town.leader.email });
    const letters = await town.tx(async (tx) => {
      const given = { email: 'new-chair@example.jp', role: 'leader', title: '会長' } as const;
      const { token } = await town.api.get(Invitations).write(tx, town.organisationId, given, actor.personId);
      return [`/invitation/${token}`, new URL(town.api.get(OptOuts).link(actor.personId)).pathname];
    });
    const shift = event.shifts[0]?.id ?? '';
    const start = [
      '/',
      '/me',
      '/volunteer',
      `/shifts/${shift}`,
      ticket,
      `${ticket}/cancel`,
      `${ticket}/check-in?answer=done`,
      '/lost-ticket',
      '/dev/gallery',
      '/sign-in/code',
      ...letters,
    ];
    const pages = [...(await walk(browser, start)), ...(await unlinked(browser)), ...(await atTheDoor(browser))];
    const expected = formTokenOf(browser.cookies.get(sessionCookieName(town.config))?.value ?? '', town.config);

    const actions = new Set<string>();
    for (const page of pages) {
      for (const { head, inside } of formsOf(page.html)) {
        expect([page.path, head, inside.includes(`<input type="hidden" name="_token" value="${expected}"/>`)]).toEqual([page.path, head, true]);
        actions.add(kindOf(/action="([^"]*)"/.exec(head)?.[1] ?? ''));
      }
    }
    // The walk found what there is to find, or it proves nothing.
    expect([...actions]).toEqual(
      expect.arrayContaining([
        '/sign-out',
        '/me/sessions/*/end',
        '/shifts/*/assignments',
        '/t/*/check-in-undo',
        '/t/*/check-in',
        '/t/*/cancellation',
        '/invitation/*',
        '/opt-out/*.*',
        '/display',
        '/lost-ticket',
        '/events/*/applications',
      ]),
    );
  });

  it('stands in no page for somebody without a session, and is another for another session', async () => {
    const page = await town.browser().open('/sign-in');
    expect([formsOf(page.html).length, page.html.includes('_token')]).toEqual([1, false]);
    const [mine, other] = await Promise.all([town.leader.browser.open('/me'), town.approver.browser.open('/me')]);
    const token = (html: string) => /name="_token" value="([\w-]+)"/.exec(html)?.[1];
    expect(token(mine.html)).toHaveLength(43);
    expect(token(mine.html)).not.toBe(token(other.html));
  });
});

describe('an old browser that names no origin', () => {
  it('sends the forms of our pages, and nothing that another page made up', async () => {
    const resident = await town.resident({ name: '堀江 太郎', kana: 'ほりえ たろう', email: 'taro@example.jp' });
    const old = town.browser({ origin: undefined });
    for (const [name, cookie] of resident.browser.cookies) old.cookies.set(name, cookie);
    const forged = await old.post('/sign-out', {});
    expect([forged.status, forged.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    expect(forged.html).toContain('この画面を開き直して');
    expect((await old.post('/sign-out', { _token: newToken() })).status).toBe(403);
    const me = await old.open('/me');
    expect(me.status).toBe(200);
    expect((await old.submit(me, '/sign-out')).status).toBe(303);
    expect((await old.open('/me')).location).toMatch(/^\/sign-in/);
  });

  it('needs none where nobody is signed in', async () => {
    const old = town.browser({ origin: undefined });
    const page = await old.open('/lost-ticket');
    expect((await old.submit(page, '/lost-ticket', { contact: 'nobody@example.jp' })).location).toBe('/lost-ticket/sent');
  });

  it('and a page that hides its origin (null) is refused even with a token', async () => {
    const hidden = town.browser({ origin: 'null' });
    for (const [name, cookie] of town.leader.browser.cookies) hidden.cookies.set(name, cookie);
    const me = await hidden.open('/me');
    expect((await hidden.submit(me, '/sign-out')).status).toBe(403);
    expect((await hidden.open('/me')).status).toBe(200);
  });
});

describe('every answer', () => {
  it('tells other sites nothing about the page one came from', async () => {
    for (const path of ['/', '/nowhere', ticket, '/theme/theme.css', '/api/ward', '/api/nowhere', '/health/live', '/%ZZ']) {
      expect([path, (await town.browser().open(path)).headers['referrer-policy']]).toEqual([path, 'same-origin']);
    }
  });
});

describe('a program', () => {
  const send = (headers: Record<string, string>) =>
    fetch(`${town.origin}/api/sessions/current`, {
      method: 'DELETE',
      headers: { cookie: `${sessionCookieName(town.config)}=${town.approver.browser.cookies.get(sessionCookieName(town.config))?.value}`, ...headers },
    });

  it('changes something in somebody’s name only with X-Form-Token', async () => {
    const refused = await send({});
    expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'application/problem+json; charset=utf-8']);
    expect(await refused.json()).toMatchObject({ code: 'platform.form-token', status: 403 });
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    const session = town.approver.browser.cookies.get(sessionCookieName(town.config))?.value ?? '';
    expect((await send({ 'x-form-token': formTokenOf(session, town.config) })).status).toBe(204);
  });
});
