import { expect, it } from '@jest/globals';
import { isClosedCourse } from './list-export.rules.js';

it('a closed course is where only invited people come to a class', () => {
  expect([{ visibility: 'invited', category: 'class' }, { visibility: 'invited', category: 'festival' }, { visibility: 'members', category: 'class' }, { visibility: null, category: 'class' }].map(isClosedCourse)).toEqual([true, false, false, false]);
});
