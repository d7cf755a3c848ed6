import { expect, it } from '@jest/globals';
import { CASE_STATUSES } from '../approval-case/approval-case.entity.js';
import { MOST_COMMENTS, commentVerdict } from './comment.rules.js';

it('a comment is a centre’s that supports the host, on what waits, and there is an end of it', () => {
  expect(CASE_STATUSES.filter((status) => commentVerdict({ centreId: 'centre', status, said: 0 }) === true)).toEqual(['pending']);
  for (const status of CASE_STATUSES) expect(commentVerdict({ centreId: null, status, said: 0 })).toBe('comment.centre-only');
  expect(commentVerdict({ centreId: 'centre', status: 'approved', said: 0 })).toBe('approval.not-pending');
  expect([MOST_COMMENTS - 1, MOST_COMMENTS].map((said) => commentVerdict({ centreId: 'centre', status: 'pending', said }))).toEqual([true, 'comment.too-many']);
});
