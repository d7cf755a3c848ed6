import { expect, it } from '@jest/globals';
import { LOOKS } from './ward-decided.js';

it('what the ward office decided stands on a ground on which its presses can be read, also where an event is off', () => {
  expect(LOOKS).toEqual({ cancelled: 'note', postponed: 'note', held: 'good', reduced: 'note' });
});
