import type { DemoEvent } from './demo-event.js';
import { OTHER_EVENTS } from './events-elsewhere.js';
import { OPEN_EVENTS } from './events-open.js';

export type { DemoEvent, DemoState } from './demo-event.js';

/** Twenty events in every state. */
export const EVENTS: readonly DemoEvent[] = [...OPEN_EVENTS, ...OTHER_EVENTS];
