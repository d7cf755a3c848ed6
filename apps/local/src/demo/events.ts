import type { DemoEvent } from './demo-event.js';
import { OTHER_EVENTS } from './events-elsewhere.js';
import { OPEN_EVENTS } from './events-open.js';
import { YEAR } from './year.js';

export type { DemoEvent, DemoState } from './demo-event.js';

/** Some 120 events of fourteen months in every state; twenty of them told one by one. */
export const EVENTS: readonly DemoEvent[] = [...OPEN_EVENTS, ...OTHER_EVENTS, ...YEAR];
