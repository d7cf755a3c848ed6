import type { ApplicationLine, EventDetail, EventFrame } from '@yoriai/api-client';
import { leftOfTotal } from './total.js';

/** Those with a place, in the kana order they came in. */
export function confirmedOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'confirmed');
}

/** Those whose place is kept until a guardian says yes. */
export function pendingOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'guardian_pending');
}

/** What becomes of the places of those without a guardian's yes: they are kept, or have a limit each, or some the one and some the other. It is what their tickets say. */
export function keptWithoutYes(pending: ReadonlyArray<Pick<ApplicationLine, 'guardian'>>): 'kept' | 'body' | 'both' {
  const again = pending.filter(({ guardian }) => guardian?.anew === true).length;
  return again === 0 ? 'body' : again === pending.length ? 'kept' : 'both';
}

/** Those who wait for the host's answer, in the order they came. */
export function toAnswerOf(items: readonly ApplicationLine[], frames: ReadonlyArray<Pick<EventFrame, 'id' | 'method'>>): ApplicationLine[] {
  const chosen = new Set(frames.filter(({ method }) => method === 'chosen').map(({ id }) => id));
  return items.filter((each) => each.status === 'applied' && chosen.has(each.frameId)).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** Those who were answered a moment ago and were not told, the latest first. */
export function untoldOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.undoUntil !== null).sort((a, b) => ((a.undoUntil ?? '') > (b.undoUntil ?? '') ? -1 : 1));
}

/** Those whom the host declined, or did not answer. */
export function declinedOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'declined' && each.undoUntil === null);
}

/** Places that nobody has in each frame of which the host gives them; none while somebody waits. */
export function freeToGive(event: Pick<EventDetail, 'frames' | 'totalPlaces'>): { id: string; name: string; free: number; capacity: number; waiting: number }[] {
  return event.frames.flatMap((frame) => {
    const { id, name, method, capacity, placesTaken, waiting } = frame;
    if (method !== 'chosen' || capacity === null) return [];
    return [{ id, name, capacity, waiting, free: waiting > 0 ? 0 : Math.min(Math.max(0, capacity - placesTaken), leftOfTotal(event, frame)) }];
  });
}

/** Whether all of these can be let in at once: in no frame more heads than places. */
export function fitAll(picked: ReadonlyArray<Pick<ApplicationLine, 'frameId' | 'heads'>>, places: readonly { id: string; free: number }[]): boolean {
  return places.every(({ id, free }) => headsOf(picked.filter(({ frameId }) => frameId === id)) <= free);
}

/** Those who have entered a draw that is still to come. */
export function enteredOf(items: readonly ApplicationLine[], frames: ReadonlyArray<Pick<EventFrame, 'id' | 'method'>>): ApplicationLine[] {
  const drawn = new Set(frames.filter(({ method }) => method !== 'chosen').map(({ id }) => id));
  return items.filter((each) => each.status === 'applied' && drawn.has(each.frameId));
}

/** Those for whom a place is kept until they answer. */
export function askedOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'offered');
}

/** Those who wait, number 1 first. */
export function waitingOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'waitlisted').sort((a, b) => (a.waitlistPosition ?? 0) - (b.waitlistPosition ?? 0));
}

/** Those who gave their place back, or lost it. */
export function cancelledOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'cancelled_by_applicant' || each.status === 'cancelled_by_host');
}

/** Those who are not in any more, by how it ended; who let an offered place run out is among them, for they ring about it. */
export function endedOf(items: readonly ApplicationLine[]): { how: 'declined' | 'expired' | 'cancelled'; people: ApplicationLine[] }[] {
  const ended = [
    { how: 'declined' as const, people: declinedOf(items) },
    { how: 'expired' as const, people: items.filter((each) => each.status === 'expired') },
    { how: 'cancelled' as const, people: cancelledOf(items) },
  ];
  return ended.filter(({ people }) => people.length > 0);
}

/** People, not applications. */
export function headsOf(items: ReadonlyArray<{ readonly heads: number }>): number {
  return items.reduce((sum, each) => sum + each.heads, 0);
}

/**
 * What the first of the queue waits for, when the group is larger than what is free: seats free now,
 * seats they need, seats still missing. Nothing for others, who wait for those before them.
 */
export function lackingSeats(
  event: Partial<Pick<EventDetail, 'totalPlaces'>> & { readonly frames: ReadonlyArray<Pick<EventFrame, 'id' | 'kind' | 'method' | 'outsideTotal' | 'capacity' | 'placesTaken'>> },
  { frameId, heads, waitlistPosition, can }: Pick<ApplicationLine, 'frameId' | 'heads' | 'waitlistPosition' | 'can'>,
): { free: number; heads: number; more: number } | undefined {
  const frame = event.frames.find((each) => each.id === frameId);
  if (!frame || frame.capacity === null || waitlistPosition !== 1 || can.promote !== 'application.not-enough-places') return undefined;
  const free = Math.min(Math.max(0, frame.capacity - frame.placesTaken), leftOfTotal(event, frame));
  return free >= heads ? undefined : { free, heads, more: heads - free };
}

/**
 * Why they cannot move up, in the reason that their own ticket gives, so that a leader tells the same on the telephone;
 * undefined where they can, or where something else is in the way.
 */
export function stillWaits({ can, waitReason: reason }: Pick<ApplicationLine, 'can' | 'waitReason'>): Exclude<ApplicationLine['waitReason'], 'host-decides' | null> | undefined {
  const waits = can.promote === 'application.not-enough-places' || can.promote === 'application.not-first';
  return waits && reason !== null && reason !== 'host-decides' ? reason : undefined;
}

/** For so long the list says on top whose application was changed. */
const FRESH_MS = 15 * 60 * 1000;

/** The change that a leader comes back from; undefined where that was a while ago. */
export function justAmended(items: readonly ApplicationLine[], id: string | undefined, now: Date): { person: ApplicationLine; change: ApplicationLine['amended'][number] } | undefined {
  const person = items.find((each) => each.id === id);
  const [change] = person?.amended ?? [];
  return person && change?.by === 'host' && now.getTime() - Date.parse(change.at) < FRESH_MS ? { person, change } : undefined;
}
