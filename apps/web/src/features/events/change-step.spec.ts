import { expect, it } from '@jest/globals';
import { whatBecomesOf } from './change-step.js';

it('promises news to applicants only of what they can have applied for', () => {
  const of = (publicRevision: number | null, notificationOnly = false) => whatBecomesOf({ publicRevision, notificationOnly }, 'material');
  expect([of(null), of(1), of(1, true)]).toEqual(['app.change.material.unpublished', 'app.change.material.body', 'app.change.by-rule']);
  expect(whatBecomesOf({ publicRevision: null, notificationOnly: false }, 'minor')).toBe('app.change.minor.body');
});
