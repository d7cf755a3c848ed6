import { expect, it } from '@jest/globals';
import { tooManyHeads } from './heads-limit.js';

it('tells a host how many one application takes', () => {
  const frame = { perApplicationMax: 4, capacity: 20 };
  expect(tooManyHeads('9', frame)).toEqual({ heads: 'ひとつの申込は4人までです。多いときは、申込を分けてください。' });
  expect(['4', '', 'x'].map((heads) => tooManyHeads(heads, frame))).toEqual([{}, {}, {}]);
  expect([tooManyHeads('3', { perApplicationMax: 4, capacity: 2 }), tooManyHeads('9', undefined)]).toEqual([{ heads: expect.stringContaining('2人まで') }, {}]);
});
