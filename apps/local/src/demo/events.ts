import type { DemoEvent } from './demo-event.js';
import { EVENTS_AHEAD } from './events-ahead.js';
import { OTHER_EVENTS } from './events-elsewhere.js';
import { EVENTS_OF_THE_PLAN } from './events-of-the-plan.js';
import { OPEN_EVENTS } from './events-open.js';
import { YEAR } from './year.js';

export type { DemoEvent, DemoState } from './demo-event.js';

/** The events of fourteen months in every state: some told one by one, the others of programmes that come again and again. */
export const EVENTS: readonly DemoEvent[] = [...OPEN_EVENTS, ...OTHER_EVENTS, ...EVENTS_AHEAD, ...EVENTS_OF_THE_PLAN, ...YEAR];
