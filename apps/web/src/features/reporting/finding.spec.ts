import type { AreaFiguresResponse, MonthFiguresResponse } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { sumsOf } from '../notifications/ledger.js';
import { kindWord } from '../notifications/ledger.js';
import { busiestArea, busiestMonth, heldOf, percent } from './finding.js';
import { statsSearch } from './search.js';

const figures = {
  applied: 0,
  confirmed: 0,
  places: 0,
  placesTaken: 0,
  fillRate: null,
  participants: 0,
  walkIns: 0,
  volunteerPlaces: 0,
  volunteersConfirmed: 0,
  volunteers: 0,
  cleanedArea: 0,
  handedOut: 0,
  events: 0,
  eventsToCome: 0,
};
const month = (name: string, participants: number, walkIns = 0): MonthFiguresResponse => ({ ...figures, month: name, peopleBefore: null, participants, walkIns });
const area = (areaName: string | null, participants: number): AreaFiguresResponse => ({ ...figures, areaId: areaName, areaName, areaSlug: areaName, participants });

describe('what the figures show', () => {
  it('names the month with the most people, walk-ins counted', () => {
    expect(busiestMonth([month('2026-04', 10), month('2026-10', 9, 2)])).toEqual({ month: '2026-10', people: 11 });
    expect(busiestMonth([month('2026-04', 0)])).toBeUndefined();
  });

  it('names an area, never the whole ward', () => {
    expect(busiestArea([area('明治', 20), area(null, 90)])).toEqual({ name: '明治', people: 20 });
    expect(busiestArea([area(null, 90)])).toBeUndefined();
  });

  const at = (time: string, walkIns = 0) => ({ startsAt: `2026-11-23T${time}Z`, participants: 0, walkIns });

  it('counts what has begun, not what is still to come', () => {
    const [begun, later, received] = [at('00:00:00'), at('00:00:01'), at('00:00:01', 1)];
    expect(heldOf([begun, later, received], new Date('2026-11-23T00:00:00Z'))).toEqual([begun, received]);
  });

  it('says a share as people say it', () => {
    expect([percent(0.795), percent(null)]).toEqual(['80%', '—']);
  });

  it('reads the year and area in the address', () => {
    expect(statsSearch({ year: '2025', area: '01900000-0000-7000-8000-000000000001' })).toEqual({ year: 2025, area: '01900000-0000-7000-8000-000000000001' });
    expect(statsSearch({ year: '3000', area: "'; drop" })).toEqual({});
  });
});

describe('the ledger of letters', () => {
  it('adds up, and the audience is the sum of the rest', () => {
    const one = { audience: 6, accepted: 3, callSheet: 1, optedOut: 1, waiting: 1, withdrawn: 0 };
    const sums = sumsOf([one, one]);
    expect(sums).toEqual({ audience: 12, accepted: 6, callSheet: 2, optedOut: 2, waiting: 2, withdrawn: 0 });
    expect(sums.accepted + sums.callSheet + sums.optedOut + sums.waiting + sums.withdrawn).toBe(sums.audience);
  });

  it('has a word for every letter, also for one it does not know', () => {
    expect(kindWord('reminder-d1')).toBe('前の日のお知らせ');
    expect(kindWord('something-new')).toBe('お知らせ');
  });
});
