import { describe, expect, it } from '@jest/globals';
import { endOfWeek, listingPath, monthStarts, readListing, weekendOf, wishOf } from './listing-query.js';

const SUNDAY = new Date('2026-11-22T10:00:00+09:00');
const WEDNESDAY = new Date('2026-11-25T23:30:00+09:00');

describe('the address of the list', () => {
  it('keeps what makes sense and leaves out the rest', () => {
    expect(readListing({ from: '2026-11-22', area: 'utsubo', field: 'bunka', q: ' バラ ', page: '2' })).toEqual({ from: '2026-11-22', area: 'utsubo', field: 'bunka', q: 'バラ', page: 2 });
    expect(readListing({ from: '2026-02-30', area: '../x', field: 'magic', q: '', page: '-1', to: ['a'] })).toEqual({ page: 1 });
  });

  it('goes back to the first page when a condition changes', () => {
    const query = readListing({ from: '2026-11-22', q: 'バラ', page: '3' });
    expect(listingPath(query, { q: null })).toBe('/events?from=2026-11-22');
    expect(listingPath(query, { page: 4 })).toBe('/events?from=2026-11-22&q=%E3%83%90%E3%83%A9&page=4');
    expect(listingPath({ page: 1 })).toBe('/events');
  });

  it('means days in Japan, the last one to its end', () => {
    expect(wishOf(readListing({ from: '2026-11-28', to: '2026-11-29' }))).toMatchObject({
      from: new Date('2026-11-28T00:00:00+09:00'),
      to: new Date('2026-11-30T00:00:00+09:00'),
    });
  });
});

describe('days people plan by', () => {
  it('knows the weekend', () => {
    expect(weekendOf(WEDNESDAY)).toEqual({ from: '2026-11-28', to: '2026-11-29' });
    expect(weekendOf(SUNDAY)).toEqual({ from: '2026-11-22', to: '2026-11-22' });
  });

  it('ends the week on Sunday', () => {
    expect(endOfWeek('2026-11-22')).toBe('2026-11-22');
    expect(endOfWeek('2026-11-23')).toBe('2026-11-29');
  });

  it('begins the next months', () => {
    expect(monthStarts(SUNDAY, 3)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
  });
});
