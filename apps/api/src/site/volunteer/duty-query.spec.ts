import { describe, expect, it } from '@jest/globals';
import type { ListedShift } from './duty-reader.js';
import { dutyKinds } from './duty-kinds.js';
import { dutiesPath, narrowed, readDuties } from './duty-query.js';

describe('what one does on a duty', () => {
  it.each([
    ['受付', ['desk']],
    ['受付・見守り', ['desk', 'watch']],
    ['会場づくり・いす並べ', ['hands']],
    ['配膳とお話相手', ['food', 'care']],
    ['救護', ['care']],
    ['ｺﾞﾐの分別', ['hands']],
    ['工作の手伝い', ['other']],
  ])('%s: %j', (duty, kinds) => {
    expect(dutyKinds(duty)).toEqual(kinds);
  });
});

describe('the address of the free duties', () => {
  it('keeps what makes sense, in one order', () => {
    expect(readDuties({ kind: 'desk', when: '2026-11-28..2026-11-29', area: 'horie', q: 'x' })).toEqual({ from: '2026-11-28', to: '2026-11-29', area: 'horie', kind: 'desk' });
    expect(readDuties({ kind: 'cats', when: 'past', area: '../x', to: ['a'] })).toEqual({});
    expect(dutiesPath({ kind: 'desk', from: '2026-11-28' })).toBe('/volunteer?from=2026-11-28&kind=desk');
    expect(dutiesPath({ kind: 'desk', from: '2026-11-28', to: '2026-11-28' }, 'from', 'to')).toBe('/volunteer?kind=desk');
    expect(dutiesPath({})).toBe('/volunteer');
  });

  it('narrows by days in Japan, area and kind', () => {
    const shift = (duty: string, startsAt: string, areaId: string) => ({ duty, startsAt, areaId }) as ListedShift;
    // The first hour of the 29th in Japan is the 28th elsewhere.
    const [early, desk, watch] = [shift('救護', '2026-11-28T15:30:00.000Z', 'a'), shift('受付', '2026-11-29T03:00:00.000Z', 'b'), shift('見守り', '2026-11-30T03:00:00.000Z', 'a')];
    const areas = [{ id: 'a', slug: 'horie' }];
    const found = (query: Record<string, string>) => narrowed([early, desk, watch], readDuties(query), areas);
    expect(found({})).toEqual([early, desk, watch]);
    expect(found({ when: '2026-11-29..2026-11-29' })).toEqual([early, desk]);
    expect(found({ area: 'horie' })).toEqual([early, watch]);
    expect(found({ area: 'nowhere' })).toEqual([]);
    expect(found({ kind: 'desk' })).toEqual([desk]);
    expect(found({ from: '2026-11-30', area: 'horie', kind: 'watch' })).toEqual([watch]);
  });
});
