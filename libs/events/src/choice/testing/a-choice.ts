import { expect } from '@jest/globals';
import type { TestApp } from '@yoriai/testing';
import { anEvent, type Cast } from '../../an-event.builder.js';
import type { EventDetail } from '../../event/event.dto.js';
import type { FrameDraft } from '../../frame/frame-draft.dto.js';
import { AnswerRounds } from '../answer-rounds.service.js';

/** A published event of whose three places the host gives each. */
export function aChoice(app: TestApp, cast: Cast, frame: Partial<FrameDraft> = {}): Promise<EventDetail> {
  return anEvent(app, cast, 'published', { frames: [{ name: '席', method: 'chosen', capacity: 3, perApplicationMax: 3, answersBy: '2026-11-20', ...frame }] });
}

/** Some minutes later, with what time does to answers. */
export async function later(app: TestApp, minutes = 6): Promise<number> {
  app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());
  return app.get(AnswerRounds).sweep();
}

/** The frame's counters; fails where they are not the sums they stand for, or more have places than there are. */
export async function counted(app: TestApp, event: EventDetail): Promise<{ taken: number; waiting: number; entered: number }> {
  const [row] = await app.database.asOwner<{
    taken: number;
    held: number;
    waiting: number;
    queued: number;
    entered: number;
    applied: number;
    capacity: number;
  }>(
    `select capacity, places_taken as taken, waiting, entered,
       (select coalesce(sum(heads), 0)::int from events.application where frame_id = frame.id and status in ('confirmed', 'guardian_pending', 'offered')) as held,
       (select count(*)::int from events.application where frame_id = frame.id and status = 'waitlisted') as queued,
       (select coalesce(sum(heads), 0)::int from events.application where frame_id = frame.id and status = 'applied') as applied
     from events.frame frame where id = $1`,
    [event.frames[0]!.id],
  );
  expect([row!.taken, row!.waiting, row!.entered]).toEqual([row!.held, row!.queued, row!.applied]);
  expect(row!.taken).toBeLessThanOrEqual(row!.capacity);
  const { taken, waiting, entered } = row!;
  return { taken, waiting, entered };
}
