import type { ApplicationStatus } from '../application/application.entity.js';
import { freeIn, isActive, isWaitedFor, type Counters, type Verdict } from '../application/application.rules.js';
import type { EventState } from '../event/event.rules.js';

/** 受け入れる · キャンセル待ちにする · お断りする. */
export const CHOICES = ['accepted', 'waitlisted', 'declined'] as const;
export type Choice = (typeof CHOICES)[number];

/** So long an answer can be taken back; then it is told (docs/adr/0048). */
export const UNDO_MINUTES = 5;
/** Applications that are answered with one press, at most. */
export const MOST_AT_ONCE = 200;

/** Until when an answer can be taken back that was given then; null where there is none, or it was told. */
export const undoUntil = (untoldSince: Date | null): Date | null => untoldSince && new Date(untoldSince.getTime() + UNDO_MINUTES * 60_000);

/** May the host answer this application? Once, where the host chooses at all, until the event is over. */
export function choiceVerdict(facts: { chosen: boolean; status: ApplicationStatus; state: EventState; endsAt: Date | null; receivedAt: Date | null }, now: Date): Verdict {
  if (!facts.chosen) return 'application.not-chosen';
  if (facts.status !== 'applied')
    return isActive(facts.status) || facts.status === 'declined' ? 'application.answered-already' : 'application.already-cancelled';
  // Who was let in at the door all the same is there: there is nothing left to answer.
  if (facts.receivedAt !== null) return 'application.received';
  return facts.state !== 'published' || (facts.endsAt && now >= facts.endsAt) ? 'application.event-over' : true;
}

/** May so many heads be let in now? Whoever waits in the queue comes first, as everywhere: a freed place is offered to them. */
export function acceptableVerdict(counters: Pick<Counters, 'capacity' | 'placesTaken' | 'waiting' | 'shared'>, heads: number): Verdict {
  if (isWaitedFor(counters)) return 'application.others-wait';
  return heads <= freeIn(counters) ? true : 'application.not-enough-places';
}

/** May a group of so many be put into the queue? Not while nobody waits and all of them could be let in at once: a place would be offered to whom the host did not want to take. */
export function queueableVerdict(counters: Pick<Counters, 'capacity' | 'placesTaken' | 'waiting' | 'shared'>, heads: number): Verdict {
  return acceptableVerdict(counters, heads) === true ? 'application.places-free' : true;
}

/** May this answer be taken back? Until it was told, and as long as nothing else became of it: who gave up meanwhile has none. */
export function undoVerdict({ status, untoldSince, receivedAt }: { status: ApplicationStatus; untoldSince: Date | null; receivedAt: Date | null }): Verdict {
  if (untoldSince === null) return isActive(status) || status === 'declined' ? 'application.answer-told' : 'application.already-cancelled';
  return receivedAt === null ? true : 'application.received';
}
