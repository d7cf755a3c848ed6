import type { DateOnly } from '@yoriai/platform';
import type { Sees } from './event.policy.js';
import type { EventState } from './event.rules.js';

/** What a list asks for; `mine` restricts it, `sees` is what the actor may see at all. */
export interface EventFilter {
  sees: Sees;
  /** Only what somebody's community centre helps with. */
  helped?: boolean;
  organisationIds?: string[];
  state?: EventState;
  areaId?: string;
  patterns?: string[];
  /** Is on at some time from the first of these days, in Japan, to the day before the other. */
  during?: { from: DateOnly; till: DateOnly };
  /** What ends from here on comes first. */
  now: Date;
  skip: number;
  take: number;
}

/** What a community centre helps with, in the words of a query: `helpsWith` of the policy. */
export const HELPED = `(event.areaId = any(:helped) and event.state in ('draft', 'submitted', 'returned'))`;
