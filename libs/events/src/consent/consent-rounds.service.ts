import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, type Tx } from '@yoriai/platform';
import { lockFrame, lockFrames } from '../application/frame-counters.js';
import { ConsentRepository, type UnansweredRow } from './consent.repository.js';
import { chasesDue, isLetGo } from './consent.rules.js';
import { ConsentedPlaces } from './consented-places.js';
import { ConsentedPlans } from './consented-plans.js';

/** What the clock and a changed plan do about consents. */
@Injectable()
export class ConsentRounds {
  constructor(
    private readonly clock: Clock,
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly consents: ConsentRepository,
    private readonly plans: ConsentedPlans,
    private readonly places: ConsentedPlaces,
  ) {}

  /** Reminds guardians who have not answered, and lets go of places to which nobody said yes in time. Any number of workers; twice is the same as once. Answers how many it was. */
  async sweep(now: Date): Promise<number> {
    let done = 0;
    const failures: unknown[] = [];
    for (const one of await this.db.read((tx) => this.consents.unanswered(tx, now))) {
      if (!isOver(one, now) && chasesDue(clockOf(one), now) <= one.chased) continue;
      try {
        if (await this.db.transaction((tx) => this.look(tx, one, now))) done += 1;
      } catch (error) {
        // One that fails keeps nobody else waiting.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return done;
  }

  private async look(tx: Tx, { application_id: id, frame_id: frameId }: UnansweredRow, now: Date): Promise<boolean> {
    await lockFrame(tx, frameId);
    const one = await this.consents.stillUnanswered(tx, id, now);
    if (!one) return false;
    if (isOver(one, now)) {
      await this.places.end(tx, id, 'no-consent');
      return true;
    }
    const nth = chasesDue(clockOf(one), now);
    if (!(await this.consents.markChased(tx, id, nth))) return false;
    await this.outbox.add(tx, 'events.consent-chased', { applicationId: id, eventId: one.event_id, personId: one.person_id, nth });
    return true;
  }

  /** Whose yes is about another day, place or cost than the event has now is asked again. `decisionId`: by which it was put off. */
  async follow(tx: Tx, eventId: string, decisionId: string | null = null): Promise<void> {
    // Under the locks they stand still; whoever applied before them is seen.
    await lockFrames(tx, await this.consents.framesOf(tx, eventId));
    await this.places.needNone(tx, eventId);
    const now = await this.plans.publicOf(tx, eventId);
    for (const { application_id: id, person_id: personId, revision } of await this.consents.givenOf(tx, eventId, this.clock.now())) {
      if (await this.plans.holds(tx, eventId, revision, now)) continue;
      const [consent] = await this.consents.byApplications(tx, [id]);
      if (consent) await this.places.askAnew(tx, consent, personId, decisionId);
    }
  }
}

const clockOf = ({ asked_at: askedAt, starts_at: startsAt, chased }: UnansweredRow) => ({ askedAt, startsAt, chased });

/** Whose place is kept no longer. Who once said yes keeps it: the host changed the plan, not they. */
function isOver(one: UnansweredRow, now: Date): boolean {
  return one.pending && !one.anew && isLetGo(clockOf(one), now);
}
