import { describe, expect, it } from '@jest/globals';
import { tooMany } from './figures.rules.js';

describe('parts of those who came', () => {
  it.each([
    [{ participants: 10, walkIns: 5, children: 15, wheelchairs: 15 }, []],
    [{ participants: 10, walkIns: 5, children: null, wheelchairs: 0 }, []],
    [{ participants: 10, walkIns: 5, children: 16, wheelchairs: 1 }, ['children']],
    [{ participants: 0, walkIns: 0, children: 1, wheelchairs: 1 }, ['children', 'wheelchairs']],
  ])('of %j are too many: %j', (figures, fields) => {
    expect(tooMany(figures).map(({ field }) => field)).toEqual(fields);
  });
});
