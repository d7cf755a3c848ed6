import { expect, it } from '@jest/globals';
import { nameFor, nameOf } from './name-of.js';

it('a file is about what its name says', () => {
  expect(['入学の_しおり.pdf', ' a  b.JPEG', 'しおり', '2.0版.pdf', '.pdf'].map(nameOf)).toEqual(['入学の しおり', 'a b', 'しおり', '2.0版', '']);
});

it('another file brings its own name, unless somebody wrote one', () => {
  expect(nameFor('big.pdf', 'note', 'note.txt')).toBe('big');
  expect(nameFor('big.pdf', '', 'note.txt')).toBe('big');
  expect(nameFor('big.pdf', '当日の持ちもの', 'note.txt')).toBe('当日の持ちもの');
  expect(nameFor(`${'長'.repeat(80)}.pdf`, '', '')).toHaveLength(60);
});
