import { describe, expect, it } from '@jest/globals';
import { earlierOf } from './earlier.rules.js';

const sunday = { startsAt: '2026-11-29T01:00:00.000Z', endsAt: '2026-11-29T04:00:00.000Z', placeName: '靱公園 バラ園', placeAddress: '靱本町2丁目' };
const saturday = { ...sunday, startsAt: '2026-11-28T01:00:00.000Z', endsAt: '2026-11-28T04:00:00.000Z' };
const elsewhere = { ...saturday, placeName: '松島公園', placeAddress: null };

describe('what an event said before', () => {
  it('is nothing while day and place stand as they stood', () => {
    expect(earlierOf(sunday, [])).toEqual({ when: null, where: null });
    expect(earlierOf(sunday, [sunday, sunday])).toEqual({ when: null, where: null });
  });

  it('tells the day and the place apart, each the last that was another one', () => {
    expect(earlierOf(saturday, [sunday])).toMatchObject({ when: { startsAt: sunday.startsAt }, where: null });
    expect(earlierOf(elsewhere, [saturday, sunday])).toMatchObject({ when: { startsAt: sunday.startsAt }, where: { placeName: '靱公園 バラ園' } });
    expect(earlierOf(sunday, [saturday, sunday])).toMatchObject({ when: { startsAt: saturday.startsAt }, where: null });
    expect(earlierOf({ ...sunday, endsAt: '2026-11-29T05:00:00.000Z' }, [sunday])).toMatchObject({ when: { endsAt: sunday.endsAt }, where: null });
  });
});
