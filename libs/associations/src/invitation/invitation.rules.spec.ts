import { describe, expect, it } from '@jest/globals';
import { invitationExpiry, invitationState, invitationVerdict } from './invitation.rules.js';

const invitedAt = new Date('2026-11-22T10:00:00+09:00');
const expiresAt = invitationExpiry(invitedAt);
const before = new Date(expiresAt.getTime() - 1);

describe('an invitation', () => {
  it('lives for 72 hours, to the instant', () => {
    expect(expiresAt).toEqual(new Date('2026-11-25T10:00:00+09:00'));
    expect(invitationVerdict({ state: 'open', expiresAt }, before)).toBe('open');
    expect(invitationVerdict({ state: 'open', expiresAt }, expiresAt)).toBe('invitation.gone');
    expect(invitationState({ state: 'open', expiresAt }, expiresAt)).toBe('expired');
  });

  it.each(['accepted', 'withdrawn', 'replaced'] as const)('that is %s works no more', (state) => {
    expect(invitationVerdict({ state, expiresAt }, before)).toBe('invitation.gone');
    expect(invitationState({ state, expiresAt }, expiresAt)).toBe(state);
  });
});
