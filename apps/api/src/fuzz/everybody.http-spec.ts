import { expect, it } from '@jest/globals';
import { ASKERS } from '../rights/people.js';
import { openedFuzzer } from './opened.js';
import { everybody } from './sweep.js';

/** It takes a minute and a half; a busy machine is slower. */
const LONGEST_MS = 60 * 60_000;

const fuzzer = openedFuzzer();

it(
  'every operation, asked by everybody with a field that is bad, gets an answer and never a fault',
  async () => {
    const requests = fuzzer().operations.flatMap(everybody);
    expect(requests.length).toBe(fuzzer().operations.length * ASKERS.length);
    expect(await fuzzer().sweep(requests)).toEqual([]);
    expect(fuzzer().unmade).toEqual([]);
  },
  LONGEST_MS,
);
