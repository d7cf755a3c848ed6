import { expect, it } from '@jest/globals';
import { parseForm } from '@yoriai/platform';
import { NewChecklistKind } from './checklist.dto.js';

it('what a new procedure leaves empty is as if it were left out', async () => {
  const { value, errors } = await parseForm(NewChecklistKind, { code: 'noise', title: '音を出す届出', flags: ['park'], authority: '警察署', leadDays: 5, how: '窓口へ', gate: 'publication', judgedBy: null, toConfirm: null });
  expect([errors, value.judgedBy, value.toConfirm]).toEqual([[], undefined, undefined]);
});
