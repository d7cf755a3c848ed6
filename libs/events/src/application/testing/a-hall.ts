import { expect } from '@jest/globals';
import type { TestApp } from '@yoriai/testing';
import { aNeighbour, anEvent, type Cast } from '../../an-event.builder.js';
import type { EventDetail } from '../../event/event.dto.js';
import type { FrameDraft } from '../../frame/frame-draft.dto.js';
import { SignUps } from '../sign-up.service.js';

/** Frames that share a total, by name. */
export interface Hall {
  event: EventDetail;
  frames: ReadonlyMap<string, string>;
}

/** A published concert with a total over these frames. */
export async function aHall(app: TestApp, cast: Cast, totalPlaces: number | null, frames: readonly FrameDraft[]): Promise<Hall> {
  const event = await anEvent(app, cast, 'published', { totalPlaces, frames: frames.map((frame) => ({ perApplicationMax: 4, ...frame })) });
  return { event, frames: new Map(event.frames.map(({ name, id }) => [name, id])) };
}

/** Applies on the web in one of the frames. */
export function appliedIn(app: TestApp, { event, frames }: Hall, name: string, index: number, heads = 1, partIsFine = false) {
  return app.get(SignUps).apply(null, { eventId: event.id, frameId: frames.get(name)!, ...aNeighbour(index, heads), partIsFine });
}

/** How many have places and wait, by frame, and of the total; fails where a counter is not the sum it stands for, or more have places than there are. */
export async function hallCounts(app: TestApp, { event }: Hall): Promise<{ total: [taken: number, places: number] | null; frames: Record<string, [taken: number, waiting: number]> }> {
  const rows = await app.database.asOwner<{ name: string; capacity: number | null; counted: boolean; taken: number; waiting: number; held: number; queued: number }>(
    `select name, capacity, counted, places_taken as taken, waiting,
       (select coalesce(sum(heads), 0)::int from events.application where frame_id = frame.id and status in ('confirmed', 'guardian_pending', 'offered')) as held,
       (select count(*)::int from events.application where frame_id = frame.id and status = 'waitlisted') as queued
     from events.frame frame where event_id = $1 order by sort`,
    [event.id],
  );
  for (const row of rows) {
    expect([row.name, row.taken, row.waiting]).toEqual([row.name, row.held, row.queued]);
    expect(row.taken).toBeLessThanOrEqual(row.capacity ?? Infinity);
  }
  const [shared] = await app.database.asOwner<{ places: number; taken: number }>('select places, places_taken as taken from events.shared_places where event_id = $1', [event.id]);
  if (shared) {
    expect(shared.taken).toBe(rows.filter(({ counted }) => counted).reduce((sum, { taken }) => sum + taken, 0));
    expect(shared.taken).toBeLessThanOrEqual(shared.places);
  }
  return { total: shared ? [shared.taken, shared.places] : null, frames: Object.fromEntries(rows.map(({ name, taken, waiting }) => [name, [taken, waiting]])) };
}
