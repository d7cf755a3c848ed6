import { expect, it } from '@jest/globals';
import { mayTake, ON_ITS_WAY } from './taking.js';

it('a list is fetched by one press at a time, and by another where the first came to nothing', () => {
  const pressed = Date.parse('2026-11-20T10:00:00.000Z');
  expect(mayTake(undefined, pressed)).toBe(true);
  expect([0, 500, ON_ITS_WAY - 1].map((later) => mayTake(pressed, pressed + later))).toEqual([false, false, false]);
  expect(mayTake(pressed, pressed + ON_ITS_WAY)).toBe(true);
});
