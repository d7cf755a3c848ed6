import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { Gathering } from './gathering.js';

interface Ask {
  key: string;
  name: string;
}

/** A gathering whose batches end when the test says so. */
function watched(options: { most?: number; abreast?: number; judge?: (items: readonly Ask[]) => unknown } = {}) {
  const batches: string[][] = [];
  const release: (() => void)[] = [];
  const gathering = new Gathering<Ask, string>({
    keyOf: (item) => item.key,
    most: options.most ?? 100,
    abreast: options.abreast ?? 4,
    work: async (items) => {
      batches.push(items.map((item) => item.name));
      if (!options.judge) await new Promise<void>((resolve) => release.push(resolve));
      const error = options.judge?.(items);
      if (error) throw error as Error;
      return items.map((item) => `${item.name} done`);
    },
  });
  const ask = (name: string): Promise<string> => gathering.ask({ name, key: name[0]! });
  return { batches, release, ask };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const busy = (): Refusal => new Refusal('platform.busy', { status: 503 });

describe('those who ask in the same moment', () => {
  it('share a batch, each with an answer of their own, in their order', async () => {
    const { batches, release, ask } = watched();
    const answers = ['a1', 'a2', 'b1'].map(ask);
    await turn();
    expect(batches).toEqual([['a1', 'a2', 'b1']]);
    release[0]!();
    expect(await Promise.all(answers)).toEqual(['a1 done', 'a2 done', 'b1 done']);
  });

  it('nobody waits for company, and a key is never in two batches at once', async () => {
    const { batches, release, ask } = watched();
    const first = ask('a1');
    await turn();
    const later = ['a2', 'b1', 'a3'].map(ask);
    await turn();
    expect(batches).toEqual([['a1'], ['b1']]);
    release[0]!();
    await first;
    await turn();
    expect(batches).toEqual([['a1'], ['b1'], ['a2', 'a3']]);
    for (const each of release) each();
    await Promise.all(later);
  });

  it('at most so many in a batch, and so many batches abreast', async () => {
    const { batches, release, ask } = watched({ most: 2, abreast: 2 });
    const answers = ['a1', 'b1', 'c1', 'd1', 'e1'].map(ask);
    await turn();
    await turn();
    await turn();
    expect(batches).toEqual([
      ['a1', 'b1'],
      ['c1', 'd1'],
    ]);
    release[0]!();
    await answers[0];
    await turn();
    await turn();
    expect(batches[2]).toEqual(['e1']);
    for (const each of release) each();
    await Promise.all(answers);
  });
});

describe('one that can not be served', () => {
  it('does not spoil the others', async () => {
    const { ask } = watched({ judge: (items) => (items.some((item) => item.name === 'a2') ? new Error('bad') : undefined) });
    const settled = await Promise.allSettled(['a1', 'a2', 'a3', 'b1'].map(ask));
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  });

  it('a key that is locked makes only its own wait', async () => {
    const { batches, ask } = watched({ judge: (items) => (items.some((item) => item.key === 'b') ? busy() : undefined) });
    const settled = await Promise.allSettled(['a1', 'b1', 'b2', 'c1'].map(ask));
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(batches).toEqual([['a1', 'b1', 'b2', 'c1'], ['a1'], ['b1', 'b2'], ['c1']]);
  });

  it('a database that keeps everybody waiting is asked three times, one that is away once', async () => {
    const names = ['a1', 'b1', 'c1', 'd1'];
    const slow = watched({ judge: () => busy() });
    expect((await Promise.allSettled(names.map(slow.ask))).every((one) => one.status === 'rejected')).toBe(true);
    expect(slow.batches).toEqual([names, ['a1'], ['b1']]);
    const away = watched({ judge: () => new Refusal('platform.unavailable', { status: 503 }) });
    await Promise.allSettled(names.map(away.ask));
    expect(away.batches).toEqual([names]);
  });
});
