import type { MeAnswer } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { AT_THE_FOOT, isCurrent, menuFor, seesFigures } from './menu.js';
import { paths } from './paths.js';

const currentAt = (pathname: string, levels: ('officer' | 'staff' | 'admin')[]): string | undefined =>
  menuFor({ levels }, pathname).find((item) => item.current)?.href;

describe('the menu', () => {
  it('shows the desk to the ward office and the own organisation to leaders', () => {
    expect(menuFor({ levels: ['officer', 'staff'] }, '/').map((item) => item.href)).toContain(paths.desk());
    expect(menuFor({ levels: ['officer'] }, '/').map((item) => item.href)).toEqual([paths.home, paths.events(), paths.stats(), paths.org()]);
  });

  it('leads administrators and staff to the organisations, with room for all on a phone', () => {
    for (const levels of [
      ['officer', 'staff'],
      ['officer', 'admin'],
      ['officer', 'staff', 'admin'],
    ] as const) {
      const items = menuFor({ levels: [...levels] }, '/');
      expect(items.map((item) => item.href)).toContain(paths.wardPeople);
      expect(items.length).toBeLessThanOrEqual(AT_THE_FOOT + 1);
      // What a phone has no room for is reached from the desk.
      expect(items.slice(AT_THE_FOOT).map((item) => item.href)).toEqual(items.length > AT_THE_FOOT ? [paths.wardPeople] : []);
    }
    expect(menuFor({ levels: ['officer', 'admin'] }, '/').map((item) => item.href)).not.toContain(paths.desk());
  });

  it('leads the personal data officer to what left, who is of the staff too by the desk', () => {
    const has = (...levels: ('officer' | 'staff' | 'admin' | 'privacy-officer')[]): boolean => menuFor({ levels }, '/').some((item) => item.href === paths.exports());
    expect([has('officer', 'privacy-officer'), has('officer', 'staff', 'privacy-officer'), has('officer', 'admin'), has('officer')]).toEqual([true, false, false, false]);
    expect(menuFor({ levels: ['officer', 'admin', 'privacy-officer'] }, '/').length).toBeLessThanOrEqual(AT_THE_FOOT + 1);
  });

  it('counts what waits on the desk and who is to be telephoned, and is silent about nothing', () => {
    const countAt = (waiting: number): number | undefined => menuFor({ levels: ['staff'] }, '/', { waiting }).find((item) => item.href === paths.desk())?.count;
    expect([countAt(2), countAt(0)]).toEqual([2, undefined]);
    const atHome = (calls: number): number | undefined => menuFor({ levels: ['officer'] }, '/', { calls }).find((item) => item.href === paths.home)?.count;
    expect([atHome(1), atHome(0)]).toEqual([1, undefined]);
  });

  it('leads to the figures whoever sees any, and nobody to a page that refuses them', () => {
    const sees = (role: 'leader' | 'council-officer' | 'block-leader' | 'member', staff = false): boolean => seesFigures({ levels: staff ? ['staff'] : ['officer'], terms: [{ role } as MeAnswer['terms'][number]] });
    expect([sees('leader'), sees('council-officer'), sees('block-leader'), sees('member'), sees('member', true)]).toEqual([true, true, false, false, true]);
    expect(menuFor({ levels: ['officer'] }, '/', { figures: false }).map((item) => item.href)).toEqual([paths.home, paths.events(), paths.org()]);
  });

  it('marks where we are, with or without the base in the path', () => {
    expect(currentAt('/', ['officer'])).toBe(paths.home);
    expect(currentAt('/app/', ['officer'])).toBe(paths.home);
    expect(currentAt('/events/01900000/people', ['officer'])).toBe(paths.events());
    expect(currentAt('/approvals/01900000', ['staff'])).toBe(paths.desk());
    expect(currentAt('/app/approvals/01900000', ['staff'])).toBe(paths.desk());
    expect(currentAt('/desk/procedures', ['staff'])).toBe(paths.desk());
    expect(currentAt('/desk/calendar', ['staff'])).toBe(paths.wardCalendar());
  });

  it('does not take one path for the beginning of another', () => {
    expect(isCurrent(paths.org(), '/organisations')).toBe(false);
  });
});
