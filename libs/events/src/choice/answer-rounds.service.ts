import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, type Tx } from '@yoriai/platform';
import { lockFrame, lockFrames, settleAnswers } from '../application/frame-counters.js';
import { askOfPlaces } from '../consent/consent-rows.js';
import { ChoiceRepository } from './choice.repository.js';
import { UNDO_MINUTES } from './choice.rules.js';

/** Answers that are told in one transaction, at most: their frames are locked as long. */
const SLICE = 200;

/** What time does with the host's answers: they are told, hosts are reminded of those that lack, and nobody is left without one. */
@Injectable()
export class AnswerRounds {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly choices: ChoiceRepository,
  ) {}

  /** Answers how many were told, let go or reminded. Any number of workers; twice is the same as once. */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    let done = 0;
    const failures: unknown[] = [];
    for (const frameId of await this.db.read((tx) => this.choices.framesLeft(tx, now))) {
      try {
        done += await this.db.transaction((tx) => this.letGo(tx, frameId, now));
      } catch (error) {
        // One frame that fails keeps nobody else from their answer.
        failures.push(error);
      }
    }
    done += await this.db.transaction((tx) => this.tell(tx, now));
    done += await this.db.transaction((tx) => this.remind(tx, now));
    if (failures.length > 0) throw failures[0];
    return done;
  }

  /** The event has begun: who had no answer has no place, and is told so. */
  private async letGo(tx: Tx, frameId: string, now: Date): Promise<number> {
    const counters = await lockFrame(tx, frameId);
    const left = await this.choices.unanswered(tx, frameId, now);
    if (!counters || left.length === 0) return 0;
    await settleAnswers(tx, { frameId, heads: left.reduce((sum, { heads }) => sum + heads, 0), places: 0, waiting: 0, lastOrder: counters.lastWaitlistOrder });
    const outcomes = left.map(({ id }) => ({ id, status: 'declined' as const, order: null }));
    await this.choices.settle(tx, outcomes, { cause: 'unanswered', actorPersonId: null, at: now, answered: true, told: true, words: null });
    await this.announce(tx, left);
    return left.length;
  }

  /** What can't be taken back any more is told; guardians are asked of places at this moment, for they would tell the child. */
  private async tell(tx: Tx, now: Date): Promise<number> {
    const before = new Date(now.getTime() - UNDO_MINUTES * 60_000);
    const due = await this.choices.due(tx, before, SLICE);
    if (due.length === 0) return 0;
    await lockFrames(tx, [...new Set(due.map((each) => each.frame_id))].sort());
    const told = await this.choices.tell(
      tx,
      due.map(({ id }) => id),
      before,
      now,
    );
    await this.announce(tx, told);
    await askOfPlaces(
      tx,
      this.outbox,
      told.flatMap(({ id, status }) => (status === 'guardian_pending' ? [id] : [])),
      now,
    );
    return told.length;
  }

  private async remind(tx: Tx, now: Date): Promise<number> {
    let asked = 0;
    for (const stage of ['near', 'over'] as const) {
      const found = await this.choices.prompt(tx, stage, now);
      await this.outbox.addAll(
        tx,
        found.map(({ event_id: eventId, due_on: dueOn }) => ({ message: 'events.answers-due' as const, payload: { eventId, dueOn, stage } })),
      );
      asked += found.length;
    }
    return asked;
  }

  private async announce(tx: Tx, applications: readonly { id: string; event_id: string; person_id: string }[]): Promise<void> {
    await this.outbox.addAll(
      tx,
      applications.map(({ id, event_id: eventId, person_id: personId }) => ({
        message: 'events.application-answered' as const,
        payload: { applicationId: id, eventId, personId },
      })),
    );
  }
}
