import { jstDate } from '@yoriai/platform';
import type { Queue } from '../frame/frame.entity.js';
import { fitting } from './application.rules.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** An offer stands no longer than this by day, but to the next full hour… */
export const LONGEST_OFFER_MS = 24 * HOUR_MS;
/** …and never shorter: who is at work has to be able to answer. */
export const SHORTEST_OFFER_MS = HOUR_MS;
/** Of the time that is left before the event an offer takes this part, so that several can be asked. */
const PART = 4;
/** Ends are said in full hours, those of short offers in quarters of one; upwards, so that nobody has less time. */
const SHORT_MS = 4 * HOUR_MS;
const stepOf = (window: number): number => (window < SHORT_MS ? 15 * MINUTE_MS : HOUR_MS);

/** Nobody has to answer by an hour between nine in the evening and eight in the morning; an offer that would ends at eight in the evening, or at nine in the morning. */
const NIGHT_FROM = 21;
const NIGHT_TO = 8;
const EVENING = 20;
const MORNING = 9;

const atHour = (day: string, hour: number): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+09:00`);
const hourOf = (at: Date): number => new Date(at.getTime() + 9 * HOUR_MS).getUTCHours();

/**
 * When a place that is offered now has to be taken: after a quarter of the time that is left, at least an hour and at most
 * a day, rounded up to an hour that is easy to say, never at night (domain §4.4). Null where no such hour is left before the event begins: then nobody is asked any
 * more, and the host decides.
 */
export function offerEnd(now: Date, startsAt: Date): Date | null {
  const left = startsAt.getTime() - now.getTime();
  const window = Math.min(Math.max(left / PART, SHORTEST_OFFER_MS), LONGEST_OFFER_MS);
  const step = stepOf(window);
  const end = awake(new Date(Math.ceil((now.getTime() + window) / step) * step), now);
  return end < startsAt ? end : null;
}

/** The end itself by day; else the evening before, if that leaves an hour, or the morning after. */
function awake(end: Date, now: Date): Date {
  const hour = hourOf(end);
  if (hour >= NIGHT_TO && hour < NIGHT_FROM) return end;
  const eveningOf = hour < NIGHT_TO ? new Date(end.getTime() - NIGHT_TO * HOUR_MS) : end;
  const evening = atHour(jstDate(eveningOf), EVENING);
  if (evening.getTime() - now.getTime() >= SHORTEST_OFFER_MS) return evening;
  return atHour(jstDate(new Date(evening.getTime() + 12 * HOUR_MS)), MORNING);
}

/** Whether an offer that ends then stands through some of a night: it is kept, and nobody has to answer before the morning. */
export function standsOverNight(now: Date, end: Date): boolean {
  const hour = hourOf(now);
  return hour >= NIGHT_FROM || hour < NIGHT_TO || jstDate(now) !== jstDate(end);
}

/** Who of the queue is offered how many places, and who was passed over for somebody behind them. */
export interface Turn<Waiting> {
  offered: { who: Waiting; heads: number }[];
  passedOver: Waiting[];
}

/** A frame's queue: how many places of its own are free, and how they go round. */
export interface Line {
  free: number;
  queue: Queue;
}

/**
 * Whose turn it is for the free places, from the head of the queue: each group whole, or as many as fit where a part
 * is fine. `in-order`: nobody is passed over. `who-fits`: whoever does not fit yet is, and keeps their place in the queue.
 * Over several frames that share `free` places (docs/adr/0055) everybody who waits in any of them is asked in the order
 * they joined, as far as their own frame and all together have room. Who does not fit their own frame waits for that and
 * keeps nobody of another from a place. Who only does not fit what is shared is passed over where their frame says
 * `who-fits`; where it says `in-order`, nobody behind them comes before them, whichever frame they wait in.
 */
export function nextOfAll<Waiting extends { heads: number; partIsFine: boolean }, Key>(
  queue: readonly Waiting[],
  lines: ReadonlyMap<Key, Line>,
  free: number,
  lineOf: (who: Waiting) => Key,
): Turn<Waiting> {
  const room = new Map([...lines].map(([key, line]) => [key, line.free]));
  const held = new Set<Key>();
  const offered: Turn<Waiting>['offered'] = [];
  const skipped: { who: Waiting; line: Key; shared: boolean }[] = [];
  const passedOver = new Set<Waiting>();
  for (const who of queue) {
    if (free <= 0) break;
    const line = lineOf(who);
    const own = room.get(line) ?? 0;
    if (held.has(line)) continue;
    const heads = fitting(who, Math.min(own, free));
    if (heads > 0) {
      offered.push({ who, heads });
      for (const each of skipped) if (each.shared || each.line === line) passedOver.add(each.who);
      room.set(line, own - heads);
      free -= heads;
      continue;
    }
    const shared = fitting(who, own) > 0;
    if (lines.get(line)?.queue === 'who-fits') skipped.push({ who, line, shared });
    else if (shared) break;
    else held.add(line);
  }
  return { offered, passedOver: queue.filter((who) => passedOver.has(who)) };
}

/** Why somebody still waits: everything is taken, others have been asked, a group does not fit yet (the first of a strict line, the one before them, or their own), or it is too late to ask. */
export const WAIT_REASONS = ['full', 'others-asked', 'group-too-large', 'first-too-large', 'own-group-too-large', 'host-decides'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

export interface WaitFacts {
  readonly free: number;
  /** Heads of those who were offered a place and have not answered. */
  readonly asked: number;
  readonly heads: number;
  readonly partIsFine: boolean;
  readonly position: number | null;
  /** Nobody comes before them, of another frame with which theirs shares its places either. */
  readonly next: boolean;
  readonly queue: Queue;
  readonly startsAt: Date | null;
}

/**
 * Why somebody waits, the same for who holds the ticket and for who leads the event; null where they are asked any moment.
 * Who is first and larger than what is free hears of their own group, whoever else was asked before: nobody's answer but
 * a freed place, or fewer heads, moves them.
 */
export function waitReason(facts: WaitFacts, now: Date): WaitReason | null {
  if (facts.startsAt === null || offerEnd(now, facts.startsAt) === null) return 'host-decides';
  const own = facts.free > 0 && fitting(facts, facts.free) === 0;
  if (own && facts.next && facts.position === 1) return facts.queue === 'in-order' ? 'first-too-large' : 'own-group-too-large';
  if (facts.asked > 0) return 'others-asked';
  if (facts.free <= 0) return 'full';
  if (facts.queue === 'in-order') return 'group-too-large';
  return own ? 'own-group-too-large' : null;
}

/** The places that are free while only their own group needs more: what a smaller one could have; null where something else keeps them. */
export const freeForFewer = (reason: WaitReason | null, free: number): number | null => (reason === 'first-too-large' || reason === 'own-group-too-large' ? free : null);
