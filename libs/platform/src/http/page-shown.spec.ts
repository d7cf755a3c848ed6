import { expect, it } from '@jest/globals';
import { pageShown } from './page-shown.js';

it.each([
  [1, 0, 1],
  [9, 0, 1],
  [1, 51, 1],
  [2, 51, 2],
  [2, 50, 1],
  [99, 101, 3],
])('page %i of %i lines, fifty on each, is page %i', (asked, total, shown) => {
  expect(pageShown(asked, total, 50)).toBe(shown);
});
