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

/** What an answer holds and should not. A ticket's link tells everybody the same: its applicant, and no other mark of any house. */
function leaked(asker: Asker, path: string, body: string): string[] {
  const owner = [a, b].find(({ tickets }) => tickets.includes(path));
  const never = owner ? [a.inner, a.people, b.inner, b.people].filter((mark) => mark !== owner.people) : foreign(asker);
  return never.filter((mark) => body.includes(mark)).map((mark) => `${asker} saw ${mark} at ${path}`);
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
      const opened = new Map<string, Set<Asker>>();
      let next = 0;
      const ask = async (): Promise<void> => {
        for (let n = next++; n < REQUESTS; n = next++) {
          const [asker, path] = [ASKING[n % ASKING.length]!, paths[n % paths.length]!];
          const { body, status } = await stage.ask(asker, { method: 'GET', path });
          if (status >= 500) leaks.push(`${asker} ${path} answered ${status}`);
          leaks.push(...leaked(asker, path, body));
          const ticket = [a, b].find(({ tickets }) => tickets.includes(path));
          if (ticket && body.includes(ticket.people)) opened.set(path, (opened.get(path) ?? new Set()).add(asker));
          else if (body.includes(asker === 'other-leader' ? b.people : a.people)) own.set(asker, (own.get(asker) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: ABREAST }, ask));
      expect(leaks).toEqual([]);
      // The marks are real: who leads saw their own.
      expect(own.get('leader')).toBeGreaterThan(2);
      expect(own.get('other-leader')).toBeGreaterThan(2);
      // The links are real: everybody opened each ticket, of their own house and of the other, and it was that ticket.
      expect([...opened.keys()].sort()).toEqual([...a.tickets, ...b.tickets].sort());
      for (const askers of opened.values()) expect([...askers].sort()).toEqual([...new Set(ASKING)].sort());
    },
    600_000,
  );

  it('would be caught: what one leader sees of their own is foreign to the other', async () => {
    const path = a.paths.find((each) => each.endsWith('/applications') && each.startsWith('/api/events/')) ?? '';
    const answers = await Promise.all(a.paths.filter((each) => each.endsWith('/applications')).map((each) => stage.ask('leader', { method: 'GET', path: each })));
    expect(path).not.toBe('');
    expect(answers.some(({ body }) => foreign('other-leader').some((mark) => body.includes(mark)))).toBe(true);
  });

  it.each([0, 1])('would be caught: the ticket of the one house at the link of the other (%i)', async (which) => {
    const [mine, theirs] = [a.tickets[which]!, b.tickets[which]!];
    const { body } = await stage.ask('visitor', { method: 'GET', path: theirs });
    expect(leaked('visitor', theirs, body)).toEqual([]);
    expect(leaked('visitor', mine, body)).toEqual([`visitor saw ${b.people} at ${mine}`]);
  });
});
