import type { DemoEvent } from './demo-event.js';
import { OTHER_EVENTS } from './events-elsewhere.js';
import { EVENTS_OF_THE_PLAN } from './events-of-the-plan.js';
import { OPEN_EVENTS } from './events-open.js';
import { YEAR } from './year.js';

export type { DemoEvent, DemoState } from './demo-event.js';

/** Some 140 events of fourteen months in every state; forty of them told one by one. */
export const EVENTS: readonly DemoEvent[] = [...OPEN_EVENTS, ...OTHER_EVENTS, ...EVENTS_OF_THE_PLAN, ...YEAR];
