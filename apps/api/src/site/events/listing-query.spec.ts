import { describe, expect, it } from '@jest/globals';
import { endOfWeek, eventPath, foundIn, listingPath, monthStarts, readListing, weekendOf, wishOf } from './listing-query.js';

const SUNDAY = new Date('2026-11-22T10:00:00+09:00');
const WEDNESDAY = new Date('2026-11-25T23:30:00+09:00');

describe('the address of the list', () => {
  it('keeps what makes sense and leaves out the rest', () => {
    expect(readListing({ from: '2026-11-22', area: 'utsubo', field: 'bunka', q: ' バラ ', page: '2' })).toEqual({ from: '2026-11-22', area: 'utsubo', field: 'bunka', q: 'バラ', page: 2 });
    expect(readListing({ from: '2026-02-30', area: '../x', field: 'magic', q: '', page: '-1', to: ['a'] })).toEqual({ page: 1 });
  });

  it('reads the one box for days of the form, and writes days', () => {
    expect(readListing({ when: '2026-11-28..2026-11-29' })).toEqual({ from: '2026-11-28', to: '2026-11-29', page: 1 });
    expect(readListing({ when: '2026-12-01..', from: '2026-11-22' })).toEqual({ from: '2026-12-01', page: 1 });
    expect(readListing({ when: 'past', from: '2026-11-22' })).toEqual({ past: 'yes', page: 1 });
    for (const when of ['..', 'x..y', '2026-02-30..', 'x']) expect(readListing({ when })).toEqual({ page: 1 });
  });

  it('writes the same conditions in one order', () => {
    const asked = { audience: 'children', area: 'utsubo', free: 'yes', gratis: 'yes', host: 'utsubo-rengo', q: 'バラ' };
    expect(listingPath(readListing(asked))).toBe(listingPath(readListing(Object.fromEntries(Object.entries(asked).reverse()))));
    expect(readListing({ free: 'no', gratis: '1', audience: 'cats', host: '../x' })).toEqual({ page: 1 });
  });

  it('goes back to the first page when a condition changes', () => {
    const query = readListing({ from: '2026-11-22', q: 'バラ', page: '3' });
    expect(listingPath(query, { q: null })).toBe('/events?from=2026-11-22');
    expect(listingPath(query, { page: 4 })).toBe('/events?q=%E3%83%90%E3%83%A9&from=2026-11-22&page=4');
    expect(listingPath({ page: 1 })).toBe('/events');
  });

  it('is kept in the address of an event that was found there; a plain list leaves none', () => {
    const list = readListing({ q: '百 &=歳', area: 'horie', free: 'yes', page: '2' });
    const path = eventPath('taiso', list);
    expect(foundIn(Object.fromEntries(new URL(path, 'http://x').searchParams))).toEqual(list);
    expect(eventPath('taiso', { page: 1 })).toBe('/events/taiso');
    for (const bad of [{}, { list: ['q=a', 'q=b'] }, { list: 'https://elsewhere.example/?x=1' }, { list: 'from=2026-02-30&page=-1' }]) expect(foundIn(bad)).toEqual({ page: 1 });
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
