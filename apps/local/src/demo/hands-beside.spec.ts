import { describe, expect, it } from '@jest/globals';
import type { Config } from '@yoriai/platform';
import { HandsBeside } from './hands-beside.js';

/** A thread with this program instead of the product's. */
const thread = (answers: string): HandsBeside =>
  new HandsBeside(new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ nth, asked }) => { ${answers} });`)}`));
const config = { mode: 'test' } as Config;
const today = new Date('2026-11-28T18:00:00+09:00');

describe('hands in a thread of their own', () => {
  it('answer each question with what was said to it, in whatever order that comes', async () => {
    // The first of the two waits until the second has been answered.
    const beside = thread(`
      const say = () => parentPort.postMessage({ nth, answer: { done: (asked.numbers ?? []).map((number) => ({ id: asked.hand + ':' + asked.step + ':' + number, day: '', begun: '' })) } });
      if (asked.hand === 2) globalThis.first = say; else say();
      if (asked.hand === 3) globalThis.first();
    `);
    const [second, third] = await beside.open(config, today, [2, 3]);
    const said = await Promise.all([second!.take('begin', [2, 6]), third!.take('come', [3])]);
    expect(said.map((list) => list.map(({ id }) => id))).toEqual([['2:begin:2', '2:begin:6'], ['3:come:3']]);
    await beside.close();
  });

  it('reject what they could not do, with what went wrong', async () => {
    const beside = thread(`parentPort.postMessage({ nth, answer: asked.ask === 'take' ? { failed: 'the park is taken' } : { done: [] } });`);
    const [hand] = await beside.open(config, today, [1]);
    await expect(hand!.take('begin', [1])).rejects.toThrow('the park is taken');
    await beside.close();
  });

  it('let nobody wait when their thread has ended, whether by an error or by itself', async () => {
    const broken = thread(`throw new Error('no product here');`);
    await expect(broken.open(config, today, [1])).rejects.toThrow('no product here');
    await expect(broken.open(config, today, [1])).rejects.toThrow('no product here');
    await broken.close();
    const gone = thread(`process.exit(3);`);
    await expect(gone.open(config, today, [1])).rejects.toThrow('ended (3)');
    await gone.close();
  });
});
