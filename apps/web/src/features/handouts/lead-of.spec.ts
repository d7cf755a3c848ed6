import { expect, it } from '@jest/globals';
import { leadOf } from './lead-of.js';

it('says of an event that is off that its page shows no handouts', () => {
  expect(leadOf({ state: 'draft', publicRevision: null })).toBe('handout.lead.before');
  expect(leadOf({ state: 'published', publicRevision: 1 })).toBe('handout.lead');
  expect(leadOf({ state: 'cancelled', publicRevision: 1 })).toBe('handout.lead.off');
});
