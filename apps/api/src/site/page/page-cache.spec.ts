import { describe, expect, it } from '@jest/globals';
import { SystemClock, type Moments } from '@yoriai/platform';
import { PageCache, type MadePage } from './page-cache.js';

/** A database in which nothing happens. */
const STILL = { now: () => Promise.resolve('still'), known: () => 'still' } as unknown as Moments;
const page = (bytes: number): MadePage => ({ html: Buffer.alloc(bytes), status: 200, headers: {} });

async function filled(count: number, bytes: number): Promise<string[]> {
  const cache = new PageCache(STILL, new SystemClock(new Date('2026-11-28T18:00:00+09:00')));
  const keys = Array.from({ length: count }, (_, n) => `page ${n}`);
  for (const key of keys) {
    await cache.of(key, () => Promise.resolve(page(bytes)));
    await cache.of('page 0', () => Promise.resolve(page(bytes)));
  }
  return keys.filter((key) => cache.ready(key));
}

describe('pages that are kept', () => {
  it('are three hundred at most, the longest unused goes first', async () => {
    const left = await filled(302, 10);
    expect([left.length, left.slice(0, 2)]).toEqual([300, ['page 0', 'page 3']]);
  });

  it('are 24 MB at most: large files do not push everything else out of the memory', async () => {
    const left = await filled(60, 1024 * 1024);
    expect([left.length, left.slice(0, 2)]).toEqual([24, ['page 0', 'page 37']]);
  });
});

describe('a page that is asked for while nobody knows whether anything has changed', () => {
  const asked = async (moment: string) => {
    let now = 'still';
    const moments = { now: () => Promise.resolve(now), known: () => undefined } as unknown as Moments;
    const cache = new PageCache(moments, new SystemClock(new Date('2026-11-28T18:00:00+09:00')));
    const made = page(10);
    expect(cache.soon('page')).toBeUndefined();
    await cache.of('page', () => Promise.resolve(made));
    now = moment;
    const soon = cache.soon('page');
    expect(soon).toBeInstanceOf(Promise);
    return (await soon) === made;
  };

  it('is given as soon as it is known that nothing has', async () => {
    expect(await asked('still')).toBe(true);
  });

  it('is not given when something has', async () => {
    expect(await asked('changed')).toBe(false);
  });

  it('is not waited for longer than a second: a silent database is somebody else’s to wait for', async () => {
    const silent = { now: () => Promise.resolve('still'), known: () => undefined };
    const cache = new PageCache(silent as unknown as Moments, new SystemClock(new Date('2026-11-28T18:00:00+09:00')));
    await cache.of('page', () => Promise.resolve(page(10)));
    silent.now = () => new Promise<string>(() => undefined);
    const begun = performance.now();
    // Beside it something keeps the process awake, as requests do.
    const awake = setInterval(() => undefined, 50);
    expect(await cache.soon('page')).toBeUndefined();
    clearInterval(awake);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
