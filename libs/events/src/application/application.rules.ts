import type { Limit } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import type { Companions, FrameKind } from '../frame/frame.entity.js';
import type { ApplicationStatus, Channel, Companion } from './application.entity.js';
import { roomIn, type Shared, type Together } from './shared-places.rules.js';

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
export function headsVerdict(frame: { capacity: number | null; perApplicationMax: number; shared?: { places: number } | null | undefined }, heads: number): Verdict {
  const limit = Math.min(frame.perApplicationMax, frame.capacity ?? Infinity, frame.shared?.places ?? Infinity);
  return heads <= limit ? true : 'application.too-many-heads';
}

/** Is each who comes along named where the host asks for names, and nobody where it does not? */
export function namesVerdict(asked: Companions, heads: number, companions: readonly Companion[]): Verdict {
  if (asked === 'number') return companions.length === 0 ? true : 'application.names-not-asked';
  return companions.length === heads - 1 ? true : 'application.names-needed';
}

/** Is a group named where groups apply, and nowhere else? */
export function groupVerdict(kind: FrameKind, groupName: string | null): Verdict {
  if (kind === 'group') return groupName === null ? 'application.group-needed' : true;
  return groupName === null ? true : 'application.group-not-asked';
}

/** Active applications of one event that one phone number or mail address may hold: a family and its neighbours, not a hall. */
export const MOST_PER_CONTACT = 10;
/** Applications, cancelled ones too, that one phone number or mail address may make in 24 hours, and that may ask a guardian at one address: each sends a letter. */
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
  /** Its places are drawn later, or the host gives them: until then whoever asks has none and does not wait in the queue. */
  undrawn: boolean;
  /** What it has together with others; missing where the event has no such total, or the frame is not of it. */
  shared?: Shared | undefined;
  /** Of a frame that shares: the places that must be free for the next of its queue; null where nobody waits for one. */
  least?: number | null | undefined;
}

/** So many heads have a place, so many wait in the queue's next place, or so many have entered a draw, or wait for the host's answer. */
export interface Place {
  entered: number;
  confirmed: number;
  waits: number;
  order: number;
  position: number;
}

/** Places that nobody has: of the frame, and of what it shares. */
export const freeIn = ({ shared, ...frame }: Pick<Counters, 'capacity' | 'placesTaken'> & { shared?: Together | null | undefined }): number => Math.min(roomIn(frame), shared ? shared.places - shared.taken : Infinity);

/** Does somebody wait who comes before anybody that comes now? */
export const isWaitedFor = ({ waiting, shared }: Pick<Counters, 'waiting' | 'shared'>): boolean => waiting > 0 || (shared?.waitedFor ?? false);

/** The last place in the queue, over all frames with which the places are shared: orders grow for ever. */
export const lastOrderOf = ({ lastWaitlistOrder, shared }: Counters): number => Math.max(lastWaitlistOrder, shared?.lastOrder ?? 0);

/**
 * Places, or a place in the queue, for so many heads: all of them together, unless a part is fine. Whoever comes
 * while somebody waits waits too, even if a smaller group would fit: a freed place is not a newcomer's.
 */
export function placeFor(counters: Counters, heads: number, partIsFine = false): Place {
  const queue = { order: lastOrderOf(counters) + 1, position: counters.waiting + 1 };
  if (counters.undrawn) return { entered: heads, confirmed: 0, waits: 0, ...queue };
  const free = isWaitedFor(counters) ? 0 : freeIn(counters);
  const confirmed = fitting({ heads, partIsFine }, free);
  return { entered: 0, confirmed, waits: heads - confirmed, ...queue };
}

/** The counters after that place was given. */
export function after(counters: Counters, { confirmed, waits, order }: Place, partIsFine = false): Counters {
  const { shared } = counters;
  const taken = { ...counters, placesTaken: counters.placesTaken + confirmed, ...(shared && { shared: { ...shared, taken: shared.taken + confirmed } }) };
  if (waits === 0) return taken;
  const next = taken.shared && { shared: { ...taken.shared, lastOrder: order }, least: counters.waiting > 0 ? counters.least : partIsFine ? 1 : waits };
  return { ...taken, waiting: counters.waiting + 1, lastWaitlistOrder: order, ...next };
}

/** Who of a group has the first places, and who comes later: in the order given, the applicant first where they are among them. */
export function parted(companions: readonly Companion[] | null, heads: number, applicantAmong: boolean): [Companion[] | null, Companion[] | null] {
  if (companions === null) return [null, null];
  const named = heads - (applicantAmong ? 1 : 0);
  return [companions.slice(0, named), companions.slice(named)];
}

/** How many of a group can come when so many places are free. */
export function fitting({ heads, partIsFine }: { heads: number; partIsFine: boolean }, free: number): number {
  return heads <= free ? heads : partIsFine ? Math.max(0, free) : 0;
}

export const isActive = (status: ApplicationStatus): boolean => status === 'applied' || status === 'waitlisted' || holdsPlaces(status);

/** Its heads are among the places taken: an offer is a reservation, so nothing slips between it and the answer; nor does anything before a guardian's. */
export const holdsPlaces = (status: ApplicationStatus): boolean => status === 'confirmed' || status === 'guardian_pending' || status === 'offered';

/** May it still be cancelled? By ticket and by host alike, until the event is over or the holder is there: who was counted keeps their place. */
export function cancelVerdict(facts: { status: ApplicationStatus; state: EventState; endsAt: Date | null; receivedAt: Date | null }, now: Date): Verdict {
  if (!isActive(facts.status)) return 'application.already-cancelled';
  if (facts.state !== 'published' || (facts.endsAt && now >= facts.endsAt)) return 'application.event-over';
  return facts.receivedAt === null ? true : 'application.received';
}

/** May its holder still say something else to the host's questions? Until it begins; the others of a parted group were not asked. */
export function answerVerdict(facts: { status: ApplicationStatus; state: EventState; startsAt: Date | null; partOf: string | null }, now: Date): Verdict {
  if (!isActive(facts.status) || facts.partOf !== null) return 'application.already-cancelled';
  return facts.state === 'published' && !(facts.startsAt && now >= facts.startsAt) ? true : 'application.event-over';
}

/** May this one move up? Only whose turn it is, and only as many as fit: the whole group, unless a part of it is fine; whoever has been offered a place may be given it. */
export function promoteVerdict(
  facts: { status: ApplicationStatus; state: EventState; endsAt: Date | null; next: boolean; heads: number; partIsFine: boolean } & Parameters<typeof freeIn>[0],
  now: Date,
): Verdict {
  if (facts.status !== 'waitlisted' && facts.status !== 'offered') return 'application.not-waiting';
  if (facts.state !== 'published' || (facts.endsAt && now >= facts.endsAt)) return 'application.event-over';
  if (facts.status === 'offered') return true;
  if (!facts.next) return 'application.not-first';
  return fitting(facts, freeIn(facts)) > 0 ? true : 'application.not-enough-places';
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
