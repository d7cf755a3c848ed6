import { rows, type Tx } from '@yoriai/platform';

/** Which of these events are said to take place on the day that they have; `since`: said then or later. The caller asks who may know. */
export async function heldOf(tx: Tx, eventIds: readonly string[], since: Date | null = null): Promise<Set<string>> {
  const found = await rows<{ event_id: string }>(
    tx,
    `select event_id from events.day_decision decision join events.event event on event.id = decision.event_id
     where event_id = any($1::uuid[]) and decision.kind = 'held' and decision.was_starts_at = event.starts_at
       and ($2::timestamptz is null or decision.decided_at >= $2)`,
    [eventIds, since],
  );
  return new Set(found.map(({ event_id }) => event_id));
}

/** That somebody said: 予定どおり開催します. */
export interface Held {
  at: Date;
  actorPersonId: string;
  /** Of the day that the event has now; else it was put off since. */
  stands: boolean;
}

/** When an event was said to take place as planned, newest first. The caller asks who may know. */
export async function timesHeld(tx: Tx, eventId: string): Promise<Held[]> {
  const found = await rows<{ at: Date; by: string; stands: boolean }>(
    tx,
    `select decision.decided_at as at, decision.decided_by as by, coalesce(decision.was_starts_at = event.starts_at and event.state = 'published', false) as stands
     from events.day_decision decision join events.event event on event.id = decision.event_id
     where decision.event_id = $1 and decision.kind = 'held' order by decision.decided_at desc`,
    [eventId],
  );
  return found.map(({ at, by: actorPersonId, stands }) => ({ at, actorPersonId, stands }));
}
