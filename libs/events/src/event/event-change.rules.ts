import type { FieldError } from '@yoriai/platform';
import type { FrameEntity } from '../frame/frame.entity.js';
import { toDate, wholeFrame, type SnapshotFrame } from '../revision/snapshot.js';
import { isCounted } from '../frame/total.rules.js';
import { emptyFrame, planOf, type FramePlan } from './event-edit.rules.js';

/** The frames that stand as a change plans them: with their counters, and those it adds without any. */
export function withPlannedFrames(eventId: string, standing: readonly FrameEntity[], planned: readonly SnapshotFrame[]): FramePlan {
  const known = new Map(standing.map((frame) => [frame.id, frame]));
  const frames = planned.map(({ opensAt, closesAt, ...frame }, sort): FrameEntity => {
    return { ...(known.get(frame.id) ?? emptyFrame(eventId, frame.id)), ...wholeFrame(frame), sort, opensAt: toDate(opensAt), closesAt: toDate(closesAt) };
  });
  return planOf(standing, frames);
}

/** What a change would take from people: fewer places than are given, in a frame or in all of them (`total`), or a frame that is in use (`appliedTo`: also by those who cancelled, whose application is about it, or by a draw), or the end of a draw that has been held. */
export function takenFrom(standing: readonly FrameEntity[], planned: readonly SnapshotFrame[], appliedTo: ReadonlySet<string>, total: number | null | undefined): FieldError[] {
  const known = new Map(standing.map((frame) => [frame.id, frame]));
  const kept = new Set(planned.map((frame) => frame.id));
  const gone = standing.filter((frame) => !kept.has(frame.id) && appliedTo.has(frame.id)).map((): FieldError => ({ field: 'frames', code: 'event.frame-in-use' }));
  const short = planned.flatMap(({ id, capacity }, index): FieldError[] =>
    capacity !== null && capacity < (known.get(id)?.placesTaken ?? 0) ? [{ field: `frames.${index}.capacity`, code: 'event.capacity-below-taken' }] : [],
  );
  // Who has entered a draw, or come first, was promised this way to a place.
  const others = planned.flatMap(({ id, method }, index): FieldError[] =>
    appliedTo.has(id) && method !== (known.get(id)?.method ?? method) ? [{ field: `frames.${index}.method`, code: 'event.frame-in-use' }] : [],
  );
  // After the draw it would be first come, first served on the web, which nobody was promised who entered.
  const reopened = planned.flatMap(({ id, closesAt }, index): FieldError[] => {
    const drawnAt = known.get(id)?.drawnAt ?? null;
    return appliedTo.has(id) && drawnAt !== null && (closesAt === null || new Date(closesAt) > drawnAt) ? [{ field: `frames.${index}.closesAt`, code: 'event.frame-drawn' }] : [];
  });
  const taken = planned.filter(isCounted).reduce((sum, { id }) => sum + (known.get(id)?.placesTaken ?? 0), 0);
  const over: FieldError[] = taken > (total ?? Infinity) ? [{ field: 'totalPlaces', code: 'event.total-below-taken' }] : [];
  return [...gone, ...short, ...over, ...others, ...reopened];
}
