import { describe, expect, it } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import { Refusal } from '@yoriai/platform';
import { translator } from '@yoriai/ui';
import { problemOf, refusalOf } from './problem.js';

const t = translator('ja');

describe('a problem document', () => {
  it('names the refusal, its status and the request, in a sentence', () => {
    const problem = problemOf(t, new Refusal('platform.busy', { status: 503, retryAfter: 3 }), 'r-1');
    expect(problem).toMatchObject({ type: '/problems/platform.busy', code: 'platform.busy', status: 503, requestId: 'r-1' });
    expect(problem.detail).toBe(t('refusal.platform.busy'));
    expect(problem.detail).toMatch(/[ぁ-ん]/);
  });

  it('lists every field that can not be taken', () => {
    const problem = problemOf(t, new Refusal('platform.invalid', { status: 422, fields: [{ field: 'email', code: 'field.isEmail' }] }), 'r-1');
    expect(problem.fields).toEqual([{ field: 'email', code: 'field.isEmail', message: expect.stringMatching(/[ぁ-ん]/) }]);
  });

  it('tells nothing about a bug but the id of the request', () => {
    expect(refusalOf(new TypeError('x of undefined: secret'))).toBeUndefined();
    const problem = problemOf(t, undefined, 'r-2');
    expect(problem).toMatchObject({ status: 500, code: 'platform.internal', requestId: 'r-2' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('carries what stands there now when an edit is stale', () => {
    const problem = problemOf(t, new Refusal('platform.stale', { status: 412, extra: { current: { title: 'new' } } }), 'r-3');
    expect(problem).toMatchObject({ status: 412, current: { title: 'new' } });
  });

  it.each([
    [new NotFoundException(), 'platform.not-found', 404],
    [{ statusCode: 413, message: 'Request body is too large' }, 'platform.too-large', 413],
    [{ statusCode: 400, message: 'Unexpected token' }, 'platform.invalid', 400],
    [{ statusCode: 415 }, 'platform.media-type', 415],
  ])('reads %s of the framework as %s', (error, code, status) => {
    expect(refusalOf(error)).toMatchObject({ code, status });
  });
});
