import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NO_ANSWER, NO_CONNECTION, ProblemError } from './problem.js';
import { ifMatch, newIdempotencyKey, request } from './request.js';

const PROBLEM = {
  code: 'platform.invalid',
  status: 422,
  detail: '入力を直してください。',
  requestId: '01a2',
  fields: [{ field: 'title', code: 'field.isNotEmpty', message: '書いてください。' }, 'nonsense'],
};

let server: Server;
let base = '';
let last: IncomingMessage | undefined;

beforeAll(async () => {
  server = createServer((asked, reply) => {
    last = asked;
    const answers: Record<string, () => void> = {
      '/ok': () => reply.setHeader('content-type', 'application/json').end('{"name":"西区"}'),
      '/none': () => reply.writeHead(204).end(),
      '/refused': () => reply.writeHead(422, { 'content-type': 'application/problem+json' }).end(JSON.stringify(PROBLEM)),
      '/proxy': () => reply.writeHead(502, { 'content-type': 'text/html', 'x-request-id': 'r9' }).end('<h1>Bad gateway</h1>'),
      '/broken': () => reply.setHeader('content-type', 'application/json').end('{"name":'),
      '/cut': () => void reply.socket?.destroy(),
    };
    answers[asked.url ?? '']?.();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const failure = (path: string, init?: RequestInit): Promise<unknown> => request(`${base}${path}`, init).catch((error: unknown) => error);

describe('a request to the API', () => {
  it('answers with the body, or with nothing where there is none', async () => {
    expect(await request(`${base}/ok`)).toEqual({ name: '西区' });
    expect(await request(`${base}/none`, { method: 'DELETE' })).toBeUndefined();
    expect(await request(`${base}/broken`)).toBeUndefined();
  });

  it('throws what the API refuses, with its sentences', async () => {
    const error = await failure('/refused');
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code: 'platform.invalid', status: 422, message: '入力を直してください。', requestId: '01a2' });
    expect((error as ProblemError).fields).toEqual([PROBLEM.fields[0]]);
  });

  it('tells an answer that is none of ours, and no answer at all', async () => {
    expect(await failure('/proxy')).toMatchObject({ code: NO_ANSWER, status: 502, requestId: 'r9' });
    expect(await failure('/cut')).toMatchObject({ code: NO_CONNECTION, status: 0 });
  });

  it('is not a failed connection when we gave it up ourselves', async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await failure('/ok', { signal: controller.signal })).not.toBeInstanceOf(ProblemError);
  });

  it('says with every change that it comes from the App', async () => {
    const browser = { cookie: 'yoriai_text=150; __Host-yoriai-form=the-token_1; other=2' };
    Object.assign(globalThis, { document: browser });
    try {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        await request(`${base}/ok`, { method });
        expect([method, last?.headers['x-form-token']]).toEqual([method, 'the-token_1']);
      }
      await request(`${base}/ok`);
      expect(last?.headers['x-form-token']).toBeUndefined();
      browser.cookie = '';
      await request(`${base}/ok`, { method: 'POST' });
      expect(last?.headers['x-form-token']).toBeUndefined();
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
  });

  it('gives every POST a key of its own, unless one is given', async () => {
    await request(`${base}/ok`, { method: 'POST' });
    expect(last?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
    await request(`${base}/ok`, { method: 'POST', headers: { 'Idempotency-Key': 'the-same-act' } });
    expect(last?.headers['idempotency-key']).toBe('the-same-act');
    await request(`${base}/ok`, { method: 'PATCH', headers: ifMatch(7) });
    expect([last?.headers['idempotency-key'], last?.headers['if-match']]).toEqual([undefined, '"7"']);
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });
});
