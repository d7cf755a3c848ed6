/** Lists with names that can be taken along as a file: 参加者名簿, 修了者名簿. */
export const LISTS = ['participant-list', 'completion-list'] as const;
export type ListName = (typeof LISTS)[number];

const HOUR_MS = 60 * 60 * 1000;
/** So long after it was allowed a list may be taken; the table asks for the same. */
export const TAKEN_WITHIN_MS = 24 * HOUR_MS;
/** So long a request waits for a second person. */
export const WAITS_MS = 7 * 24 * HOUR_MS;

/** A request as its rules look at it. */
export interface RequestFacts {
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly verdict: 'allowed' | 'refused' | null;
  readonly decidedAt: Date | null;
  readonly takenAt: Date | null;
}

export const REQUEST_STATES = ['waiting', 'allowed', 'refused', 'taken', 'lapsed'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Until when it waits, or may be taken (that moment excluded). */
export function endOf({ askedAt, verdict, decidedAt }: RequestFacts): Date {
  return verdict === 'allowed' && decidedAt !== null ? new Date(decidedAt.getTime() + TAKEN_WITHIN_MS) : new Date(askedAt.getTime() + WAITS_MS);
}

/** How a request stands at this moment. `lapsed`: nobody looked at it in time, or it was not taken in time. */
export function stateOf(request: RequestFacts, now: Date): RequestState {
  if (request.takenAt !== null) return 'taken';
  if (request.verdict === 'refused') return 'refused';
  if (now >= endOf(request)) return 'lapsed';
  return request.verdict === 'allowed' ? 'allowed' : 'waiting';
}

/** May this person say yes or no? Whoever asked may not, whichever role they come in. */
export function decideVerdict(request: RequestFacts, personId: string, now: Date): true | 'list-request.second-person' | 'list-request.decided' | 'list-request.lapsed' {
  if (request.askedBy === personId) return 'list-request.second-person';
  const state = stateOf(request, now);
  if (state === 'waiting') return true;
  return state === 'lapsed' && request.verdict === null ? 'list-request.lapsed' : 'list-request.decided';
}

/** May the list be taken now, once? `undefined`: nobody asked for it. */
export function takeVerdict(request: RequestFacts | undefined, now: Date): true | 'list-request.needed' | 'list-request.waiting' | 'list-request.refused' | 'list-request.taken' | 'list-request.lapsed' {
  if (request === undefined) return 'list-request.needed';
  const state = stateOf(request, now);
  return state === 'allowed' ? true : `list-request.${state}`;
}
