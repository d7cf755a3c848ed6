import { expect, it } from '@jest/globals';
import { inDraw } from './in-draw.rules.js';

it('counts who has entered draws that are still to come, and nobody of one that is over', () => {
  const [drawn, ahead, plain] = [{ method: 'lottery', drawnAt: new Date(), entered: 40 }, { method: 'lottery', drawnAt: null, entered: 78 }, { method: 'first-come', drawnAt: null, entered: 0 }];
  expect([inDraw([ahead, plain]), inDraw([ahead, ahead]), inDraw([drawn, plain]), inDraw([{ ...ahead, entered: 0 }])]).toEqual([78, 156, null, 0]);
});
