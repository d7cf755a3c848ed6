import type { Actor } from '@yoriai/associations';
import { SeriesDates, SeriesDesk } from '@yoriai/events';
import { Clock, fiscalYear, jstDate } from '@yoriai/platform';
import { Afterwards } from './afterwards.js';
import { CallingOff } from './calling-off.js';
import { IN_THE_WAY, WAITS_FOR_COUNCIL, askCouncil, handIn } from './demo-check.js';
import { DemoChoices } from './demo-choices.js';
import { DemoContests } from './demo-contests.js';
import { DemoHandouts } from './demo-handouts.js';
import { HELPED_DRAFT, writeForOthers } from './demo-help.js';
import { DemoPictures } from './demo-pictures.js';
import { DemoStalls } from './demo-stalls.js';
import { DemoWard, type Cast } from './demo-ward.js';
import { EVENTS, type DemoEvent } from './events.js';
import type { Hands } from './hands.js';
import { WARD_OFFICERS } from './neighbourhoods.js';
import type { Players } from './players.js';
import { SecondThoughts } from './second-thoughts.js';
import type { SeedClock } from './seed-clock.js';
import { isOver, type StagedEvent } from './staged-event.js';
import { addNotice } from './notice.js';
import { addStarts } from './starts.js';
import { addVenues } from './venues.js';

/** The fourteen months of the demo ward, step by step for all events, so that what follows from a step settles once. */
export class DemoYear {
  constructor(private readonly hands: Hands) {}

  async play(): Promise<void> {
    const { hands } = this;
    const afterwards = hands.first.get(Afterwards);
    const cast = await hands.first.get(DemoWard).found();
    await addVenues(hands.first, cast);
    await this.shutSchools(known(cast.officers, 'staff'));
    // Each hand has volunteers of its own, so that nobody is asked by two at once.
    const staged = await hands.each(EVENTS, (demo, event, hand) => demo.begin(event, { ...playersOf(cast, event), volunteers: hands.share(cast.volunteers, hand) }));
    await afterwards.settle();
    const contests = staged.filter(({ event }) => event.contest);
    for (const one of contests) await hands.first.get(DemoContests).prepare(one);
    await hands.each(staged, (demo, one) => demo.come(one));
    for (const one of staged.filter(({ event }) => event.stalls)) await hands.first.get(DemoStalls).play(one);
    for (const one of staged.filter(({ event }) => event.chosen === 'answered')) await hands.first.get(DemoChoices).play(one);
    for (const one of staged) await hands.first.get(SecondThoughts).giveBack(one);
    for (const one of staged) await hands.first.get(CallingOff).decide(one);
    await afterwards.settle();
    await hands.each(staged, (demo, one) => demo.receive(one));
    await afterwards.settle();
    for (const one of contests) await hands.first.get(DemoContests).judge(one);
    for (const one of staged.filter(isOver).sort(byEnd)) await afterwards.end(one);
    for (const one of staged) await hands.first.get(DemoPictures).take(one);
    await hands.each(staged, (demo, one) => demo.report(one));
    const clock = hands.first.get(Clock) as SeedClock;
    for (const one of staged) await hands.first.get(DemoHandouts).put(one);
    clock.set(clock.today);
    await addNotice(hands.first, known(cast.officers, 'staff'), clock.today);
    await addStarts(hands.first, cast, clock.today);
    await hands.first.get(SeriesDates).sweep(clock.today);
    for (const event of IN_THE_WAY) await handIn(hands.first, event, { ...playersOf(cast, event), volunteers: cast.volunteers });
    await writeForOthers(hands.first, cast, { ...playersOf(cast, HELPED_DRAFT), volunteers: cast.volunteers });
    await askCouncil(hands.first, cast, { ...playersOf(cast, WAITS_FOR_COUNCIL), volunteers: cast.volunteers });
    await afterwards.settle();
  }

  /** The holidays of the ward's schools, of this fiscal year and into the next. */
  private async shutSchools(staff: Actor): Promise<void> {
    const clock = this.hands.first.get(Clock) as SeedClock;
    const year = fiscalYear(jstDate(clock.today));
    for (const [name, startsOn, endsOn] of [
      ['夏休み', `${year}-07-21`, `${year}-08-25`],
      ['冬休み', `${year}-12-25`, `${year + 1}-01-07`],
      ['春休み', `${year + 1}-03-25`, `${year + 1}-04-07`],
    ] as const)
      await this.hands.first.get(SeriesDesk).addClosure(staff, { name, startsOn, endsOn });
  }
}

/** Who acts for an event; volunteers are the hand's own. */
export function playersOf({ organisations, officers }: Cast, { host, coHosts = [] }: DemoEvent): Omit<Players, 'volunteers'> {
  const leader = WARD_OFFICERS.find((officer) => officer.organisation === host && officer.role === 'leader');
  return {
    // The ward office has no chair: its staff write what it holds itself.
    host: known(officers, leader?.key ?? 'staff'),
    coHosts: coHosts.map((key) => ({ organisationId: known(organisations, key), leader: known(officers, WARD_OFFICERS.find(({ organisation, role }) => organisation === key && role === 'leader')?.key ?? key) })),
    organisationId: known(organisations, host),
    // And nobody closes what they reported themselves.
    staff: known(officers, leader ? 'staff' : 'approver'),
    approver: known(officers, 'approver'),
  };
}

function byEnd(a: StagedEvent, b: StagedEvent): number {
  const [left, right] = [`${a.day} ${a.event.to}`, `${b.day} ${b.event.to}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`The demo ward has no ${key}`);
  return found;
}
