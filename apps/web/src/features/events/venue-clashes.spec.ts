import { describe, expect, it } from '@jest/globals';
import { bodyOf } from './venue-clashes.js';

describe('what a clash means', () => {
  it('is told to who hands it in as something to move, and to who decides as something to give a reason for', () => {
    expect(bodyOf([{ isApproved: true }], 'host')).toBe('app.venues.clash.body');
    expect(bodyOf([{ isApproved: false }, { isApproved: true }], 'ward')).toBe('app.venues.clash.decide');
  });

  it('needs no reason yet where neither is approved', () => {
    expect(bodyOf([{ isApproved: false }], 'ward')).toBe('app.venues.clash.decide-first');
  });
});
