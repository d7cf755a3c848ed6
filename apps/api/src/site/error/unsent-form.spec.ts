import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { unsentForm } from './unsent-form.js';

const KEY = 'k'.repeat(43);
const sent = (given: object = {}): FastifyRequest =>
  ({
    method: 'POST',
    url: '/events/r8-1/applications',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: { _key: KEY, _token: 'of the session', name: '山田 はな子', personIds: ['1', '2'] },
    ...given,
  }) as unknown as FastifyRequest;

describe('a form that could not be taken just now', () => {
  it.each([
    [503, 'platform.unavailable'],
    [503, 'platform.busy'],
    [500, 'platform.internal'],
    [429, 'platform.too-many'],
    [409, 'platform.idempotency-running'],
  ])('is kept as it was sent: %i %s', (status, code) => {
    const { action, values } = unsentForm(sent(), { status, code })!;
    expect(action).toBe('/events/r8-1/applications');
    // The token is put in again where the page is sent.
    expect(values).toEqual({ _key: [KEY], name: ['山田 はな子'], personIds: ['1', '2'] });
  });

  it('goes under a new key where the old one will never be answered', () => {
    const { values } = unsentForm(sent(), { status: 409, code: 'platform.idempotency-unknown' })!;
    expect(values['_key']).toMatch(/^[\w-]{43}$/);
    expect(values['_key']).not.toBe(KEY);
    expect(values['name']).toEqual(['山田 はな子']);
  });

  it.each([
    ['what is written has to change', sent(), 422, 'platform.invalid'],
    ['it came from elsewhere', sent(), 403, 'platform.origin'],
    ['it is not there', sent(), 404, 'event.not-found'],
    ['nothing was sent', sent({ method: 'GET', body: undefined, headers: {} }), 503, 'platform.unavailable'],
    ['it is no form', sent({ headers: { 'content-type': 'application/json' } }), 503, 'platform.unavailable'],
    ['nothing of it was read', sent({ body: undefined }), 503, 'platform.unavailable'],
  ])('but not where %s', (_why, request, status, code) => {
    expect(unsentForm(request, { status, code })).toBeUndefined();
  });
});
