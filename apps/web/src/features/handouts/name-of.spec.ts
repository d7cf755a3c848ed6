import { expect, it } from '@jest/globals';
import { nameOf } from './name-of.js';

it('a file is about what its name says', () => {
  expect(['入学の_しおり.pdf', ' a  b.JPEG', 'しおり', '2.0版.pdf', '.pdf'].map(nameOf)).toEqual(['入学の しおり', 'a b', 'しおり', '2.0版', '']);
});
