import { expect, it } from '@jest/globals';
import { translator } from '../texts/index.js';
import { procedureIn } from './procedure-in.js';

const [ja, en] = [translator('ja'), translator('en')];

it('a procedure that the product knows is read in the language of who reads it, with its office', () => {
  const food = { code: 'food', title: '臨時出店届', authority: '保健所（生活衛生監視事務所）', dueOn: '2026-12-10' };
  expect(procedureIn(en, food)).toEqual({ ...food, title: 'Notice of temporary food stalls', authority: 'the public health centre' });
  expect(procedureIn(ja, food)).toEqual(food);
});

it('what the ward has added, or an office that it has written otherwise, stays as the ward wrote it', () => {
  const added = { code: 'noise', title: '音の届け出', authority: '区の環境係' };
  expect(procedureIn(en, added)).toEqual(added);
  expect(procedureIn(en, { code: 'road', title: '道路使用許可', authority: '西警察署 交通課' })).toMatchObject({ title: 'Road use permit', authority: '西警察署 交通課' });
});
