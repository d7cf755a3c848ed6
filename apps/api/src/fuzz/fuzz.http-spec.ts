import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASKERS } from '../rights/people.js';
import { openedFuzzer } from './opened.js';
import { twist } from './inputs.js';

/** `FUZZ_REQUESTS` requests for each of `FUZZ_SEEDS`; the same seed always sends the same requests. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 1_500);
const SEEDS = (process.env['FUZZ_SEEDS'] ?? '20261129').split(',').map(Number);
const SLICE = 500;
/** For the long runs. */
const LONGEST_MS = 60 * 60_000;

const fuzzer = openedFuzzer();

/** A long run makes more things in an hour than one person may: what was counted up to here is forgotten. */
const forgetCounts = (): Promise<unknown> => fuzzer().stage.town.sql('delete from platform.rate_limit');

describe('any input', () => {
  it.each(SEEDS)(
    'of seed %i gets an answer, never a fault',
    async (seed) => {
      const { operations } = fuzzer();
      const faults: string[] = [];
      await forgetCounts();
      for (const operation of operations) faults.push(...[await fuzzer().fault(operation, operation.asker, [])].filter((each) => each !== undefined));
      const request = fc.record({
        operation: fc.constantFrom(...operations),
        // Mostly somebody who may: behind the door there is more to break.
        asker: fc.option(fc.constantFrom(...ASKERS), { nil: undefined, freq: 3 }),
        twists: fc.array(twist, { minLength: 1, maxLength: 3 }),
      });
      for (let sent = 0; sent < REQUESTS; sent += SLICE) {
        await forgetCounts();
        for (const { operation, asker, twists } of fc.sample(request, { seed: seed + sent, numRuns: Math.min(SLICE, REQUESTS - sent) })) {
          const found = await fuzzer().fault(operation, asker ?? operation.asker, twists);
          if (found) faults.push(found);
        }
      }
      expect(faults).toEqual([]);
    },
    LONGEST_MS,
  );

  it('came past the door of nine operations in ten', () => {
    const { operations, reached } = fuzzer();
    const missed = operations.map(({ method, url }) => `${method} ${url}`).filter((name) => !reached.has(name));
    expect({ of: operations.length, missed: missed.length > operations.length / 10 ? missed : [] }).toEqual({ of: operations.length, missed: [] });
  });

  it('could make what it asks about, each kind once at least, but for one time in a hundred', () => {
    expect(fuzzer().kindsMissing).toEqual([]);
    expect(fuzzer().unmade.length).toBeLessThanOrEqual((REQUESTS * SEEDS.length) / 100);
  });

  it('left no line break in what goes into the head of a letter', async () => {
    const forged = await fuzzer().stage.town.sql(
      `select name as text from identity.person where name ~ '[[:cntrl:]]' or kana ~ '[[:cntrl:]]' or email ~ '[[:cntrl:],;<>]'
       union all select title from events.event where title ~ '[[:cntrl:]]'
       union all select email from identity.sign_in_request where email ~ '[[:cntrl:],;<>]'
       union all select email from associations.invitation where email ~ '[[:cntrl:],;<>]' or name ~ '[[:cntrl:]]'`,
    );
    expect(forged).toEqual([]);
  });
});
