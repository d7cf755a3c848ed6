import { describe, expect, it } from '@jest/globals';
import type { VenueAnswer } from '@yoriai/api-client';
import { FRAME, anEvent } from './an-event.builder.js';
import { venueNotes } from './venue-notes.js';

const venue = (name: string, capacity: number | null, rest: Partial<VenueAnswer> = {}): VenueAnswer => ({ name, kind: 'hall', kana: '', partOf: null, address: null, capacity, unfitFor: [], refuge: null, areaId: null, note: null, version: 1, ...rest });
const LIST = [venue('会館', 40), venue('学校', 100), venue('学校 体育館', 60, { partOf: '学校' }), venue('広場', null), venue('公園', 500, { unfitFor: ['tsunami'] })];
const seats = (...capacities: (number | null)[]) => anEvent({ frames: capacities.map((capacity) => ({ ...FRAME, capacity })) });

describe('what the list says of the places of an event', () => {
  it.each([
    ['one place for as many as it holds', seats(40), ['会館'], null],
    ['more than it holds', seats(30, 20), ['会館'], { heads: 50, holds: 40 }],
    ['two places hold both', seats(130), ['会館', '学校'], null],
    ['a part beside its whole is no further place', seats(130), ['学校', '学校 体育館'], { heads: 130, holds: 100 }],
    ['the total counts, not its frames', { ...seats(30, 30), totalPlaces: 40 }, ['会館'], null],
    ['of a place nobody knows how many', seats(5000), ['会館', '広場'], null],
    ['a place that is not on the list', seats(5000), ['会館', 'どこか'], null],
    ['helpers take no seat', anEvent({ frames: [{ ...FRAME, capacity: 40 }, { ...FRAME, capacity: 9, kind: 'volunteer' }] }), ['会館'], null],
    ['no place', seats(5000), [], null],
  ])('%s', (_, event, chosen, over) => {
    expect(venueNotes(event, chosen, LIST).over).toEqual(over);
  });

  it('from what they are no refuge', () => {
    expect(venueNotes(seats(1), ['公園', '会館'], LIST).unfit.map(({ name }) => name)).toEqual(['公園']);
  });
});
