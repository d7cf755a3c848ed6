import { ifMatch, patchEvent, ProblemError, type EventDetail, type UpdateEventRequest } from '@yoriai/api-client';
import type { QuestionStep } from './steps.js';
import { readStep, valuesOf } from './values.js';

/** The fields of a page as the server has them, read the way a page is read. */
export function fieldsIn(step: QuestionStep, event: EventDetail): UpdateEventRequest {
  return readStep(step, valuesOf(step, event), event).patch;
}

/** What differs between what the server has and what stands in the boxes. */
export function changedFields(base: UpdateEventRequest, now: UpdateEventRequest): UpdateEventRequest {
  const old = base as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => JSON.stringify(old[field] ?? null) !== JSON.stringify(value ?? null)));
}

/** Whether somebody else changed one of the fields that I changed. */
export function collides(mine: UpdateEventRequest, base: UpdateEventRequest, theirs: UpdateEventRequest): boolean {
  const changed = changedFields(base, theirs);
  return Object.keys(mine).some((field) => field in changed);
}

/** True for the event that comes with a 412. */
export function isDetail(value: unknown): value is EventDetail {
  return typeof value === 'object' && value !== null && 'version' in value && 'frames' in value && 'can' in value;
}

/**
 * Sends an edit on the version that was seen. Where somebody was faster but with other fields, both
 * edits stand; where they changed the same field, the 412 goes on to the person.
 */
export function mergingEdit(event: EventDetail, step: QuestionStep): (patch: UpdateEventRequest, version: number) => Promise<EventDetail> {
  let base = fieldsIn(step, event);
  return async (patch, version) => {
    const saved = await patchEvent(event.id, patch, { headers: ifMatch(version) }).catch((error: unknown) => {
      if (!(error instanceof ProblemError) || error.status !== 412 || !isDetail(error.current)) throw error;
      const theirs = fieldsIn(step, error.current);
      const collision = collides(patch, base, theirs);
      base = theirs;
      if (collision) throw error;
      return patchEvent(event.id, patch, { headers: ifMatch(error.current.version) });
    });
    base = fieldsIn(step, saved);
    return saved;
  };
}
