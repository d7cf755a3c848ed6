import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

describe('turnstile', () => {
  it('lets so many in at once, in the order they came, also after a failure', async () => {
    const turnstile = new Turnstile(3);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const visits = Array.from({ length: 50 }, (_, index) =>
      turnstile.through(async () => {
        order.push(index);
        inside += 1;
        most = Math.max(most, inside);
        await Promise.resolve();
        await Promise.resolve();
        inside -= 1;
        if (index % 7 === 0) throw new Error('no');
        return index;
      }),
    );
    const settled = await Promise.allSettled(visits);
    expect(settled.filter((one) => one.status === 'rejected')).toHaveLength(8);
    expect(most).toBe(3);
    expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
    await expect(turnstile.through(() => Promise.resolve('in'))).resolves.toBe('in');
  });
});
