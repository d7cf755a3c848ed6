import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeOf, mayWrite, requestVerdict, tryVerdict, typedCode, type SignInState } from './sign-in.rules.js';

const now = new Date('2026-11-22T10:00:00+09:00');
const later = (ms: number) => new Date(now.getTime() + ms);

describe('requestVerdict', () => {
  it('ends at the very instant', () => {
    expect(requestVerdict({ state: 'open', tries: 0, expiresAt: later(1) }, now)).toBe('open');
    expect(requestVerdict({ state: 'open', tries: 0, expiresAt: now }, now)).toBe('sign-in.gone');
  });

  it.each<[SignInState, string]>([
    ['used', 'sign-in.gone'],
    ['superseded', 'sign-in.gone'],
    ['unsent', 'sign-in.gone'],
    ['exhausted', 'sign-in.too-many-tries'],
  ])('says why a request that is %s is closed', (state, code) => {
    expect(requestVerdict({ state, tries: 0, expiresAt: later(1000) }, now)).toBe(code);
  });
});

describe('tryVerdict', () => {
  it('dies with the fifth wrong try and never before', () => {
    let request: { state: SignInState; tries: number } = { state: 'open', tries: 0 };
    const states: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      request = tryVerdict({ ...request, expiresAt: later(1) }, false);
      states.push(request.state);
    }
    expect(states).toEqual(['open', 'open', 'open', 'open', 'exhausted']);
  });

  it('is used by the right code', () => {
    expect(tryVerdict({ state: 'open', tries: 4, expiresAt: later(1) }, true)).toEqual({ state: 'used', tries: 4 });
  });
});

describe('mayWrite', () => {
  const few = { quarterHour: 0, day: 0 };

  it('stops the sixth letter of a quarter of an hour and the thirty-first of a day', () => {
    expect(mayWrite({ all: { quarterHour: 4, day: 4 }, own: few, knownBrowser: false })).toBe(true);
    expect(mayWrite({ all: { quarterHour: 5, day: 5 }, own: few, knownBrowser: false })).toBe(false);
    expect(mayWrite({ all: { quarterHour: 0, day: 30 }, own: few, knownBrowser: false })).toBe(false);
  });

  it('does not let a stranger lock out the browser that signed in before', () => {
    expect(mayWrite({ all: { quarterHour: 500, day: 500 }, own: few, knownBrowser: true })).toBe(true);
  });
});

describe('codes', () => {
  it('are always six digits and follow from the secret', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const secret = Buffer.from(bytes).toString('base64url');
        expect(codeOf(secret)).toMatch(/^\d{6}$/);
        expect(codeOf(secret)).toBe(codeOf(secret));
      }),
    );
  });

  it('are spread over all the numbers', () => {
    const firstDigits = new Set(Array.from({ length: 400 }, () => codeOf(randomBytes(32).toString('base64url'))[0]));
    expect(firstDigits.size).toBe(10);
  });

  it.each(['123456', '123 456', '１２３４５６', '123-456', ' 123456 '])('are read from %p', (typed) => {
    expect(typedCode(typed)).toBe('123456');
  });
});
