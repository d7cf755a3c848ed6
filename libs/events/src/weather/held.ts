import { rows, type Tx } from '@yoriai/platform';

/** Which of these events are said to take place on the day that they have. The caller asks who may know. */
export async function heldOf(tx: Tx, eventIds: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ event_id: string }>(
    tx,
    `select event_id from events.day_decision decision join events.event event on event.id = decision.event_id
     where event_id = any($1::uuid[]) and decision.kind = 'held' and decision.was_starts_at = event.starts_at`,
    [eventIds],
  );
  return new Set(found.map(({ event_id }) => event_id));
}
