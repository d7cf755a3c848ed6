import { describe, expect, it } from '@jest/globals';
import { EVENT_STATES } from '../event/event.rules.js';
import { addingVerdict, arePublic, asksForArea } from './picture.rules.js';

describe('pictures of a report', () => {
  it('are taken from the publication on, and no longer once it is reported; everybody sees them when it is over', () => {
    expect(EVENT_STATES.map((state) => `${state}: ${String(addingVerdict(state))}${arePublic(state) ? ', public' : ''}`)).toEqual([
      'draft: picture.not-yet',
      'submitted: picture.not-yet',
      'returned: picture.not-yet',
      'rejected: picture.not-yet',
      'approved: picture.not-yet',
      'published: true',
      'awaiting-report: true, public',
      'reported: picture.reported, public',
      'closed: picture.reported, public',
      'cancelled: picture.not-yet',
    ]);
  });
});

describe('an area', () => {
  it.each([
    ['of a clean-up', { category: 'cleaning', uses: null }, true],
    ['of work on a wall of others', { category: 'other', uses: ['owner'] as const }, true],
    ['of nothing else', { category: 'festival', uses: ['park'] as const }, false],
    ['of an event without answers', { category: null, uses: null }, false],
  ])('is measured %s', (_, event, asks) => {
    expect(asksForArea(event)).toBe(asks);
  });
});
