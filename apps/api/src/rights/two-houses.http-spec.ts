import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from './people.js';
import { Stage } from './stage.js';
import { LISTS, furnished, type House } from './two-houses.js';

const REQUESTS = 2_000;
const ABREAST = 20;

let stage: Stage;
let a: House;
let b: House;

beforeAll(async () => {
  stage = await Stage.open();
  a = await furnished(stage, 'A', stage.houses.town, stage.actor('leader'));
  b = await furnished(stage, 'B', stage.houses.other, stage.actor('other-leader'));
}, 120_000);
afterAll(() => stage.close());

/** What may never be in an answer to somebody. The ward office knows officers and what was handed in, but nobody who takes part. */
function foreign(asker: Asker): string[] {
  if (asker === 'other-leader') return [a.inner, a.people];
  if (['leader', 'council-officer', 'drill-leader', 'block-leader'].includes(asker)) return [b.inner, b.people];
  if (['staff', 'approver', 'admin'].includes(asker)) return [a.people, b.people];
  return [a.inner, a.people, b.inner, b.people];
}

const ASKING: readonly Asker[] = ['leader', 'other-leader', 'council-officer', 'other-leader', 'block-leader', 'drill-leader', 'staff', 'other-leader', 'approver', 'admin', 'volunteer', 'visitor', 'member'];

describe('two associations side by side', () => {
  it(
    'get not one row of each other in 2,000 interleaved requests',
    async () => {
      const paths = [...a.paths, ...LISTS, ...b.paths];
      // 13 askers and a number of addresses without a common divisor: everybody comes to every address in turn.
      expect(paths.length % ASKING.length).not.toBe(0);
      const leaks: string[] = [];
      const own = new Map<Asker, number>();
      let next = 0;
      const ask = async (): Promise<void> => {
        for (let n = next++; n < REQUESTS; n = next++) {
          const [asker, path] = [ASKING[n % ASKING.length]!, paths[n % paths.length]!];
          const { body, status } = await stage.ask(asker, { method: 'GET', path });
          if (status >= 500) leaks.push(`${asker} ${path} answered ${status}`);
          leaks.push(...foreign(asker).filter((mark) => body.includes(mark)).map((mark) => `${asker} saw ${mark} at ${path}`));
          if (body.includes(asker === 'other-leader' ? b.people : a.people)) own.set(asker, (own.get(asker) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: ABREAST }, ask));
      expect(leaks).toEqual([]);
      // The marks are real: who leads saw their own.
      expect(own.get('leader')).toBeGreaterThan(2);
      expect(own.get('other-leader')).toBeGreaterThan(2);
    },
    600_000,
  );

  it('would be caught: what one leader sees of their own is foreign to the other', async () => {
    const path = a.paths.find((each) => each.endsWith('/applications') && each.startsWith('/api/events/')) ?? '';
    const answers = await Promise.all(a.paths.filter((each) => each.endsWith('/applications')).map((each) => stage.ask('leader', { method: 'GET', path: each })));
    expect(path).not.toBe('');
    expect(answers.some(({ body }) => foreign('other-leader').some((mark) => body.includes(mark)))).toBe(true);
  });
});
