import { describe, expect, it } from '@jest/globals';
import { NoTurn, Turns } from './turns.js';

/** Work that ends when told to. */
function held() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, work: () => ended.then(() => 'done') };
}

describe('turns', () => {
  it('go round: one works, the next waits, in the order they came', async () => {
    const turns = new Turns({ abreast: 1, waiting: 2, waitMs: 60_000 });
    const first = held();
    const order: string[] = [];
    const mark = (name: string, before: Promise<unknown> = Promise.resolve()) => turns.take(() => before.then(() => order.push(name)));
    const all = [mark('first', first.work()), mark('second'), mark('third')];
    expect(order).toEqual([]);
    first.end();
    await Promise.all(all);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('turn away whoever finds the queue full, at once and before any work', async () => {
    const turns = new Turns({ abreast: 1, waiting: 1, waitMs: 60_000 });
    const first = held();
    const [working, waiting] = [turns.take(first.work), turns.take(async () => 'second')];
    let begun = false;
    await expect(turns.take(async () => (begun = true))).rejects.toBeInstanceOf(NoTurn);
    expect(begun).toBe(false);
    first.end();
    await expect(Promise.all([working, waiting])).resolves.toEqual(['done', 'second']);
  });

  it('let nobody wait for ever, and keep the place of nobody who left', async () => {
    const turns = new Turns({ abreast: 1, waiting: 1, waitMs: 5 });
    const first = held();
    const working = turns.take(first.work);
    await expect(turns.take(async () => 'second')).rejects.toBeInstanceOf(NoTurn);
    first.end();
    await working;
    await expect(turns.take(async () => 'third')).resolves.toBe('third');
  });

  it('pass on after work that failed', async () => {
    const turns = new Turns({ abreast: 1, waiting: 1, waitMs: 60_000 });
    await expect(
      turns.take(async () => {
        throw new Error('torn paper');
      }),
    ).rejects.toThrow('torn paper');
    await expect(turns.take(async () => 'next')).resolves.toBe('next');
  });
});
