import type { INestApplicationContext } from '@nestjs/common';
import { Actor } from '@yoriai/associations';
import type { DateOnly } from '@yoriai/platform';
import { DemoContests } from './demo-contests.js';
import { DemoEvents } from './demo-events.js';
import { DemoPictures } from './demo-pictures.js';
import { DemoStalls } from './demo-stalls.js';
import type { Cast } from './demo-ward.js';
import { EVENTS } from './events.js';
import { playersOf } from './players.js';
import type { StagedEvent } from './staged-event.js';

/** The steps that hands take with events: it is written down, decided and published; neighbours, stalls and judges come; they are received; it is told how it was. */
export type Step = 'begin' | 'come' | 'receive' | 'report';

/** What others have to know of an event that a hand has begun. */
export interface Begun {
  id: string;
  day: DateOnly;
  begun: DateOnly;
}

/** Whoever takes steps with events; each is named by its number in the table, so that a hand may be in another thread. */
export interface Hand {
  /** Tells it who there is; the volunteers are for this hand alone. */
  meet(cast: Cast): Promise<void>;
  /** Takes a step with each of them, in their order. What wasn't begun by this hand is refused. */
  take(step: Step, numbers: readonly number[]): Promise<Begun[]>;
}

/** A hand of this thread: the whole product with a clock of its own. */
export class OwnHand implements Hand {
  private readonly staged = new Map<number, StagedEvent>();
  private cast: Cast | undefined;

  constructor(private readonly demo: INestApplicationContext) {}

  meet(cast: Cast): Promise<void> {
    this.cast = cast;
    return Promise.resolve();
  }

  async take(step: Step, numbers: readonly number[]): Promise<Begun[]> {
    const answers: Begun[] = [];
    for (const number of numbers) {
      const staged = step === 'begin' ? await this.begin(number) : this.known(number);
      if (step !== 'begin') await this.goOn(step, staged);
      answers.push({ id: staged.id, day: staged.day, begun: staged.begun });
    }
    return answers;
  }

  private async goOn(step: Exclude<Step, 'begin'>, staged: StagedEvent): Promise<void> {
    const { demo } = this;
    if (step === 'come' && staged.event.contest) await demo.get(DemoContests).prepare(staged);
    if (step === 'report') await demo.get(DemoPictures).take(staged);
    await demo.get(DemoEvents)[step](staged);
    if (step === 'come' && staged.event.stalls) await demo.get(DemoStalls).play(staged);
  }

  private async begin(number: number): Promise<StagedEvent> {
    const event = EVENTS[number];
    if (!event || !this.cast) throw new Error(`There is no event ${number}, or nobody who would hold it`);
    const staged = await this.demo.get(DemoEvents).begin(event, { ...playersOf(this.cast, event), volunteers: this.cast.volunteers });
    this.staged.set(number, staged);
    return staged;
  }

  private known(number: number): StagedEvent {
    const staged = this.staged.get(number);
    if (!staged) throw new Error(`Another hand has begun event ${number}`);
    return staged;
  }
}

/** Those who act, as they come from another thread: as data, without what they can say about themselves. */
export function castFrom({ organisations, officers, volunteers }: Cast): Cast {
  return { organisations, officers: new Map([...officers].map(([key, officer]) => [key, new Actor(officer)])), volunteers: volunteers.map((one) => new Actor(one)) };
}
