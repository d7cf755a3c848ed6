import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeOf, eventNumber } from './event-codes.rules.js';

it('numbers count within the fiscal year of the era', () => {
  expect(eventNumber(2026, 1)).toBe('R8-0001');
  expect(eventNumber(2019, 123)).toBe('R1-0123');
  expect(eventNumber(2036, 10_000)).toBe('R18-10000');
});

it('codes are of one length, the same for the same text, and without letters that look alike', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 20, maxLength: 43 }), (signature) => {
      const code = codeOf(signature, 6);
      expect(code).toMatch(/^[2-9a-hjkmnp-z]{6}$/);
      expect(codeOf(signature, 6)).toBe(code);
    }),
  );
});
