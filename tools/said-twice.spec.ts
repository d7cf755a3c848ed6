import { expect, it } from '@jest/globals';
import { MOST_BYTES as OF_THE_SERVER } from '../libs/platform/src/index.js';
import { MOST_BYTES as OF_THE_APP } from '../apps/web/src/features/handouts/refused-file.js';

it('a file that the App lets go is one that the server keeps', () => {
  expect(OF_THE_APP).toBe(OF_THE_SERVER);
});
