import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '@yoriai/api-client';
import { keyFor, mayStillCount } from './use-act.js';

const problem = (status: number, code: string) => new ProblemError({ status, code, detail: '' });

describe('an act that is tried again', () => {
  it('carries its old key, another act a new one', () => {
    const last = { text: '{"title":"餅つき"}', key: 'the-first' };
    expect(keyFor(last, '{"title":"餅つき"}')).toBe('the-first');
    expect(keyFor(last, '{"title":"もちつき"}')).not.toBe('the-first');
    expect(keyFor(undefined, '{}')).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    [0, 'no-connection', true],
    [503, 'platform.unavailable', true],
    [409, 'platform.idempotency-running', true],
    // Nobody will ever answer under that key: the next try is an act of its own.
    [409, 'platform.idempotency-unknown', false],
    [409, 'event.not-draft', false],
    [422, 'platform.invalid', false],
  ])('after %i %s: the same key is kept: %s', (status, code, kept) => {
    expect(mayStillCount(problem(status, code))).toBe(kept);
  });
});
