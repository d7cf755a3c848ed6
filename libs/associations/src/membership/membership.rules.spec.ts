import { describe, expect, it } from '@jest/globals';
import { askVerdict, membershipVerdict, type MembershipState } from './membership.rules.js';

describe('a wish to join', () => {
  const verdict = (state: MembershipState, to: 'contacted' | 'withdrawn', forgottenAt: Date | null = null) => membershipVerdict({ state, forgottenAt }, to);

  it('is answered once, and taken back until then or after', () => {
    expect([verdict('waiting', 'contacted'), verdict('waiting', 'withdrawn'), verdict('contacted', 'withdrawn')]).toEqual([true, true, true]);
    expect([verdict('contacted', 'contacted'), verdict('withdrawn', 'contacted'), verdict('withdrawn', 'withdrawn')]).toEqual(['membership.is-contacted', 'membership.is-withdrawn', 'membership.is-withdrawn']);
    expect(verdict('waiting', 'contacted', new Date(0))).toBe('membership.forgotten');
  });

  it('comes from one contact three times while they wait, and five times a day', () => {
    expect([askVerdict({ waiting: 2, today: 4 }), askVerdict({ waiting: 3, today: 3 }), askVerdict({ waiting: 0, today: 5 })]).toEqual([true, 'membership.enough', 'membership.too-often']);
  });
});
