import { commonWord, everybodysLetter, grow, longWord, oneLetter, seldomWord } from '../growth-rows.js';
import { findingOf, percentile95, type Finding } from '../ratio.js';
import { SIZES, grouped } from '../sizes.js';
import type { OpenEvent, Town } from '../town.js';

const { few: FEW, many: MANY } = SIZES;
/** Requests of each kind, one after the other; the first ones only warm up. */
const ASKED = SIZES.asked;
const WARMING = ASKED / 10;
/** Pages of fifty that the list has. */
const PAGES = Math.ceil(SIZES.events / 50);

/** Something that is asked for: the n-th address, and whose browser asks. */
interface Kind {
  work: string;
  path: (n: number) => string;
  cookie?: string | undefined;
}

/** P5: what people read at a hundred times the events and applications, beside the same at a hundredth of both. */
export async function growth(town: Town, coming: readonly OpenEvent[]): Promise<Finding[]> {
  const first = coming[0]!;
  const { roles } = town.settings.roles;
  const volunteer = roles['A.volunteer']?.headers.cookie;
  const applicationId = await town.applyOnce(first);
  // So many of one's own: as many as somebody has who comes every second week.
  for (const event of coming.slice(1, 25)) await town.applyAs(roles['A.volunteer']?.personId ?? '', applicationId, event);
  const kinds: Kind[] = [
    { work: 'event list, another page of it each time', path: (n) => `/events?page=${(n % PAGES) + 1}&from=${dayIn(n / PAGES)}` },
    { work: 'search by one letter that every sixteenth event says', path: (n) => `/events?past=yes&q=${encodeURIComponent(oneLetter(n))}&n=${n}` },
    { work: 'search by one letter that every event says', path: (n) => `/events?past=yes&q=${encodeURIComponent(everybodysLetter(n))}&n=${n}` },
    { work: 'search by two letters that few events say', path: (n) => `/events?past=yes&q=${encodeURIComponent(seldomWord(n + 1))}` },
    { work: 'search by two letters that every twentieth event says', path: (n) => `/events?past=yes&q=${encodeURIComponent(commonWord(n))}&n=${n}` },
    { work: 'search by four letters', path: (n) => `/events?past=yes&q=${encodeURIComponent(longWord(n + 1))}` },
    { work: 'event page, another one each time', path: (n) => `/events/${coming[n % coming.length]!.slug}` },
    { work: 'my own page with 24 applications', path: (n) => `/me?n=${n}`, cookie: volunteer },
    { work: 'the desk’s inbox, every sixteenth event in it', path: () => '/api/approvals', cookie: roles['A.approver']?.headers.cookie },
  ];
  const copied = { event: first, applicationId };
  await grow(town, { ...copied, from: { events: 0, applications: 0 }, to: FEW });
  const few = await all(town, kinds);
  await grow(town, { ...copied, from: FEW, to: MANY });
  const many = await all(town, kinds);
  return kinds.map(({ work }, at) => {
    const goal = { id: 'P5', work: `${work}, at ${grouped(MANY.events)} events and ${grouped(MANY.applications)} applications (95 of 100)`, limit: `at ${grouped(FEW.events)} and ${grouped(FEW.applications)}`, unit: 'ms', kind: 'at-most-times', target: 1.3 } as const;
    return findingOf(goal, [{ product: many[at]!, limit: few[at]! }]);
  });
}

async function all(town: Town, kinds: readonly Kind[]): Promise<number[]> {
  const found: number[] = [];
  for (const kind of kinds) found.push(percentile95(await times(town, kind)));
  return found;
}

/** Milliseconds of each request; nothing that stands ready is sent, since no address comes twice. */
async function times(town: Town, { path, cookie }: Kind): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < WARMING + ASKED; n += 1) {
    const begin = performance.now();
    const answer = await fetch(town.settings.apiUrl + path(n), { headers: cookie ? { cookie } : {} });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path(n)}: ${answer.status}`);
    if (n >= WARMING) taken.push(performance.now() - begin);
  }
  return taken;
}

const dayIn = (n: number): string => new Date(Date.now() + Math.floor(n) * 86_400_000).toISOString().slice(0, 10);
