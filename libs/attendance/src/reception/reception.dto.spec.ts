import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { parseForm } from '@yoriai/platform';
import { CheckInRequest } from './reception.dto.js';

const NONCE = 'a-nonce-of-a-form';

describe('an act as it comes in', () => {
  it('reads a form and a JSON body alike', async () => {
    const form = await parseForm(CheckInRequest, {
      _key: 'x',
      nonce: NONCE,
      subjectKind: 'walk-in',
      heads: '3',
      anyway: 'on',
      deviceTime: '2026-11-22T04:00:00Z',
    });
    const body = await parseForm(CheckInRequest, {
      nonce: NONCE,
      subjectKind: 'walk-in',
      heads: 3,
      anyway: true,
      deviceTime: '2026-11-22T13:00:00+09:00',
    });
    expect(form.errors).toEqual([]);
    expect(form).toEqual(body);
  });

  it.each([
    ['nonce', { nonce: 'short' }],
    ['nonce', { nonce: 'with a blank in it' }],
    ['heads', { nonce: NONCE, heads: 0 }],
    ['heads', { nonce: NONCE, heads: 2 ** 31 }],
    ['heads', { nonce: NONCE, heads: 'abc' }],
    ['subjectKind', { nonce: NONCE, subjectKind: 'dog' }],
    ['subjectId', { nonce: NONCE, subjectId: "1' or '1'='1" }],
    ['deviceTime', { nonce: NONCE, deviceTime: 'yesterday' }],
    ['deviceTime', { nonce: NONCE, deviceTime: '+275760-09-13T00:00:00Z' }],
    ['deviceTime', { nonce: NONCE, deviceTime: '0000-01-01T00:00:00Z' }],
    ['deviceTime', { nonce: NONCE, deviceTime: '2026-11-22T13:00:00' }],
    ['deviceTime', { nonce: NONCE, deviceTime: '2026-13-41T13:00:00Z' }],
    ['deviceTime', { nonce: NONCE, deviceTime: 8.64e15 }],
    ['deviceTime', { nonce: NONCE, deviceTime: true }],
    ['deviceTime', { nonce: NONCE, deviceTime: ['2026-11-22T13:00:00Z'] }],
    ['ticket', { nonce: NONCE, ticket: 'a/../b\0'.repeat(5) }],
    ['status', { nonce: NONCE, status: 'present' }],
  ])('refuses %s where it is %j', async (field, body) => {
    const { errors } = await parseForm(CheckInRequest, body);
    expect(errors.map((error) => error.field)).toEqual([field]);
  });
});
