import type { EventState } from '../event/event.rules.js';

/** Handouts of one event. */
export const MOST_HANDOUTS = 5;
/** The longer side of a picture that is handed out: it is read, and printed at home. */
export const HANDOUT_SIDE = 2_400;

const ENDED: ReadonlySet<EventState> = new Set(['rejected', 'cancelled', 'closed']);
const TOLD: ReadonlySet<EventState> = new Set(['published', 'awaiting-report', 'reported', 'closed']);

/** Whether a handout may be added: from the draft on, so that the ward office reads it with the event, until the event is closed; what was spoken from often comes afterwards. */
export const addingVerdict = (state: EventState): true | 'handout.over' => !ENDED.has(state) || 'handout.over';

/** Whether whoever sees the event's page may take its handouts along. */
export const areShown = (state: EventState): boolean => TOLD.has(state);
