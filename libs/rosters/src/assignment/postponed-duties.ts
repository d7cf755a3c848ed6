import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { DayDecisions, Events } from '@yoriai/events';
import { Clock, Outbox, rows, type Tx } from '@yoriai/platform';
import { release } from '../shift/reserve.js';
import { ShiftRepository } from '../shift/shift.repository.js';
import { shiftsOf } from '../shift/shift.rules.js';
import { ENDED_BY_CHANGE } from './assignment.entity.js';

/** Whoever stands on a shift of the event that the plan has no more, or is promised to another event at its time on the new day. */
const CANNOT_FOLLOW = `
  select a.id from rosters.assignment a
  join rosters.shift s on s.id = a.shift_id
  left join unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) as planned (plan_key, starts_at, ends_at) on planned.plan_key = s.plan_key
  where a.event_id = $1 and a.status = 'confirmed' and (planned.plan_key is null or exists (
    select from rosters.assignment other
    where other.person_id = a.person_id and other.status = 'confirmed' and other.event_id <> $1
      and other.during && tstzrange(planned.starts_at, planned.ends_at, '[)')))`;

/** The duties of an event that was put off: they go along, and so do those who stand on them, who are asked. */
@Injectable()
export class PostponedDuties {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly events: Events,
    private readonly shifts: ShiftRepository,
    private readonly decisions: DayDecisions,
  ) {}

  /** Whether an event was put off after that revision, or before it and its duties have not gone along yet; it stays so until the transaction ends. */
  async since(tx: Tx, eventId: string, revision: number): Promise<boolean> {
    await this.events.hold(tx, eventId);
    const last = await this.decisions.latestPostponement(tx, eventId);
    if (!last) return false;
    const followed = await rows(tx, 'select from rosters.followed_postponement where decision_id = $1', [last.id]);
    return (last.revision ?? 0) > revision || followed.length === 0;
  }

  /**
   * Moves shifts and assignments to the plan as it is now; whose place can't go along is given back with the reason
   * `event-changed`. Then everybody can be told, with the times that hold. Nothing for an event that is off meanwhile.
   */
  async follow(tx: Tx, { eventId, before, decisionId }: Messages['events.event-postponed']): Promise<void> {
    const event = await this.events.hold(tx, eventId);
    if (event?.state !== 'published') return;
    const now = this.clock.now();
    await rows(tx, 'insert into rosters.followed_postponement (decision_id, at) values ($1, $2) on conflict do nothing', [decisionId, now]);
    const duties = shiftsOf(await this.events.duties(tx, eventId));
    await this.shifts.lockOf(tx, eventId);
    const staying = await rows<{ id: string }>(tx, CANNOT_FOLLOW, [eventId, duties.map(({ key }) => key), duties.map(({ startsAt }) => startsAt), duties.map(({ endsAt }) => endsAt)]);
    const freed = await release(tx, staying.map(({ id }) => id), { status: 'cancelled_by_host', by: null, reason: ENDED_BY_CHANGE, at: now });
    await this.shifts.follow(tx, eventId, duties, now);
    // First out of everybody's way: the new hours of one duty may touch the old ones of another.
    await rows(tx, `update rosters.assignment set during = 'empty' where event_id = $1 and status = 'confirmed'`, [eventId]);
    await rows(
      tx,
      `update rosters.assignment a set during = tstzrange(s.starts_at, s.ends_at, '[)') from rosters.shift s
       where s.id = a.shift_id and a.event_id = $1 and a.status = 'confirmed'`,
      [eventId],
    );
    for (const place of freed) await this.outbox.add(tx, 'rosters.assignment-cancelled', { ...place });
    await this.outbox.add(tx, 'rosters.duties-postponed', { eventId, before, decisionId, released: freed.map(({ assignmentId }) => assignmentId) });
  }
}
