import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TABLE, readMatrix } from '../rights/matrix.js';
import { ASKERS, type Asker } from '../rights/people.js';
import type { Prop, PropKind } from '../rights/props.js';
import { Stage } from '../rights/stage.js';
import { verdictOf } from '../rights/verdict.js';
import { twist, type Twist } from './inputs.js';
import { faultOf } from './judge.js';
import { operationsOf, type Document, type Operation } from './operations.js';
import { twisted } from './twisting.js';

/** `FUZZ_RUNS` requests for each of `FUZZ_SEEDS`; the same seed always sends the same requests. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1_500);
const SEEDS = (process.env['FUZZ_SEEDS'] ?? '20261129').split(',').map(Number);
const SLICE = 500;
/** For the long runs; the usual one takes seconds. */
const LONGEST_MS = 30 * 60_000;

let stage: Stage;
let operations: Operation[];
const reached = new Set<string>();
const props = new Map<PropKind, Prop>();

beforeAll(async () => {
  stage = await Stage.open();
  const { body } = await stage.ask('visitor', { method: 'GET', path: '/api/openapi.json' });
  operations = operationsOf(readMatrix(TABLE), JSON.parse(body) as Document);
});
afterAll(() => stage.close());

/** Sends one request; answers what is wrong with the answer. What a request changed is made anew for the next. */
async function fault(operation: Operation, asker: Asker, twists: readonly Twist[]): Promise<string | undefined> {
  const prop = props.get(operation.about) ?? (await stage.prop(operation.about));
  props.set(operation.about, prop);
  const request = twisted(operation, prop, twists);
  const heard = await stage.ask(asker, { ...request, cookies: prop['cookies'] });
  if (verdictOf(heard) === 'ok') {
    reached.add(`${operation.method} ${operation.url}`);
    if (operation.method !== 'GET') props.delete(operation.about);
  }
  const wrong = faultOf(request.path, heard);
  if (!wrong) return undefined;
  const body = typeof request.body === 'string' ? request.body : '';
  return `${asker} ${wrong}: ${operation.method} ${request.path.slice(0, 200)} ${JSON.stringify(request.headers).slice(0, 200)} ${body.slice(0, 300)} → ${heard.body.slice(0, 200)}`;
}

describe('any input', () => {
  it.each(SEEDS)(
    'of seed %i gets an answer, never a fault',
    async (seed) => {
      const faults: string[] = [];
      for (const operation of operations) faults.push(...[await fault(operation, operation.asker, [])].filter((each) => each !== undefined));
      const request = fc.record({
        operation: fc.constantFrom(...operations),
        // Mostly somebody who may: behind the door there is more to break.
        asker: fc.option(fc.constantFrom(...ASKERS), { nil: undefined, freq: 3 }),
        twists: fc.array(twist, { minLength: 1, maxLength: 3 }),
      });
      for (let sent = 0; sent < RUNS; sent += SLICE) {
        for (const { operation, asker, twists } of fc.sample(request, { seed: seed + sent, numRuns: Math.min(SLICE, RUNS - sent) })) {
          const found = await fault(operation, asker ?? operation.asker, twists);
          if (found) faults.push(found);
        }
      }
      expect(faults).toEqual([]);
    },
    LONGEST_MS,
  );

  it('came past the door of nine operations in ten', () => {
    const missed = operations.map(({ method, url }) => `${method} ${url}`).filter((name) => !reached.has(name));
    expect({ of: operations.length, missed: missed.length > operations.length / 10 ? missed : [] }).toEqual({ of: operations.length, missed: [] });
  });

  it('left no line break in what goes into the head of a letter', async () => {
    const forged = await stage.town.sql(
      `select name as text from identity.person where name ~ '[[:cntrl:]]' or kana ~ '[[:cntrl:]]' or email ~ '[[:cntrl:],;<>]'
       union all select title from events.event where title ~ '[[:cntrl:]]'
       union all select email from identity.sign_in_request where email ~ '[[:cntrl:],;<>]'
       union all select email from associations.invitation where email ~ '[[:cntrl:],;<>]' or name ~ '[[:cntrl:]]'`,
    );
    expect(forged).toEqual([]);
  });
});
