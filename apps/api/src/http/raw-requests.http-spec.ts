import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SiteTown } from '../site/testing/site-town.js';

/** Whoever sends slowly is cut off after so long: the 3 s there are below, and a look at the lines every two (milliseconds). */
const CUT_OFF_MS = 13_000;

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
  await town.publish();
});
afterAll(() => town.close());

/** Speaks bytes to the server and answers what it says until it hangs up; `more` goes on after that, a byte a second. */
function spoken(bytes: string, { more = '', to = town } = {}): Promise<string> {
  const { hostname, port } = new URL(to.origin);
  return new Promise((resolve, reject) => {
    let [heard, sent] = ['', 0];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const dribble = setInterval(() => sent < more.length && socket.write(more[sent++]!), 1_000);
    socket.on('data', (chunk) => (heard += String(chunk)));
    socket.on('close', () => (clearInterval(dribble), resolve(heard)));
    socket.on('error', reject);
  });
}

const HOST = 'host: a\r\n';
const LAST = `${HOST}connection: close\r\n`;
const FORM = 'content-type: application/x-www-form-urlencoded\r\n';
const statuses = (heard: string): number[] => [...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
const SMUGGLED = `GET /api/ward HTTP/1.1\r\n${HOST}\r\n`;

describe('one request is one request', () => {
  it.each([
    ['two lengths of one body', `POST /sign-in HTTP/1.1\r\n${HOST}${FORM}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`],
    ['two different lengths', `POST /sign-in HTTP/1.1\r\n${HOST}${FORM}content-length: 1\r\ncontent-length: 2\r\n\r\na=${SMUGGLED}`],
    ['a coding that is not the last', `POST /sign-in HTTP/1.1\r\n${HOST}${FORM}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${SMUGGLED}`],
    ['a blank before the colon', `POST /sign-in HTTP/1.1\r\n${HOST}${FORM}transfer-encoding : chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`],
    ['a folded line', `GET /sign-in HTTP/1.1\r\n${HOST}x: a\r\n b\r\n\r\n${SMUGGLED}`],
    ['lines that end in half', `GET /sign-in HTTP/1.1\nhost: a\n\n${SMUGGLED}`],
  ])('%s: refused, and nothing behind it is heard', async (_what, bytes) => {
    const heard = await spoken(bytes);
    expect(statuses(heard)).toEqual([400]);
    expect(heard).toContain('platform.invalid');
  });

  it.each(['made', 'ready'])('a body that a page does not want is no request: %s page', async () => {
    const heard = await spoken(`GET /events HTTP/1.1\r\n${HOST}content-length: ${SMUGGLED.length}\r\n\r\n${SMUGGLED}GET /health/live HTTP/1.1\r\n${LAST}\r\n`);
    expect(statuses(heard)).toEqual([200, 200]);
    expect(heard).toMatch(/\{"status":"live"\}$/);
  });

  it('a second Origin makes it a foreign one', async () => {
    const own = `origin: ${town.config.publicUrl}\r\n`;
    const heard = await spoken(`POST /api/ticket-resends HTTP/1.1\r\n${LAST}${own}origin: http://evil.example\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`);
    expect(statuses(heard)).toEqual([403]);
  });

  it('an expectation nobody knows is passed over', async () => {
    const heard = await spoken(`GET /no-such-page HTTP/1.1\r\n${LAST}expect: tea\r\n\r\n`);
    expect(statuses(heard)).toEqual([404]);
    expect(heard).toContain('class="err-code"');
  });
});

describe('an address with a host in it', () => {
  it('is the path alone: no page says the foreign host again', async () => {
    for (const path of ['/events', '/events', '/no-such-page', '?q=1']) {
      const heard = await spoken(`GET http://evil.example${path} HTTP/1.1\r\n${LAST}\r\n`);
      expect([path, statuses(heard)]).toEqual([path, [path === '/no-such-page' ? 404 : 200]]);
      expect(heard).not.toContain('evil.example');
    }
  });

  it('under /api is the API’s: nothing of it is kept, and a refusal is a problem document', async () => {
    const heard = await spoken(`GET http://evil.example/api/no-such-thing HTTP/1.1\r\n${LAST}\r\n`);
    expect(heard).toMatch(/^cache-control: no-store\r$/m);
    expect(heard).toMatch(/^content-type: application\/problem\+json/m);
  });
});

describe('a page that lies ready', () => {
  const language = (heard: string): string | undefined => /<html lang="([\w-]+)"/.exec(heard)?.[1];

  it('is never that of somebody whose cookies came in another order', async () => {
    const page = (cookie: string) => spoken(`GET /events HTTP/1.1\r\n${LAST}cookie: ${cookie}\r\n\r\n`).then(language);
    for (let times = 0; times < 2; times += 1) {
      expect(await page('yoriai_lang=en; yoriai_lang=ja')).toBe('en');
      expect(await page('yoriai_lang=ja; yoriai_lang=en')).toBe('ja');
    }
  });

  it('answers HEAD with its headers alone', async () => {
    const heard = await spoken(`HEAD /events HTTP/1.1\r\n${LAST}\r\n`);
    expect(statuses(heard)).toEqual([200]);
    expect(heard).toMatch(/^content-length: \d{4,}\r$/m);
    expect(heard).toMatch(/\r\n\r\n$/);
  });
});

describe('whoever sends a byte a second', () => {
  it('has half a minute', () => {
    expect(town.api.getHttpServer()).toMatchObject({ requestTimeout: 30_000, timeout: 30_000 });
  });

  it('of the body, or of the head, is told after the time there is that it took too long', async () => {
    const hasty = await SiteTown.open({ longestMs: 3_000 });
    try {
      const from = performance.now();
      const begun = [`POST /sign-in HTTP/1.1\r\n${HOST}${FORM}content-length: 500\r\n\r\n`, 'GET /events HTTP/1.1\r\nx: '];
      const heard = await Promise.all(begun.map((start) => spoken(start, { more: 'x'.repeat(400), to: hasty })));
      expect(heard.map(statuses)).toEqual([[408], [408]]);
      expect(performance.now() - from).toBeLessThan(CUT_OFF_MS);
    } finally {
      await hasty.close();
    }
  });
});
