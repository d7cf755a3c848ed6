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
import { DemoWard } from './demo-ward.js';
import { EVENTS } from './events.js';
import type { Hands } from './hands.js';
import { known, playersOf } from './players.js';
import { SecondThoughts } from './second-thoughts.js';
import type { SeedClock } from './seed-clock.js';
import { isOver, type StagedEvent } from './staged-event.js';
import { addDocuments, addNotice } from './notice.js';
import { addJoining } from './joining.js';
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
    await hands.meet(cast);
    const staged = (await hands.each('begin')).map((begun, n): StagedEvent => ({ ...begun, event: EVENTS[n]!, players: { ...playersOf(cast, EVENTS[n]!), volunteers: cast.volunteers } }));
    await afterwards.settle();
    await hands.each('come');
    for (const one of staged.filter(({ event }) => event.chosen === 'answered')) await hands.first.get(DemoChoices).play(one);
    for (const one of staged) await hands.first.get(SecondThoughts).giveBack(one);
    for (const one of staged) await hands.first.get(CallingOff).decide(one);
    await afterwards.settle();
    await hands.each('receive');
    await afterwards.settle();
    for (const one of staged.filter(({ event }) => event.contest)) await hands.first.get(DemoContests).judge(one);
    for (const one of staged.filter(isOver).sort(byEnd)) await afterwards.end(one);
    await hands.each('report');
    const clock = hands.first.get(Clock) as SeedClock;
    for (const one of staged) await hands.first.get(DemoHandouts).put(one);
    clock.set(clock.today);
    await addNotice(hands.first, known(cast.officers, 'staff'), clock.today);
    await addDocuments(hands.first, known(cast.officers, 'staff'), clock.today);
    await addStarts(hands.first, cast, clock.today);
    await addJoining(hands.first, clock.today);
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

function byEnd(a: StagedEvent, b: StagedEvent): number {
  const [left, right] = [`${a.day} ${a.event.to}`, `${b.day} ${b.event.to}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
