import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commitmentOf, draw, type Entry } from './draw.rules.js';

const SEED = createHash('sha256').update('くじの種').digest('hex');
const entries = (...heads: number[]): Entry[] => heads.map((each, index) => ({ number: `AA${index}-BB${index}`, heads: each, partIsFine: false }));

describe('a draw', () => {
  it('is what anybody works out with two common programs', () => {
    const shell = (line: string): string => execFileSync('sh', ['-c', line], { env: { ...process.env, SEED, NUMBER: 'AA0-BB0' } }).toString().trim().split(/\s+/).at(-1)!;
    const [lot] = draw(SEED, entries(1), 1);
    expect(shell(`printf %s "$NUMBER" | openssl dgst -sha256 -hmac "$SEED"`)).toBe(lot!.lot);
    expect(execFileSync('sh', ['-c', 'printf %s "$SEED" | sha256sum'], { env: { ...process.env, SEED } }).toString()).toContain(commitmentOf(SEED));
  });

  it('stays the same for ever: whoever checks an old one comes to the same', () => {
    const lots = draw('0'.repeat(64), entries(2, 1, 3, 1), 4);
    expect(lots.map(({ entry, won }) => [entry.number, won])).toEqual(LOTS);
  });

  it('gives places in the order of the lots to groups that fit, and a part where that is fine', () => {
    const order = draw(SEED, entries(1, 1, 1), 9).map(({ entry }) => entry.number);
    const sized = (heads: number[], partIsFine = false): Entry[] => order.map((number, index) => ({ number, heads: heads[index]!, partIsFine: partIsFine && index === 1 }));
    expect(draw(SEED, sized([2, 3, 1]), 3).map(({ won }) => won)).toEqual([2, 0, 1]);
    expect(draw(SEED, sized([2, 3, 1], true), 3).map(({ won }) => won)).toEqual([2, 1, 0]);
  });

  it('any entries: nobody is lost, no place is given twice, who waits fits nowhere, and the order they came in does not matter', () => {
    const entry = fc.record({ number: fc.stringMatching(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/), heads: fc.integer({ min: 1, max: 6 }), partIsFine: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ number }) => number, maxLength: 60 }), fc.integer({ min: 1, max: 40 }), fc.string(), (all, capacity, seed) => {
        const lots = draw(seed, all, capacity);
        expect(lots).toEqual(draw(seed, [...all].reverse(), capacity));
        expect(lots.map(({ entry: each }) => each.number).sort()).toEqual(all.map(({ number }) => number).sort());
        const won = lots.reduce((sum, lot) => sum + lot.won, 0);
        expect(won).toBeLessThanOrEqual(capacity);
        for (const lot of lots) {
          expect(lot.won === 0 || lot.won === lot.entry.heads || (lot.entry.partIsFine && won === capacity)).toBe(true);
          if (lot.won === 0) expect(lot.entry.heads > capacity - won || won === capacity).toBe(true);
        }
      }),
    );
  });
});

const LOTS = [['AA1-BB1', 1], ['AA3-BB3', 1], ['AA2-BB2', 0], ['AA0-BB0', 2]];
