import { describe, expect, it } from '@jest/globals';
import type { VenueAnswer } from '@yoriai/api-client';
import { usesWith } from './venue-uses.js';

const venue = (name: string, kind: VenueAnswer['kind']): VenueAnswer => ({ name, kind, kana: '', partOf: null, address: null, capacity: null, unfitFor: [], refuge: null, areaId: null, note: null, version: 1 });
const VENUES = [venue('靱公園', 'park'), venue('堀江小学校', 'school'), venue('駅前広場', 'other')];

describe('what is used', () => {
  it('has the park and the school of the list in it', () => {
    expect(usesWith('', ['靱公園'], VENUES)).toBe('park');
    expect(usesWith('road subsidy', ['堀江小学校', '靱公園'], VENUES)).toBe('park road facility subsidy');
  });

  it('is something where somebody said nothing is', () => {
    expect(usesWith('none', ['靱公園'], VENUES)).toBe('park');
  });

  it('stays as it was said with other places', () => {
    expect(usesWith('none', ['駅前広場', 'どこか'], VENUES)).toBe('none');
    expect(usesWith('', [], VENUES)).toBe('');
  });
});
