import { describe, expect, it } from '@jest/globals';
import { deskAddress, deskSearch, isNarrowed, type DeskSearch } from './search.js';

const AREA = '01930000-0000-7000-8000-000000000007';
const read = (address: string): DeskSearch => deskSearch(Object.fromEntries(new URL(address, 'http://ward').searchParams));

describe('what the desk is narrowed by', () => {
  it('is read from the address that says it', () => {
    const all: DeskSearch = { status: 'returned', area: AREA, kind: 'festival', due: 'late', by: 'me', page: 3 };
    expect(read(deskAddress(all))).toEqual(all);
    expect(deskAddress({})).toBe('/app/desk');
  });

  it('has one address, whatever the order it came in, and with the drawer named or not', () => {
    expect(deskAddress({ due: 'soon', area: AREA, status: 'pending' })).toBe(deskAddress({ area: AREA, due: 'soon' }));
  });

  it('is of reports the drawer, the area and the kind: they have no business days and nobody decided on them', () => {
    expect(read(deskAddress({ status: 'late', area: AREA, kind: 'festival', page: 2 }))).toEqual({ status: 'late', area: AREA, kind: 'festival', page: 2 });
    expect(deskSearch({ status: 'to-accept', due: 'late', by: 'me' })).toEqual({ status: 'to-accept' });
  });

  it('is nothing where nobody understands it', () => {
    expect(deskSearch({ status: 'lost', area: 'horie', kind: 'party', due: 'never', by: 'you', page: 0 })).toEqual({});
    expect(deskSearch({ area: 7, kind: ['festival'], status: 'pending', page: 1 })).toEqual({});
  });

  it('is more than a drawer and a page', () => {
    expect(isNarrowed({ status: 'approved' })).toBe(false);
    for (const some of [{ area: AREA }, { kind: 'festival' }, { due: 'late' }, { by: 'me' }] as const) expect(isNarrowed(some)).toBe(true);
  });
});
