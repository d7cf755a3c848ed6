import { describe, expect, it } from '@jest/globals';
import type { StallList } from '@yoriai/api-client';
import { plotlessIn, plotsFrom, plotsText } from './plots.js';

describe('plots as people write them', () => {
  it('are a line for each area, read and written again', () => {
    const plots = plotsFrom('A 2 南の広場\n\nｂ　３\n');
    expect(plots).toEqual([
      { code: 'A-1', venue: '南の広場' },
      { code: 'A-2', venue: '南の広場' },
      ...[1, 2, 3].map((nth) => ({ code: `B-${nth}`, venue: null })),
    ]);
    expect(plotsText(plots!)).toBe('A 2 南の広場\nB 3');
    expect(plotsFrom('')).toEqual([]);
  });

  it.each(['南の広場', 'A', 'A 0', 'A 2\nA 3', 'ABC 2', 'A x'])('can’t be read in 「%s」', (text) => {
    expect(plotsFrom(text)).toBeUndefined();
  });
});

it('counts the stalls that have no plot yet, where there are plots to have', () => {
  const stalls = [{ state: 'accepted', plot: null }, { state: 'accepted', plot: 'A-1' }, { state: 'applied', plot: null }, { state: 'declined', plot: null }];
  expect(plotlessIn({ call: { plots: plotsFrom('A 2') }, stalls } as unknown as StallList)).toBe(1);
  expect(plotlessIn({ call: { plots: [] }, stalls } as unknown as StallList)).toBe(0);
});
