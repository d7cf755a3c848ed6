import { rows, type Tx } from '@yoriai/platform';
import type { DroppedItem } from './reduction/reduction.rules.js';

/** Which of these events are said to take place on the day that they have, as planned or in a smaller form; `since`: said then or later. The caller asks who may know. */
export async function heldOf(tx: Tx, eventIds: readonly string[], since: Date | null = null): Promise<Set<string>> {
  const found = await rows<{ event_id: string }>(
    tx,
    `select event_id from events.day_decision decision join events.event event on event.id = decision.event_id
     where event_id = any($1::uuid[]) and decision.kind in ('held', 'reduced') and decision.was_starts_at = event.starts_at
       and ($2::timestamptz is null or decision.decided_at >= $2)`,
    [eventIds, since],
  );
  return new Set(found.map(({ event_id }) => event_id));
}

/** What of an event is left out on the day that it has, and why. */
export interface Reduced {
  decisionId: string;
  reason: string | null;
  dropped: DroppedItem[];
  /** It was taken back: the event takes place as planned after all. */
  isWhole: boolean;
}

/** Which of these events take place in a smaller form on the day that they have, by event; or (`isWhole`) did until that was taken back. The caller asks who may know. */
export async function reducedOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, Reduced>> {
  const found = await rows<Omit<Reduced, 'isWhole'> & { eventId: string; kind: string; stands: boolean }>(
    tx,
    `select event_id as "eventId", decision.id as "decisionId", decision.kind, decision.reason, coalesce(decision.dropped, '[]') as dropped,
       coalesce(decision.was_starts_at = event.starts_at, false) as stands
     from events.day_decision decision join events.event event on event.id = decision.event_id
     where event_id = any($1::uuid[]) order by decision.decided_at desc, decision.id desc`,
    [eventIds],
  );
  const reduced = new Map<string, Reduced>();
  for (const eventId of new Set(found.map((one) => one.eventId))) {
    const said = found.filter((one) => one.eventId === eventId);
    // Held more than once since, the first took it back.
    const index = said.findIndex(({ kind }) => kind !== 'held');
    const [last, back] = [said[index], said[index - 1]];
    if (last?.kind !== 'reduced' || !last.stands) continue;
    reduced.set(eventId, { decisionId: (back ?? last).decisionId, reason: back ? null : last.reason, dropped: back ? [] : last.dropped, isWhole: back !== undefined });
  }
  return reduced;
}

/** That somebody said: 予定どおり開催します, or in a smaller form: what is off and why. */
export interface Held {
  kind: 'held' | 'reduced';
  at: Date;
  reason: string | null;
  dropped: DroppedItem[] | null;
  actorPersonId: string;
  /** Of the day that the event has now; else it was put off since. */
  stands: boolean;
}

/** When an event was said to take place, as planned or in a smaller form, newest first. The caller asks who may know. */
export async function timesHeld(tx: Tx, eventId: string): Promise<Held[]> {
  const found = await rows<Omit<Held, 'actorPersonId'> & { by: string }>(
    tx,
    `select decision.kind, decision.reason, decision.dropped, decision.decided_at as at, decision.decided_by as by, coalesce(decision.was_starts_at = event.starts_at and event.state = 'published', false) as stands
     from events.day_decision decision join events.event event on event.id = decision.event_id
     where decision.event_id = $1 and decision.kind in ('held', 'reduced') order by decision.decided_at desc`,
    [eventId],
  );
  return found.map(({ by: actorPersonId, ...said }) => ({ ...said, actorPersonId }));
}
