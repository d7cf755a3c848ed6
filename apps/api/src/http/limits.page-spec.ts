import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { RateLimits, newId, newToken } from '@yoriai/platform';
import { SiteTown, type PlayedEvent } from '../site/testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open({ config: { trustedProxies: ['127.0.0.1', '10.0.0.0/8'] } });
  event = await town.publish();
});
afterAll(() => town.close());

/** A request of somebody behind the proxy. Every test comes from addresses of its own. */
const asking = (of: SiteTown) => (address: string, path: string, init: RequestInit & { json?: unknown } = {}) =>
  fetch(`${of.origin}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { 'x-forwarded-for': address, ...(init.json === undefined ? {} : { 'content-type': 'application/json' }), ...init.headers },
    ...(init.json === undefined ? {} : { method: 'POST', body: JSON.stringify(init.json) }),
  });
const from = (...request: Parameters<ReturnType<typeof asking>>) => asking(town)(...request);
/** How many answers had which status; a few at a time, as many as the smallest server takes on. */
const statuses = async (count: number, ask: (index: number) => Promise<Response>) => {
  const found: Record<number, number> = {};
  let next = 0;
  const some = async () => {
    while (next < count) {
      const { status } = await ask(next++);
      found[status] = (found[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, some));
  return found;
};

describe('what one address asks in a minute', () => {
  let small: SiteTown;
  beforeAll(async () => {
    small = await SiteTown.open({ config: { requestsPerMinute: 10, trustedProxies: ['127.0.0.1', '10.0.0.0/8'] } });
  });
  afterAll(() => small.close());
  const at = (...request: Parameters<ReturnType<typeof asking>>) => asking(small)(...request);

  it('is bounded, with a page or a problem that says when to come again; others notice nothing', async () => {
    expect(await statuses(14, () => at('203.0.113.1', '/api/nowhere'))).toEqual({ 404: 10, 429: 4 });
    const page = await at('203.0.113.1', '/events');
    expect([page.status, page.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(page.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await page.text()).toContain('少し待ってください');
    const problem = await at('203.0.113.1', '/api/ward');
    expect([problem.status, problem.headers.get('content-type')]).toEqual([429, 'application/problem+json; charset=utf-8']);
    expect(await problem.json()).toMatchObject({ code: 'platform.too-many', status: 429 });
    expect(problem.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await at('203.0.113.1', '/theme/theme.css')).status).toBe(200);
    expect((await at('203.0.113.1', '/health/live')).status).toBe(200);
    expect((await at('203.0.113.2', '/events')).status).toBe(200);
  });

  it('counts an IPv6 network as one, and IPv4 written as IPv6 as IPv4', async () => {
    expect(await statuses(14, (index) => at(`2001:db8:1:1::${index.toString(16)}`, '/api/nowhere'))).toEqual({ 404: 10, 429: 4 });
    expect((await at('2001:db8:1:2::1', '/api/nowhere')).status).toBe(404);
    expect(await statuses(14, (index) => at(index % 2 ? '203.0.113.4' : '::ffff:203.0.113.4', '/api/nowhere'))).toEqual({ 404: 10, 429: 4 });
  });

  it('believes the address that the named proxy says, not what was sent to it', async () => {
    // The proxy adds the true sender at the end; whatever stands before was written by that sender.
    expect(await statuses(14, (index) => at(`198.51.100.${index}, 203.0.113.5`, '/api/nowhere'))).toEqual({ 404: 10, 429: 4 });
  });
});

describe('without a named proxy', () => {
  let bare: SiteTown;
  beforeAll(async () => {
    bare = await SiteTown.open({ config: { requestsPerMinute: 10 } });
  });
  afterAll(() => bare.close());

  it('nobody gets away under an invented address', async () => {
    expect(await statuses(14, (index) => asking(bare)(`198.51.100.${index}`, '/api/nowhere'))).toEqual({ 404: 10, 429: 4 });
  });
});

describe('one phone number or mail address', () => {
  const apply = (index: number, given: object) =>
    from(`203.0.113.${100 + (index % 100)}`, `/api/events/${event.id}/applications`, {
      json: { frameId: event.frameIds[0], name: `山田 ${index}`, kana: 'やまだ', heads: 1, ...given },
    });

  it('holds ten applications of an event, whatever names are given; another contact is not concerned', async () => {
    expect(await statuses(15, (index) => apply(index, { email: 'many@example.jp' }))).toEqual({ 201: 10, 409: 5 });
    expect(await (await apply(16, { email: 'many@example.jp' })).json()).toMatchObject({ code: 'application.contact-full' });
    expect((await apply(17, { email: 'other@example.jp' })).status).toBe(201);
  });

  it('makes thirty a day, also when each is cancelled at once: every one sends a letter', async () => {
    for (let index = 0; index < 30; index += 1) {
      const answer = await apply(index, { phone: '090-0000-0199' });
      const { ticketUrl } = (await answer.json()) as { ticketUrl: string };
      const cancelled = await from('203.0.113.20', `/api/tickets/${new URL(ticketUrl).pathname.slice('/t/'.length)}/cancellation`, { method: 'POST' });
      expect([answer.status, cancelled.status]).toEqual([201, 201]);
    }
    const answer = await apply(31, { phone: '090-0000-0199' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '86400']);
    expect(await answer.json()).toMatchObject({ code: 'application.contact-too-often' });
    town.clock.advance(24 * 60);
    expect((await apply(32, { phone: '090-0000-0199' })).status).toBe(201);
  });
});

describe('what is worth guessing or costs a letter', () => {
  afterEach(() => town.clock.advance(24 * 60));

  it('a letter to one address, asked for again and again: the same for known and unknown ones', async () => {
    const answers: unknown[] = [];
    for (const email of ['chair@example.jp', 'nobody@example.jp']) {
      const said: unknown[] = [];
      for (let turn = 0; turn < 7; turn += 1) {
        const answer = await from('203.0.113.11', '/api/sign-in-requests', { json: { email } });
        const { code, detail } = (await answer.json()) as { code?: string; detail?: string };
        said.push([answer.status, answer.headers.get('retry-after'), code, detail]);
      }
      answers.push(said);
    }
    expect(answers[0]).toEqual(answers[1]);
    const wait = [
      429,
      '900',
      'platform.too-often',
      '何度も続いたので、少しお休みです。15分ほど待って、もう一度お試しください。お急ぎのときは、お電話ください。',
    ];
    expect(answers[0]).toEqual([...Array.from({ length: 5 }, () => [202, null, undefined, undefined]), wait, wait]);
    expect((await from('203.0.113.12', '/api/sign-in-requests', { json: { email: 'chair@example.jp' } })).status).toBe(202);
  });

  it('letters to many addresses from one place, across forms and processes', async () => {
    expect(await statuses(110, (index) => from('203.0.113.13', '/api/sign-in-requests', { json: { email: `someone-${index}@example.jp` } }))).toEqual({ 202: 100, 429: 10 });
    const form = await town.browser({ 'x-forwarded-for': '203.0.113.13' }).open('/sign-in');
    expect(form.status).toBe(200);
    const browser = town.browser({ 'x-forwarded-for': '203.0.113.13' });
    const page = await browser.submit(await browser.open('/sign-in'), '/sign-in', { email: 'late@example.jp' });
    expect([page.status, page.headers['retry-after']]).toEqual([429, '900']);
    expect(page.html).toContain('15分ほど待って');
    expect(page.html).toContain('value="late@example.jp"');
  });

  it('unknown links; a right one is opened all the same', async () => {
    const { ticketUrl } = await town.api.get(SignUps).apply(null, {
      ...{ eventId: event.id, frameId: event.frameIds[0] ?? '', name: '靱 花子', kana: 'うつぼ はなこ', email: 'hanako@example.jp', heads: 1 },
    });
    const ticket = new URL(ticketUrl ?? '').pathname;
    expect(await statuses(40, () => from('203.0.113.14', `/t/${newToken()}`))).toEqual({ 404: 40 });
    expect(await statuses(15, () => from('203.0.113.14', `/api/tickets/${newToken()}`))).toEqual({ 404: 15 });
    expect(await statuses(5, () => from('203.0.113.14', `/sign-in/link/${newToken()}`))).toEqual({ 410: 5 });
    for (const path of ['/t', '/api/tickets', '/invitation', '/sign-in/link', '/opt-out', '/s', '/b', '/m', '/g', '/j', '/n', '/v', '/board', `/d/${newId()}`]) {
      const answer = await from('203.0.113.14', `${path}/${newToken()}`);
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 429, '600']);
    }
    expect((await from('203.0.113.14', ticket)).status).toBe(200);
  });

  it('lost tickets, by place and by contact, known or not', async () => {
    await town.api.get(SignUps).apply(null, {
      ...{ eventId: event.id, frameId: event.frameIds[0] ?? '', name: '九条 健', kana: 'くじょう けん', email: 'ken@example.jp', heads: 1 },
    });
    for (const contact of ['ken@example.jp', 'stranger@example.jp']) {
      expect([contact, await statuses(8, () => from('203.0.113.15', '/api/ticket-resends', { json: { contact } }))]).toEqual([contact, { 202: 5, 429: 3 }]);
    }
    expect(await statuses(60, (index) => from('203.0.113.15', '/api/ticket-resends', { json: { contact: `x${index}@example.jp` } }))).toEqual({
      202: 44,
      429: 16,
    });
  });

  it('is forgotten when its time is over, and no address lies in the table', async () => {
    await from('203.0.113.16', '/api/sign-in-requests', { json: { email: 'seen@example.jp' } });
    const lines = () => town.sql<{ line: string }>('select r::text as line from platform.rate_limit r');
    expect((await lines()).length).toBeGreaterThan(0);
    expect((await lines()).map(({ line }) => line).join()).not.toMatch(/203\.0\.113|example\.jp/);
    town.clock.advance(24 * 60 + 1);
    await town.api.get(RateLimits).tidy();
    expect(await lines()).toEqual([]);
  });
});
