import type { Limit } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import type { FrameKind } from '../frame/frame.entity.js';
import type { ApplicationStatus, Channel } from './application.entity.js';

/** `true`, or the refusal code that says why not. */
export type Verdict = true | `application.${string}`;

/** What decides whether a frame takes applications now. */
export interface OpenFacts {
  state: EventState;
  startsAt: Date | null;
  endsAt: Date | null;
  kind: FrameKind;
  opensAt: Date | null;
  closesAt: Date | null;
}

/**
 * Does the frame take applications at this moment? Open, closed and full are derived, never stored.
 * What a leader enters from the phone or from paper may come outside the web's hours, until the end.
 */
export function openVerdict(facts: OpenFacts, channel: Channel, now: Date): Verdict {
  if (facts.state === 'cancelled') return 'application.event-cancelled';
  if (facts.state !== 'published') return 'application.closed';
  if (facts.kind === 'volunteer') return 'application.volunteers-take-shifts';
  if (channel !== 'web') return facts.endsAt && now >= facts.endsAt ? 'application.closed' : true;
  if (facts.opensAt && now < facts.opensAt) return 'application.not-open-yet';
  if (facts.closesAt && now >= facts.closesAt) return 'application.closed';
  return facts.startsAt && now >= facts.startsAt ? 'application.closed' : true;
}

/** Could a group of this size ever get a place here? */
export function headsVerdict(frame: { capacity: number | null; perApplicationMax: number }, heads: number): Verdict {
  const limit = Math.min(frame.perApplicationMax, frame.capacity ?? Infinity);
  return heads <= limit ? true : 'application.too-many-heads';
}

/** Active applications of one event that one phone number or mail address may hold: a family and its neighbours, not a hall. */
export const MOST_PER_CONTACT = 10;
/** Applications, cancelled ones too, that one phone number or mail address may make in 24 hours: each sends a letter. */
export const MOST_A_DAY = 30;

/** May this contact make one more application on the web? What a leader enters for others is not bounded. */
export function contactVerdict(held: { inEvent: number; today: number }): Verdict {
  if (held.today >= MOST_A_DAY) return 'application.contact-too-often';
  return held.inEvent >= MOST_PER_CONTACT ? 'application.contact-full' : true;
}

/** The counters of a frame, as its row says while it is locked. */
export interface Counters {
  capacity: number | null;
  placesTaken: number;
  waiting: number;
  lastWaitlistOrder: number;
}

export type Place = { status: 'confirmed' } | { status: 'waitlisted'; order: number; position: number };

/**
 * A place, or a place in the queue, for so many heads together; never a part of them. Whoever comes
 * while somebody waits waits too, even if a smaller group would fit: a freed place is not a newcomer's.
 */
export function placeFor(counters: Counters, heads: number): Place {
  const fits = counters.capacity === null || counters.placesTaken + heads <= counters.capacity;
  if (fits && counters.waiting === 0) return { status: 'confirmed' };
  return { status: 'waitlisted', order: counters.lastWaitlistOrder + 1, position: counters.waiting + 1 };
}

/** The counters after that place was given. */
export function after(counters: Counters, place: Place, heads: number): Counters {
  return place.status === 'confirmed'
    ? { ...counters, placesTaken: counters.placesTaken + heads }
    : { ...counters, waiting: counters.waiting + 1, lastWaitlistOrder: place.order };
}

export const isActive = (status: ApplicationStatus): boolean => status === 'waitlisted' || holdsPlaces(status);

/** Its heads are among the places taken: an offer is a reservation, so nothing slips between it and the answer. */
export const holdsPlaces = (status: ApplicationStatus): boolean => status === 'confirmed' || status === 'offered';

/** May it still be cancelled? By ticket and by host alike, until the event is over or the holder is there: who was counted keeps their place. */
export function cancelVerdict(facts: { status: ApplicationStatus; state: EventState; endsAt: Date | null; receivedAt: Date | null }, now: Date): Verdict {
  if (!isActive(facts.status)) return 'application.already-cancelled';
  if (facts.state !== 'published' || (facts.endsAt && now >= facts.endsAt)) return 'application.event-over';
  return facts.receivedAt === null ? true : 'application.received';
}

/** May this one move up? Only the first of the queue, and only when its whole group fits; whoever has been offered a place may be given it. */
export function promoteVerdict(
  facts: { status: ApplicationStatus; state: EventState; endsAt: Date | null; first: boolean; heads: number; capacity: number | null; placesTaken: number },
  now: Date,
): Verdict {
  if (facts.status !== 'waitlisted' && facts.status !== 'offered') return 'application.not-waiting';
  if (facts.state !== 'published' || (facts.endsAt && now >= facts.endsAt)) return 'application.event-over';
  if (facts.status === 'offered') return true;
  if (!facts.first) return 'application.not-first';
  return facts.capacity === null || facts.placesTaken + facts.heads <= facts.capacity ? true : 'application.not-enough-places';
}

/** May the offered place be taken? Until the offer's end, and never once the event has begun: it may have been moved since. */
export function acceptVerdict(facts: { status: ApplicationStatus; state: EventState; offerEndsAt: Date | null; startsAt: Date | null }, now: Date): Verdict {
  if (facts.status !== 'offered' || facts.offerEndsAt === null || now >= facts.offerEndsAt) return 'application.offer-over';
  if (facts.startsAt !== null && now >= facts.startsAt) return 'application.offer-over';
  return facts.state === 'published' ? true : 'application.event-over';
}

/** Lost tickets that one place may ask for, whoever they are for. */
export const RESENDS_BY_PLACE: Limit = { name: 'events.resends-asked', most: 60, minutes: 60 };
/** Lost tickets that one place may ask for at one contact. */
export const RESENDS_HERE: Limit = { name: 'events.resends-asked-here', most: 5, minutes: 60 };
/** Letters with lost tickets to one contact from everywhere; who is beyond is not told, and gets none. */
export const RESENDS_IN_ALL: Limit = { name: 'events.resends', most: 20, minutes: 24 * 60 };

/** A ticket is sent again at most this often to the same contact (milliseconds), however often it is asked for. */
export const RESEND_PAUSE = 10 * 60 * 1000;

export const mayResend = (resentAt: Date | null, now: Date): boolean => resentAt === null || now.getTime() - resentAt.getTime() >= RESEND_PAUSE;
