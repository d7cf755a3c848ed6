import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeOf, letterVerdict, requestVerdict, secondsToWait, tryVerdict, typedCode, type SignInState } from './sign-in.rules.js';

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

describe('one more letter', () => {
  const few = { quarterHour: 0, day: 0 };
  const many = { quarterHour: 500, day: 500 };

  it('is the sixth of a place in a quarter of an hour or the twenty-first in a day: wait', () => {
    expect(letterVerdict({ all: few, here: { quarterHour: 4, day: 19 }, own: few, knownBrowser: false })).toBe('write');
    expect(letterVerdict({ all: few, here: { quarterHour: 5, day: 5 }, own: few, knownBrowser: false })).toBe('too-often');
    expect(letterVerdict({ all: few, here: { quarterHour: 0, day: 20 }, own: few, knownBrowser: false })).toBe('too-often');
  });

  it('is the sixteenth from everywhere in a quarter of an hour or the thirty-first in a day: not sent, not told', () => {
    expect(letterVerdict({ all: { quarterHour: 14, day: 29 }, here: few, own: few, knownBrowser: false })).toBe('write');
    expect(letterVerdict({ all: { quarterHour: 15, day: 15 }, here: few, own: few, knownBrowser: false })).toBe('unsent');
    expect(letterVerdict({ all: { quarterHour: 0, day: 30 }, here: few, own: few, knownBrowser: false })).toBe('unsent');
  });

  it('goes to the browser that signed in before, whatever others ask, here or elsewhere', () => {
    expect(letterVerdict({ all: many, here: many, own: few, knownBrowser: true })).toBe('write');
    expect(letterVerdict({ all: few, here: few, own: { quarterHour: 5, day: 5 }, knownBrowser: true })).toBe('too-often');
  });

  it('may be asked for again after a quarter of an hour, or after a day', () => {
    expect(secondsToWait({ quarterHour: 5, day: 5 })).toBe(900);
    expect(secondsToWait({ quarterHour: 0, day: 20 })).toBe(86_400);
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
