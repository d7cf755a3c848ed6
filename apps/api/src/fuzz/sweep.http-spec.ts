import { expect, it } from '@jest/globals';
import { openedFuzzer } from './opened.js';
import { BADNESS, everyBadness } from './sweep.js';

/** All of it takes three minutes; a busy machine is slower. */
const LONGEST_MS = 60 * 60_000;

/** A round sends one of so many shares, of each field and of each kind of badness in turn, and the next day's rounds the next one. */
const SHARES = 3;
/** `FUZZ_SHARE=all` sends all of it, `FUZZ_SHARE=0` the first share again. */
const SHARE = process.env['FUZZ_SHARE'] ?? String(Math.floor(Date.now() / 86_400_000) % SHARES);

const fuzzer = openedFuzzer();

it(
  `every field of every operation, bad in every way, gets an answer and never a fault (share ${SHARE})`,
  async () => {
    const { operations } = fuzzer();
    const requests = operations.flatMap(everyBadness);
    // Each own field of a body in each way, at least.
    const own = operations.filter(({ method }) => !['GET', 'DELETE'].includes(method)).reduce((sum, operation) => sum + operation.own, 0);
    expect(own).toBeGreaterThan(800);
    expect(requests.length).toBeGreaterThan(own * Object.keys(BADNESS).length);
    const sent = requests.filter((_, n) => SHARE === 'all' || n % SHARES === Number(SHARE));
    expect(sent.length).toBeGreaterThan(requests.length / SHARES - 1);
    expect(await fuzzer().sweep(sent)).toEqual([]);
    expect(fuzzer().unmade).toEqual([]);
  },
  LONGEST_MS,
);
