import { describe, expect, it } from '@jest/globals';
import { ALLOWED } from '../events/an-event.builder.js';
import { hasReason, lookOf, verdictsFor } from './verdicts.js';

describe('the buttons of a decision', () => {
  it('are those that will be answered, and none where somebody else decides', () => {
    const staff = { ...ALLOWED, approve: 'event.approver-only', reject: 'event.approver-only' };
    const submitter = { ...ALLOWED, approve: 'event.own-submission', return: 'event.own-submission', reject: 'event.own-submission' };
    expect([ALLOWED, staff, submitter].map((can) => verdictsFor({ can }))).toEqual([['approve', 'return', 'reject'], ['return'], []]);
  });

  it('have one filled among them where one may approve, and none where one may only hand it back', () => {
    const staff = { ...ALLOWED, approve: 'event.approver-only', reject: 'event.approver-only' };
    expect([ALLOWED, staff].map((can) => verdictsFor({ can }).map(lookOf))).toEqual([['filled', 'outline', 'stop'], ['outline']]);
  });

  it('ask for a reason once: what was written at an answer is one for handing back', () => {
    expect([hasReason('return', '', 1), hasReason('return', 'わけ', 0), hasReason('return', '', 0)]).toEqual([true, true, false]);
    expect([hasReason('reject', '', 1), hasReason('reject', 'わけ', 0), hasReason('approve', '', 0)]).toEqual([false, true, true]);
  });
});
