import { expect, it } from '@jest/globals';
import { openedFuzzer } from './opened.js';
import { BADNESS, everyBadness } from './sweep.js';

/** It takes three minutes; a busy machine is slower. */
const LONGEST_MS = 60 * 60_000;

const fuzzer = openedFuzzer();

it(
  'every field of every operation, bad in every way, gets an answer and never a fault',
  async () => {
    const { operations } = fuzzer();
    const requests = operations.flatMap(everyBadness);
    // Each own field of a body in each way, at least.
    const own = operations.filter(({ method }) => !['GET', 'DELETE'].includes(method)).reduce((sum, operation) => sum + operation.own, 0);
    expect(own).toBeGreaterThan(800);
    expect(requests.length).toBeGreaterThan(own * Object.keys(BADNESS).length);
    expect(await fuzzer().sweep(requests)).toEqual([]);
  },
  LONGEST_MS,
);
