import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ensureBrowserToken } from '@yoriai/identity';
import { Clock, Config, Idempotency, Refusal, hashToken, newToken, refuse, requestHash } from '@yoriai/platform';

/** How often and how long the second click of a double click waits for the first. */
const WAITS = 30;
const WAIT_MS = 100;

/** Makes every form of the Site safe to send twice: the second send gets the answer of the first. */
@Injectable()
export class Submissions {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The key for the hidden field `_key` of a form; marks the browser, so that nobody else can use the key. */
  key(request: FastifyRequest, reply: FastifyReply): string {
    this.browser(request, reply);
    return newToken();
  }

  /**
   * Does the work of a posted form once per browser, path and `_key`, and gives its result to every
   * repeat. Refuses `site.form-without-key` (400).
   */
  async once<T>(request: FastifyRequest, reply: FastifyReply, work: () => Promise<T>): Promise<T> {
    const key = formOf(request)['_key'];
    if (!key || !/^[\w-]{43}$/.test(key)) return refuse('site.form-without-key', { status: 400 });
    const browser = this.browser(request, reply);
    const scope = `${hashToken(browser).toString('base64url')} ${request.url.split('?')[0] ?? ''}`;
    const asked = { scope, key, requestHash: requestHash(request.body) };
    for (let wait = 0; ; wait += 1) {
      try {
        return (await this.idempotency.once(asked, async () => ({ status: 303, body: await work() }))).body;
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'platform.idempotency-running' || wait >= WAITS) throw error;
        await pause(WAIT_MS);
      }
    }
  }

  /** The mark of this browser, the same throughout one request even where it was only just given. */
  browser(request: FastifyRequest & { browserMark?: string }, reply: FastifyReply): string {
    request.browserMark ??= ensureBrowserToken(request, reply, this.config, this.clock.now());
    return request.browserMark;
  }
}

/** A posted form as plain texts; a field sent several times counts as its first value. */
export function formOf(request: Pick<FastifyRequest, 'body'>): Record<string, string> {
  const body = typeof request.body === 'object' && request.body !== null ? Object.entries(request.body) : [];
  const texts = body.map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? (value as unknown[])[0] : value]);
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** All values of a field that may be sent several times. */
export function listOf(request: Pick<FastifyRequest, 'body'>, name: string): string[] {
  const body = typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {};
  return [body[name]].flat().filter((value) => typeof value === 'string');
}
