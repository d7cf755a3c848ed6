import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { lastValueFrom, of } from 'rxjs';
import type { Config, Idempotency } from '@yoriai/platform';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** Whether the answer of a POST to this address is kept, to be given again under the same key. */
async function isKept(url: string): Promise<boolean> {
  const kept: string[] = [];
  const idempotency = {
    once: async ({ scope }: { scope: string }, work: () => Promise<object>) => {
      kept.push(scope);
      return { ...(await work()), replayed: false };
    },
  };
  const request = { method: 'POST', url, headers: { 'idempotency-key': '12345678' }, body: null, actor: { personId: 'somebody' } };
  const reply = { statusCode: 200, status: () => reply };
  const context = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) } as unknown as ExecutionContext;
  const interceptor = new IdempotencyInterceptor(idempotency as unknown as Idempotency, {} as Config);
  expect(await lastValueFrom(interceptor.intercept(context, { handle: () => of('answer') }))).toBe('answer');
  return kept.length > 0;
}

describe('an answer under an Idempotency-Key', () => {
  it.each(['/api/events/5f/applications', '/api/events/5f/applicant-contacts/more'])('is kept: %s', async (url) => {
    expect(await isKept(url)).toBe(true);
  });

  it.each(['/api/sessions', '/api/events/5f/applicant-contacts', '/api/events/5f/applicant-contacts?again=1'])('is not kept, so that each time is asked for and logged: %s', async (url) => {
    expect(await isKept(url)).toBe(false);
  });
});
