import { describe, expect, it } from '@jest/globals';
import { FRAME } from './an-event.builder.js';
import { freeToGive, lackingSeats } from './people.js';
import { framesFrom, frameValues } from './rows.js';
import { anEvent } from './an-event.builder.js';
import { leftOfTotal, totalOf } from './total.js';

const group = { ...FRAME, id: 'g', name: '団体', method: 'chosen' as const, capacity: 50, placesTaken: 4 };
const beside = { ...FRAME, id: 'b', name: '出演', capacity: 10, placesTaken: 10, outsideTotal: true };
const event = anEvent({ totalPlaces: 101, frames: [FRAME, group, beside] });

describe('places of several frames together', () => {
  it('count what counts, and leave each frame the smaller of both', () => {
    expect(totalOf(event)).toEqual({ places: 101, taken: 100 });
    expect([FRAME, group, beside].map((frame) => leftOfTotal(event, frame))).toEqual([1, 1, Infinity]);
    expect(freeToGive(event)).toEqual([expect.objectContaining({ id: 'g', free: 1 })]);
    const first = { frameId: 'g', heads: 3, waitlistPosition: 1, can: { amend: true, answer: true, promote: 'application.not-enough-places', cancel: true } as const };
    expect(lackingSeats(event, first)).toEqual({ free: 1, heads: 3, more: 2 });
    expect(totalOf({ ...event, totalPlaces: null })).toBeNull();
  });

  it('are asked for where several kinds of places have a number, and go when only one is left', () => {
    const values = frameValues(event);
    expect(values['totalPlaces']).toBe('101');
    expect(framesFrom(values, event).patch).toMatchObject({ totalPlaces: 101, frames: [{ outsideTotal: false }, { outsideTotal: false }, { outsideTotal: true }] });
    expect(framesFrom({ ...values, totalPlaces: '' }, event).patch).toMatchObject({ totalPlaces: null });
    expect(framesFrom({ ...values, totalPlaces: 'たくさん' }, event).errors).toMatchObject({ totalPlaces: 'app.number' });
    const one = anEvent({ totalPlaces: 101, frames: [FRAME] });
    expect(framesFrom(frameValues(one), one).patch).toMatchObject({ totalPlaces: null });
  });
});
