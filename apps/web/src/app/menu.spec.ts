import { describe, expect, it } from '@jest/globals';
import { isCurrent, menuFor } from './menu.js';
import { paths } from './paths.js';

const currentAt = (pathname: string, levels: ('officer' | 'staff')[]): string | undefined =>
  menuFor({ levels }, pathname).find((item) => item.current)?.href;

describe('the menu', () => {
  it('shows the desk to the ward office and the own organisation to leaders', () => {
    expect(menuFor({ levels: ['officer', 'staff'] }, '/').map((item) => item.href)).toContain(paths.desk());
    expect(menuFor({ levels: ['officer'] }, '/').map((item) => item.href)).toEqual([paths.home, paths.events(), paths.stats(), paths.org()]);
  });

  it('marks where we are, with or without the base in the path', () => {
    expect(currentAt('/', ['officer'])).toBe(paths.home);
    expect(currentAt('/app/', ['officer'])).toBe(paths.home);
    expect(currentAt('/events/01900000/people', ['officer'])).toBe(paths.events());
    expect(currentAt('/approvals/01900000', ['staff'])).toBe(paths.desk());
    expect(currentAt('/app/approvals/01900000', ['staff'])).toBe(paths.desk());
  });

  it('does not take one path for the beginning of another', () => {
    expect(isCurrent(paths.org(), '/organisations')).toBe(false);
  });
});
