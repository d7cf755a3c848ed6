import { rows, type Tx } from '@yoriai/platform';
import type { EventSnapshot } from './snapshot.js';

/** What was handed in last of each of these events, by event. */
export async function submittedOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, EventSnapshot>> {
  const found = await rows<{ event_id: string; snapshot: EventSnapshot }>(
    tx,
    `select distinct on (event_id) event_id, snapshot from events.event_revision
     where event_id = any($1::uuid[]) and kind = 'submission' order by event_id, number desc`,
    [eventIds],
  );
  return new Map(found.map((row) => [row.event_id, row.snapshot]));
}
