import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import { mayManageApplications } from '../application/application.policy.js';
import { lastOrderOf, type Counters, type Verdict } from '../application/application.rules.js';
import { lockFrames, settleAnswers } from '../application/frame-counters.js';
import { Offers } from '../application/offers.service.js';
import { seenByAll } from '../application/shared-places.rules.js';
import type { EventToAnswer } from '../event/event-standing.dto.js';
import { EventRepository } from '../event/event.repository.js';
import { EventLoader } from '../event/event-loader.js';
import { ChoiceRepository, type Applicant, type Settled } from './choice.repository.js';
import { acceptableVerdict, choiceVerdict, queueableVerdict, undoVerdict, type Choice } from './choice.rules.js';

/** What the host answers to whom. */
export interface HostAnswer {
  eventId: string;
  ids: readonly string[];
  choice: Choice;
  /** To those who were not chosen, in the host's words. */
  words: string | null;
}

/**
 * The host says who gets a place (承認, docs/adr/0048). All of those named are answered, or none is; they are told a few
 * minutes later, and until then the answer can be taken back.
 */
@Injectable()
export class HostAnswers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly loader: EventLoader,
    private readonly choices: ChoiceRepository,
    private readonly offers: Offers,
    private readonly events: EventRepository,
  ) {}

  /**
   * Answers applications, in the order they came. Refuses `event.not-found`, `application.not-found` (404),
   * `application.leaders-only` (403), `application.not-chosen`, `.answered-already`, `.already-cancelled`, `.received`, `.event-over`,
   * `.others-wait`, `.not-enough-places`, `.places-free` (409).
   */
  async answer(actor: Actor, { eventId, ids, choice, words }: HostAnswer): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { event } = await this.managed(tx, actor, eventId);
      const now = this.clock.now();
      const { applicants, counters } = await this.locked(tx, eventId, ids);
      for (const { chosen, status, received_at: receivedAt } of applicants) insist(choiceVerdict({ chosen, status, receivedAt, state: event.state, endsAt: event.endsAt }, now));
      const outcomes: Settled[] = [];
      for (const [frameId, frame] of byFrame(applicants)) {
        const { settled, lastOrder } = settle(frame, choice, counters.get(frameId)!);
        outcomes.push(...settled);
        counters.set(frameId, answered(frame, choice, counters.get(frameId)!));
        seenByAll(counters, counters.get(frameId)!);
        const heads = headsOf(frame);
        await settleAnswers(tx, { frameId, heads, places: choice === 'accepted' ? heads : 0, waiting: choice === 'waitlisted' ? frame.length : 0, lastOrder });
      }
      await this.choices.settle(tx, outcomes, { cause: 'chosen', actorPersonId: actor.personId, at: now, answered: true, told: false, words });
    });
  }

  /**
   * Takes answers back that were not told: whoever had one waits for another. Refuses as above, `application.answer-told`,
   * `.already-cancelled`, `.received` (409); `application.duplicate` where somebody who was declined has applied again.
   */
  async undo(actor: Actor, eventId: string, ids: readonly string[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.managed(tx, actor, eventId);
      const { applicants, counters } = await this.locked(tx, eventId, ids);
      for (const { status, untold_since: untoldSince, received_at: receivedAt } of applicants) insist(undoVerdict({ status, untoldSince, receivedAt }));
      for (const [frameId, frame] of byFrame(applicants)) {
        const placed = headsOf(frame.filter(({ status }) => status === 'confirmed' || status === 'guardian_pending'));
        const waited = frame.filter(({ status }) => status === 'waitlisted').length;
        await settleAnswers(tx, { frameId, heads: -headsOf(frame), places: -placed, waiting: -waited, lastOrder: counters.get(frameId)!.lastWaitlistOrder });
      }
      const outcomes = applicants.map(({ id }): Settled => ({ id, status: 'applied', order: null }));
      await this.choices.settle(tx, outcomes, {
        cause: 'chosen-undone',
        actorPersonId: actor.personId,
        at: this.clock.now(),
        answered: false,
        told: false,
        words: null,
      });
      for (const frameId of counters.keys()) await this.offers.fill(tx, frameId);
    });
  }

  /** How many of each event wait for an answer, and by which day; those with none are absent. Neither are rights asked here. */
  waitingIn(tx: Tx, eventIds: readonly string[]): Promise<Map<string, EventToAnswer>> {
    return this.events.toAnswer(tx, eventIds);
  }

  private async managed(tx: Tx, actor: Actor, eventId: string) {
    const facts = await this.loader.read(tx, actor, eventId);
    return mayManageApplications(actor, facts.event) ? facts : refuse('application.leaders-only', { status: 403 });
  }

  /** The applications with their frames locked: under the lock every status stands still. */
  private async locked(tx: Tx, eventId: string, ids: readonly string[]): Promise<{ applicants: Applicant[]; counters: Map<string, Counters> }> {
    const wanted = [...new Set(ids)];
    const before = await this.choices.applicants(tx, eventId, wanted);
    if (before.length < wanted.length) return refuse('application.not-found', { status: 404 });
    const counters = await lockFrames(tx, [...new Set(before.map((each) => each.frame_id))].sort());
    return { applicants: await this.choices.applicants(tx, eventId, wanted), counters };
  }
}

/** What becomes of the applications of one frame. Refuses what there is no room for. */
function settle(frame: readonly Applicant[], choice: Choice, counters: Counters): { settled: Settled[]; lastOrder: number } {
  const lastOrder = lastOrderOf(counters);
  if (choice === 'declined') return { settled: frame.map(({ id }) => ({ id, status: 'declined', order: null })), lastOrder: counters.lastWaitlistOrder };
  if (choice === 'waitlisted') {
    for (const { heads } of frame) insist(queueableVerdict(counters, heads));
    return { settled: frame.map(({ id }, index) => ({ id, status: 'waitlisted', order: lastOrder + 1 + index })), lastOrder: lastOrder + frame.length };
  }
  insist(acceptableVerdict(counters, headsOf(frame)));
  return { settled: frame.map(({ id }) => ({ id, status: 'confirmed', order: null })), lastOrder: counters.lastWaitlistOrder };
}

/** The counters after this frame's answers, for what the other frames share with it. */
function answered(frame: readonly Applicant[], choice: Choice, counters: Counters): Counters {
  const { shared, waiting } = counters;
  if (!shared || choice === 'declined') return counters;
  const heads = headsOf(frame);
  if (choice === 'accepted') return { ...counters, placesTaken: counters.placesTaken + heads, shared: { ...shared, taken: shared.taken + heads } };
  const lastOrder = lastOrderOf(counters) + frame.length;
  return { ...counters, waiting: waiting + frame.length, least: waiting > 0 ? counters.least : frame[0]?.heads, shared: { ...shared, lastOrder } };
}

function byFrame(applicants: readonly Applicant[]): Map<string, Applicant[]> {
  const frames = new Map<string, Applicant[]>();
  for (const each of applicants) frames.set(each.frame_id, [...(frames.get(each.frame_id) ?? []), each]);
  return frames;
}

const headsOf = (applicants: readonly Applicant[]): number => applicants.reduce((sum, { heads }) => sum + heads, 0);

function insist(verdict: Verdict): void {
  if (verdict !== true) refuse(verdict);
}
