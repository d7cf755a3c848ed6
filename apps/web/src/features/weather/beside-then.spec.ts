import { ProblemError } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import { asksBeside, withBeside } from './beside-then.js';
import type { Proposal } from './proposal.js';

const refused = (code: string): Error => new ProblemError({ status: 409, code, detail: code });
const off: Proposal = { kind: 'postponed', cause: 'rain', reason: '雨の予報のため', day: '2026-12-06' };

it('the ward is asked for a reason once the place was taken, and as long as it writes one; a host never is', () => {
  expect([asksBeside(off, '', null), asksBeside(off, '', refused('event.venue-taken')), asksBeside(off, '場所を分', null)]).toEqual([false, true, true]);
  expect([asksBeside(off, '', refused('event.venue-taken-then')), asksBeside({ kind: 'cancelled' }, '', refused('event.venue-taken'))]).toEqual([false, false]);
});

it('what was written goes along, and nothing where nothing was', () => {
  expect(withBeside(off, ' 場所を分けます。 ')).toEqual({ ...off, besideReason: '場所を分けます。' });
  expect(withBeside(off, ' ')).toBe(off);
});
