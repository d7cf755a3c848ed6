import { expect, it } from '@jest/globals';
import { fileSize } from './file-size.js';

it('a file is as large as phones say', () => {
  expect([1, 2048, 348_160, 1_100_000, 8 * 1024 * 1024].map(fileSize)).toEqual(['1KB', '2KB', '340KB', '1.0MB', '8.0MB']);
});
