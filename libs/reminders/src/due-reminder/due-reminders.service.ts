import { Injectable } from '@nestjs/common';
import { Events } from '@yoriai/events';
import { Clock, Db, Outbox, type Tx } from '@yoriai/platform';
import { DueReminderRepository, type DueReminderRow } from './due-reminder.repository.js';
import { asleep, dueVerdict, heldUntil, planFor, type ReminderState } from './reminder.rules.js';
import { Weather } from './weather.service.js';

/** Reminders per transaction of a sweep. */
const BATCH = 50;

/** What is held back is looked at again after so long (milliseconds). */
const LOOK_AGAIN_MS = 30_000;

interface Held {
  id: string;
  eventId: string;
  until: Date;
}

interface Settled {
  id: string;
  eventId: string;
  state: ReminderState;
}

/** The promise to remind, kept as rows: planned when an event is published, announced when their time has come. */
@Injectable()
export class DueReminders {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly reminders: DueReminderRepository,
    private readonly events: Events,
    private readonly weather: Weather,
  ) {}

  /** Plans (or plans anew, when the start has moved) the reminders of a public event. Twice is the same as once. `at` = when it was published. */
  async plan(tx: Tx, eventId: string, at: Date): Promise<void> {
    const event = await this.events.byId(tx, eventId);
    if (!event?.startsAt || event.state !== 'published') return this.withdraw(tx, eventId);
    await this.reminders.replan(tx, eventId, planFor(event.startsAt, at), this.clock.now());
  }

  /** No more reminders of this event. */
  async withdraw(tx: Tx, eventId: string): Promise<void> {
    await this.reminders.withdraw(tx, eventId, this.clock.now());
  }

  /**
   * Announces `reminders.reminder-due` for every reminder whose time has come, once each, however many
   * workers sweep; answers how many. Says nothing between 21:00 and 07:00 in Japan: what was held up
   * goes in the morning if the event has not begun. While a grave warning stands and nobody has decided
   * about the day, those of the evening before and of the day are held back, for so long as `heldUntil` says.
   */
  async sweep(now: Date): Promise<number> {
    if (asleep(now)) return 0;
    let announced = 0;
    for (;;) {
      const round = await this.db.transaction((tx) => this.sweepOnce(tx, now));
      announced += round.announced;
      if (round.claimed < BATCH) return announced;
    }
  }

  /** What of an event is held back now. */
  heldOf(tx: Tx, eventId: string): Promise<DueReminderRow[]> {
    return this.reminders.heldOf(tx, eventId);
  }

  /** Whoever leads the event sends what is held back; twice is the same as once. */
  async release(tx: Tx, eventId: string, by: string): Promise<void> {
    await this.reminders.release(tx, eventId, by, this.clock.now());
  }

  /** One reminder, or null. */
  async byId(tx: Tx, id: string): Promise<DueReminderRow | null> {
    return this.reminders.byId(tx, id);
  }

  /** The reminders of an event in the order of time, whatever became of them. */
  async ofEvent(tx: Tx, eventId: string): Promise<DueReminderRow[]> {
    return this.reminders.ofEvents(tx, [eventId]);
  }

  private async sweepOnce(tx: Tx, now: Date): Promise<{ claimed: number; announced: number }> {
    const claimed = await this.reminders.claimDue(tx, now, BATCH);
    if (claimed.length === 0) return { claimed: 0, announced: 0 };
    const eventIds = [...new Set(claimed.map((one) => one.eventId))];
    const events = await this.events.byIds(tx, eventIds);
    const due = (await this.reminders.ofEvents(tx, eventIds)).filter((one) => one.state === 'due');

    const undecided = await this.weather.undecided(tx, eventIds);

    const stateAfter = { announce: 'expanded', skip: 'skipped', withdraw: 'withdrawn' } as const satisfies Record<string, ReminderState>;
    const verdicts = claimed.map((one): Held | Settled => {
      const others = due.filter((other) => other.eventId === one.eventId && other.id !== one.id).map((other) => other.dueAt);
      const event = events.get(one.eventId);
      const verdict = dueVerdict({ ...one, event, others, undecided: undecided.has(one.eventId), released: one.releasedBy !== null }, now);
      return verdict === 'hold' ? { id: one.id, eventId: one.eventId, until: heldUntil(one, event!.startsAt!) } : { id: one.id, eventId: one.eventId, state: stateAfter[verdict] };
    });
    const held = verdicts.filter((one): one is Held => 'until' in one);
    const settlements = verdicts.filter((one): one is Settled => 'state' in one);
    if (held.length > 0) await this.reminders.hold(tx, held, now, new Date(now.getTime() + LOOK_AGAIN_MS));
    await this.reminders.settle(tx, settlements, now);
    const announced = settlements.filter((one) => one.state === 'expanded');
    for (const { id, eventId } of announced) await this.outbox.add(tx, 'reminders.reminder-due', { dueReminderId: id, eventId });
    return { claimed: claimed.length, announced: announced.length };
  }
}
