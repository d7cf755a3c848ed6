import { expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { parseForm } from '@yoriai/platform';
import { ChecklistKindPatch, NewChecklistKind } from './checklist.dto.js';

it('what a new procedure leaves empty is as if it were left out', async () => {
  const given = { code: 'noise', title: '音を出す届出', flags: ['park'], authority: '警察署', leadDays: 5, how: '窓口へ', gate: 'publication' };
  const { value, errors } = await parseForm(NewChecklistKind, { ...given, judgedBy: '', toConfirm: '' });
  expect([errors, value.judgedBy, value.toConfirm]).toEqual([[], undefined, undefined]);
  expect((await parseForm(NewChecklistKind, { ...given, judgedBy: null, toConfirm: null })).errors.map(({ field }) => field)).toEqual(['judgedBy', 'toConfirm']);
});

it('the telephone of an office and the address of a form are as they are written elsewhere; empty takes them away, left out leaves them', async () => {
  const read = async (given: object) => {
    const { value, errors } = await parseForm(ChecklistKindPatch, given);
    return [value.phone, value.formUrl, errors.map(({ field, code }) => `${field} ${code}`)];
  };
  expect(await read({ phone: '06 0000 0101', formUrl: ' https://example.jp/park.pdf ' })).toEqual([expect.stringMatching(/^06.0000.0101$/), 'https://example.jp/park.pdf', []]);
  expect(plainToInstance(ChecklistKindPatch, { phone: '', formUrl: ' ' })).toMatchObject({ phone: null, formUrl: null });
  expect(await read({})).toEqual([undefined, undefined, []]);
  expect(await read({ phone: '内線のみ', formUrl: 'javascript:alert(1)' })).toMatchObject([expect.anything(), expect.anything(), ['phone contact.phone', 'formUrl approval.form-url']]);
});
