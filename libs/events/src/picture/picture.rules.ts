import type { EventState } from '../event/event.rules.js';

/** Places a report shows. */
export const MOST_SPOTS = 10;
/** The longer side of a picture as it is kept: it is looked at, nobody reads a form on it. */
export const PICTURE_SIDE = 1_600;

/** When a picture was taken, as seen from the work. */
export const SIDES = ['before', 'after'] as const;
export type Side = (typeof SIDES)[number];

/** States in which there is something to take pictures of, or was. */
const TAKING: ReadonlySet<EventState> = new Set(['published', 'awaiting-report']);
const OVER: ReadonlySet<EventState> = new Set(['awaiting-report', 'reported', 'closed']);

/**
 * Whether places and pictures may be added or replaced: from the publication on, since the first picture is taken before
 * the work begins, until the report is handed in. After that the ward office looks at what was reported.
 */
export function addingVerdict(state: EventState): true | 'picture.not-yet' | 'picture.reported' {
  if (TAKING.has(state)) return true;
  return OVER.has(state) ? 'picture.reported' : 'picture.not-yet';
}

/** Whether everybody sees the pictures that the host let them see: once the event is over. */
export const arePublic = (state: EventState): boolean => OVER.has(state);

/** What is measured: an area is asked for where something is cleaned, or others' walls are worked on. */
export function asksForArea({ category, uses }: { category: string | null; uses: readonly string[] | null }): boolean {
  return category === 'cleaning' || (uses ?? []).includes('owner');
}
