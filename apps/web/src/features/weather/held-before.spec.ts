import { expect, it } from '@jest/globals';
import { isHeldBefore } from './held-before.js';

const HELD = '2026-11-28T07:10:00.000Z';

it.each([
  ['a danger of the gravest kind that began since', { gravestSince: '2026-11-28T07:20:00.000Z' }, true],
  ['one that began before, and has grown since', { since: '2026-11-28T07:20:00.000Z', gravestSince: '2026-11-28T07:00:00.000Z' }, false],
  ['a lesser one', { since: '2026-11-28T07:20:00.000Z' }, false],
] as const)('what was said is said anew for %s: the same that the server takes', (_, what, expected) => {
  expect(isHeldBefore(HELD, [{ alerts: null }, { alerts: [{ kind: 'tsunami', level: 5, title: '大津波警報', ...what }] }])).toBe(expected);
});
