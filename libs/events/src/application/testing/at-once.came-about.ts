import { expect } from '@jest/globals';
import { rows } from '@yoriai/platform';
import type { TestApp } from '@yoriai/testing';
import type { TransitionCause } from '../application.entity.js';
import { tried, type Act } from './at-once.acts.js';

/** Everything that clients can bring about; nobody may say yes to what they handed in. */
const ACTS: readonly Exclude<Act['kind'], 'own-yes'>[] = ['apply', 'cancel', 'take', 'promote', 'consent', 'refuse', 'answer', 'undo', 'amend', 'places', 'total', 'move', 'fewer', 'hand-in', 'approve', 'reject', 'put-off', 'call-off'];
/** What applications go through by that, and by the worker. */
const CAUSES: readonly TransitionCause[] = ['acceptance', 'chosen', 'chosen-undone', 'consent', 'consent-refused', 'draw', 'event-cancelled', 'expiry', 'offer', 'passed-over', 'promotion', 'ticket'];

/** How often an approved change took places of a frame, and of the total, from a public event. */
const LOWERED = `
  with step as (
    select snapshot, lag(snapshot) over (partition by event_id order by number) as before from events.event_revision revision
    where exists (select from events.event_transition where event_id = revision.event_id and verb = 'approve' and event_transition.revision = revision.number)
  )
  select count(*) filter (where exists (
      select from jsonb_array_elements(snapshot->'frames') frame join jsonb_array_elements(before->'frames') was on was->>'id' = frame->>'id'
      where (frame->>'capacity')::int < (was->>'capacity')::int))::int as frames,
    count(*) filter (where (snapshot->>'totalPlaces')::int < (before->>'totalPlaces')::int)::int as total
  from step`;

/**
 * A rule holds of nothing where an act is always refused: of each kind at least so many were done, and of each way that
 * an application can go. The rarest comes about fifteen times in three hundred histories.
 */
export async function allCameAbout(app: TestApp, histories: number): Promise<void> {
  const least = Math.floor(histories / 300);
  const gone = await app.tx((tx) => rows<{ cause: TransitionCause; times: number }>(tx, 'select cause, count(*)::int as times from events.application_transition group by cause', []));
  const causes = new Map(gone.map(({ cause, times }) => [cause, times]));
  expect([...ACTS.filter((kind) => (tried.done.get(kind) ?? 0) < least), ...CAUSES.filter((cause) => (causes.get(cause) ?? 0) < least)]).toEqual([]);
  expect(tried.done.get('own-yes') ?? 0).toBe(0);
  const [lowered] = await app.tx((tx) => rows<{ frames: number; total: number }>(tx, LOWERED, []));
  expect([lowered!.frames >= least, lowered!.total >= least]).toEqual([true, true]);
}
