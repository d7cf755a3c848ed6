import { expect, test } from '@jest/globals';
import { Turnstile } from './turnstile.js';

test('lets so many in, the next ones in their order, and sends away who waited in vain', async () => {
  const turnstile = new Turnstile(2);
  expect(await Promise.all([turnstile.enter(0), turnstile.enter(0)])).toEqual([true, true]);
  expect(await turnstile.enter(1)).toBe(false);
  const came: string[] = [];
  const next = ['first', 'second'].map(async (name) => (await turnstile.enter(10_000)) && came.push(name));
  turnstile.leave();
  await next[0];
  expect(came).toEqual(['first']);
  turnstile.leave();
  await next[1];
  expect(came).toEqual(['first', 'second']);
  turnstile.leave();
  turnstile.leave();
  expect(await Promise.all([turnstile.enter(0), turnstile.enter(0), turnstile.enter(1)])).toEqual([true, true, false]);
});
