import { afterAll, beforeAll } from '@jest/globals';
import { Fuzzer } from './fuzzer.js';

/** The fuzzer of a test file: opened before its tests, closed after them. */
export function openedFuzzer(): () => Fuzzer {
  let fuzzer: Fuzzer;
  beforeAll(async () => {
    fuzzer = await Fuzzer.open();
  }, 60_000);
  afterAll(() => fuzzer.close());
  return () => fuzzer;
}
