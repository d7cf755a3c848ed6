import { ifMatch, ProblemError, type EventDetail, type UpdateEventRequest } from '@yoriai/api-client';
import type { QuestionStep } from './steps.js';
import { readStep, valuesOf, type Values } from './values.js';
import { asWritten, patchWay } from './writing.js';

/** What the server had when somebody began to type: the ground their changes stand on. */
export interface Ground {
  readonly version: number;
  readonly fields: UpdateEventRequest;
  readonly values: Values;
}

/** What is kept of a page that is not sent yet. Without its ground it would take back what others wrote since. */
export interface PageDraft {
  readonly ground: Ground;
  readonly values: Values;
}

/** The fields of a page as the server has them, read the way a page is read. */
export function fieldsIn(step: QuestionStep, event: EventDetail): UpdateEventRequest {
  const written = asWritten(event);
  return readStep(step, valuesOf(step, written), written).patch;
}

/** The event as it is now, to type on. */
export function groundOf(step: QuestionStep, event: EventDetail): Ground {
  return { version: event.version, fields: fieldsIn(step, event), values: valuesOf(step, asWritten(event)) };
}

/** True for what was kept with its ground. */
export function isPageDraft(kept: unknown): kept is PageDraft {
  return typeof kept === 'object' && kept !== null && 'ground' in kept && 'values' in kept;
}

type Fields = Readonly<Record<string, unknown>>;
const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) !== JSON.stringify(other ?? null);
/** Rows compared by what they say: the server gives new ones an id, and that is no change. */
const saying = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (name, each: unknown) => (name === 'id' || name === 'key' ? undefined : each)));

/** What differs between what the server has and what stands in the boxes. */
export function changedFields(base: UpdateEventRequest, now: UpdateEventRequest): UpdateEventRequest {
  const old = base as Fields;
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => differs(old[field], value)));
}

/** Whether what I changed is there already, word by word: my own save whose answer was lost. */
export function isThere(mine: UpdateEventRequest, theirs: UpdateEventRequest): boolean {
  return Object.entries(mine).every(([field, value]) => !differs(saying(value), saying((theirs as Fields)[field])));
}

/** Whether somebody else changed one of the fields that I changed, to something else. */
export function collides(mine: UpdateEventRequest, base: UpdateEventRequest, theirs: UpdateEventRequest): boolean {
  const changed = changedFields(base, theirs);
  return Object.entries(mine).some(([field, value]) => field in changed && !isThere({ [field]: value }, theirs));
}

/**
 * The boxes after somebody else's edit: what I did not touch shows theirs, what I typed stays. Pages
 * with rows are taken as a whole.
 */
export function threeWay(ground: Values, mine: Values, theirs: Values): Values {
  const rows = 'frames.count' in mine || 'duties.count' in mine;
  if (rows) return differs(ground, mine) ? mine : theirs;
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged = names.map((name) => [name, (mine[name] ?? '') === (ground[name] ?? '') ? (theirs[name] ?? '') : (mine[name] ?? '')] as const);
  return Object.fromEntries(merged);
}

/**
 * A page that was left with something unsent. Where nobody wrote the same field meanwhile, it goes on
 * from what the server has now; else it keeps its old ground, so that its save meets the 412.
 */
export function resume(step: QuestionStep, event: EventDetail, kept: PageDraft): PageDraft {
  const mine = changedFields(kept.ground.fields, readStep(step, kept.values, event).patch);
  const now = groundOf(step, event);
  if (collides(mine, kept.ground.fields, now.fields)) return kept;
  return { ground: now, values: threeWay(kept.ground.values, kept.values, now.values) };
}

/** True for the event that comes with a 412. */
export function isDetail(value: unknown): value is EventDetail {
  return typeof value === 'object' && value !== null && 'version' in value && 'frames' in value && 'can' in value;
}

/** How edits of one page are sent. */
export interface MergingEdit {
  readonly send: (patch: UpdateEventRequest, version: number) => Promise<EventDetail>;
  /** The person has seen this version and chose: from now on it is the ground. */
  readonly rebase: (seen: EventDetail) => void;
  /** The page goes away: what `work` sends outlives it. */
  readonly lastWord: (work: () => void) => void;
}

/** Longest text that browsers send for a page that is gone, counted in characters of three bytes. */
const LONGEST_LAST_WORD = 20_000;

/**
 * Sends an edit on the version that was seen. Where somebody was faster but with other fields, both
 * edits stand; where they changed the same field, the 412 goes on to the person, and goes on until
 * the person has chosen.
 */
export function mergingEdit(event: EventDetail, step: QuestionStep, first: UpdateEventRequest): MergingEdit {
  let base = first;
  let leaving = false;
  const patchOn = (patch: UpdateEventRequest, version: number): Promise<EventDetail> => {
    const keepalive = leaving && JSON.stringify(patch).length < LONGEST_LAST_WORD;
    return patchWay(event)(event.id, patch, { headers: ifMatch(version), ...(keepalive ? { keepalive } : {}) });
  };
  const send = async (patch: UpdateEventRequest, version: number): Promise<EventDetail> => {
    const saved = await patchOn(patch, version).catch((error: unknown) => {
      if (!(error instanceof ProblemError) || error.status !== 412 || !isDetail(error.current)) throw error;
      const theirs = fieldsIn(step, error.current);
      if (collides(patch, base, theirs)) throw error;
      return isThere(patch, theirs) ? error.current : patchOn(patch, error.current.version);
    });
    base = fieldsIn(step, saved);
    return saved;
  };
  return {
    send,
    rebase: (seen) => void (base = fieldsIn(step, seen)),
    lastWord: (work) => {
      leaving = true;
      work();
      leaving = false;
    },
  };
}
