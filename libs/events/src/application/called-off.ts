import { rows, type Tx } from '@yoriai/platform';
import type { ApplicationStatus } from './application.entity.js';

/** Those who had applied for an event when it was called off. */
export interface AppliedWhenCalledOff {
  groups: number;
  /** Of those with a place, for certain or until a guardian says yes. */
  heads: number;
}

/** How each application stood that ended because its event was called off, by its id; empty where nothing did. The caller asks who may know. */
export async function stoodWhenCalledOff(tx: Tx, eventId: string): Promise<Map<string, ApplicationStatus>> {
  const found = await rows<{ application_id: string; from_status: ApplicationStatus }>(tx, `select application_id, from_status from events.application_transition where event_id = $1 and cause = 'event-cancelled'`, [eventId]);
  return new Map(found.map(({ application_id, from_status }) => [application_id, from_status]));
}

/** How many had applied for each of those events when it was called off; those without are absent. The caller asks who may know. */
export async function appliedWhenCalledOff(tx: Tx, eventIds: readonly string[]): Promise<Map<string, AppliedWhenCalledOff>> {
  const found = await rows<{ event_id: string; groups: number; heads: number }>(
    tx,
    `select moved.event_id, count(*)::int as groups, coalesce(sum(application.heads) filter (where moved.from_status in ('confirmed', 'guardian_pending')), 0)::int as heads
     from events.application_transition moved join events.application on application.id = moved.application_id
     where moved.event_id = any($1::uuid[]) and moved.cause = 'event-cancelled' group by moved.event_id`,
    [eventIds],
  );
  return new Map(found.map(({ event_id, ...counts }) => [event_id, counts]));
}
