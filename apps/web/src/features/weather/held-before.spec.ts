import { expect, it } from '@jest/globals';
import { isHeldBefore } from './held-before.js';

it.each([
  ['of the gravest kind', { kind: 'rain', level: 5 }, true],
  ['a tsunami warning', { kind: 'tsunami', level: 4 }, true],
  ['a lesser one', { kind: 'rain', level: 4 }, false],
] as const)('what was said before a warning began (%s) is to be said anew', (_, what, expected) => {
  const readings = [{ alerts: null }, { alerts: [{ ...what, title: '警報', since: '2026-11-28T07:20:00.000Z' }] }];
  expect(isHeldBefore('2026-11-28T06:10:00.000Z', readings)).toBe(expected);
  expect(isHeldBefore('2026-11-28T07:30:00.000Z', readings)).toBe(false);
});
