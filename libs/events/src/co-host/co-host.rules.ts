import type { EventState } from '../event/event.rules.js';

/** Where an invitation to hold an event together (共催のお願い) stands. */
export const CO_HOST_STATES = ['invited', 'accepted', 'declined', 'withdrawn'] as const;
export type CoHostState = (typeof CO_HOST_STATES)[number];

/** What can be said to it: yes or no by those who were asked, no also after a yes; and taken back by the host. */
export const CO_HOST_ANSWERS = ['accepted', 'declined', 'withdrawn'] as const;
export type CoHostAnswer = (typeof CO_HOST_ANSWERS)[number];

/** Before the event is over somebody can join in holding it. */
const OPEN: ReadonlySet<EventState> = new Set(['draft', 'submitted', 'returned', 'approved', 'published']);

const FROM: Readonly<Record<CoHostAnswer, readonly CoHostState[]>> = { accepted: ['invited'], declined: ['invited', 'accepted'], withdrawn: ['invited', 'accepted'] };

/** May somebody be asked to hold an event in this state? True, or the refusal that says why not. */
export function invitingVerdict(event: EventState): true | `event.is-${EventState}` {
  return OPEN.has(event) ? true : `event.is-${event}`;
}

/** May this be said? True, or the refusal that says why not: who, then the event, then what was said already. */
export function answerVerdict(answer: CoHostAnswer, who: { isHost: boolean; isAsked: boolean }, facts: { state: CoHostState; event: EventState }): true | `co-host.${string}` | `event.is-${EventState}` {
  if (answer === 'withdrawn' ? !who.isHost : !who.isAsked) return answer === 'withdrawn' ? 'co-host.host-only' : 'co-host.asked-only';
  const open = invitingVerdict(facts.event);
  if (open !== true) return open;
  return FROM[answer].includes(facts.state) ? true : `co-host.is-${facts.state}`;
}
