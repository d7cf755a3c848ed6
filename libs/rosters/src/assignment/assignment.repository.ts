import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { PlannedShift } from '../shift/shift.rules.js';
import type { AssignmentStatus } from './assignment.entity.js';

/** An assignment together with its shift, as lists need it. */
export interface AssignmentRow {
  id: string;
  shiftId: string;
  eventId: string;
  personId: string;
  number: string;
  status: AssignmentStatus;
  takenAt: Date;
  endedAt: Date | null;
  endedReason: string | null;
  /** The key of the duty in the event's plan, the same through every change. */
  planKey: string;
  /** What it is, or was when it ended. */
  duty: string;
  place: string;
  note: string;
  /** The time the person said yes to; a change of the plan may have moved the shift since. */
  startsAt: Date;
  endsAt: Date;
  /** What they said about pictures; null: nothing. */
  photos: boolean | null;
  /** The leader who entered them; null: they took it themselves. */
  enteredBy: string | null;
  /** The host may read their number. */
  phoneTold: boolean;
}

const WITH_SHIFT = `
  select a.id, a.shift_id as "shiftId", a.event_id as "eventId", a.person_id as "personId", a.number, a.status,
    a.taken_at as "takenAt", a.ended_at as "endedAt", a.ended_reason as "endedReason",
    s.plan_key as "planKey", coalesce(a.duty, s.duty) as duty, coalesce(a.place, s.place) as place, coalesce(a.note, s.note) as note, lower(a.during) as "startsAt", upper(a.during) as "endsAt", a.photos,
    a.entered_by as "enteredBy", a.phone_told as "phoneTold"
  from rosters.assignment a join rosters.shift s on s.id = a.shift_id`;

/** SQL of the assignments. They are made and ended in shift/reserve.ts only. */
@Injectable()
export class AssignmentRepository {
  async byIds(tx: Tx, ids: readonly string[]): Promise<AssignmentRow[]> {
    return rows<AssignmentRow>(tx, `${WITH_SHIFT} where a.id = any($1::uuid[])`, [ids]);
  }

  /** Everything a person has taken, given back ones too, latest duty first. */
  async ofPerson(tx: Tx, personId: string): Promise<AssignmentRow[]> {
    return rows<AssignmentRow>(tx, `${WITH_SHIFT} where a.person_id = $1 order by s.starts_at desc, a.id`, [personId]);
  }

  async ofEvent(tx: Tx, eventId: string): Promise<AssignmentRow[]> {
    return rows<AssignmentRow>(tx, `${WITH_SHIFT} where a.event_id = $1 order by s.starts_at, s.sort, s.id, a.taken_at, a.id`, [eventId]);
  }

  /** Numbers are unique within an event. */
  async byNumber(tx: Tx, eventId: string, number: string): Promise<AssignmentRow | null> {
    return (await rows<AssignmentRow>(tx, `${WITH_SHIFT} where a.event_id = $1 and a.number = $2`, [eventId, number]))[0] ?? null;
  }

  async ofEvents(tx: Tx, eventIds: readonly string[]): Promise<AssignmentRow[]> {
    return rows<AssignmentRow>(tx, `${WITH_SHIFT} where a.event_id = any($1::uuid[]) order by s.starts_at, s.sort, s.id, a.id`, [eventIds]);
  }

  /**
   * Confirmed assignments whose shift is not in the plan any more, or at another time: nobody said yes to that.
   * Without those that have begun at `now`: who is on duty already is a matter of attendance.
   */
  async unplanned(tx: Tx, eventId: string, duties: readonly PlannedShift[], now: Date): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select a.id from rosters.assignment a join rosters.shift s on s.id = a.shift_id
       where a.event_id = $1 and a.status = 'confirmed' and lower(a.during) > $5 and not exists (
         select 1 from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) as planned (plan_key, starts_at, ends_at)
         where planned.plan_key = s.plan_key and planned.starts_at = s.starts_at and planned.ends_at = s.ends_at)`,
      [eventId, duties.map((duty) => duty.key), duties.map((duty) => duty.startsAt), duties.map((duty) => duty.endsAt), now],
    );
    return found.map((row) => row.id);
  }

  /** Who is on duty at `now` while its end is moved has the new hours too, unless they are promised elsewhere by then. */
  async prolong(tx: Tx, eventId: string, now: Date): Promise<void> {
    await rows(
      tx,
      `update rosters.assignment a set during = tstzrange(s.starts_at, s.ends_at, '[)') from rosters.shift s
       where s.id = a.shift_id and a.event_id = $1 and a.status = 'confirmed' and a.during @> $2::timestamptz
         and s.starts_at = lower(a.during) and s.ends_at <> upper(a.during) and not exists (
           select from rosters.assignment other
           where other.person_id = a.person_id and other.status = 'confirmed' and other.id <> a.id and other.during && tstzrange(s.starts_at, s.ends_at, '[)'))`,
      [eventId, now],
    );
  }

  /** Confirmed assignments of the joined person that the kept one can't hold as well. */
  async doubledBy(tx: Tx, keptPersonId: string, joinedPersonId: string): Promise<string[]> {
    const doubled = await rows<{ id: string }>(
      tx,
      `select joined.id from rosters.assignment joined
       where joined.person_id = $2 and joined.status = 'confirmed' and exists (
         select 1 from rosters.assignment kept
         where kept.person_id = $1 and kept.status = 'confirmed' and kept.during && joined.during)`,
      [keptPersonId, joinedPersonId],
    );
    return doubled.map((row) => row.id);
  }

  async sayPhotos(tx: Tx, id: string, photos: boolean): Promise<void> {
    await rows(tx, 'update rosters.assignment set photos = $2 where id = $1', [id, photos]);
  }

  /** Of duties that ended so many days ago; answers how many. */
  async forgetPhotos(tx: Tx, now: Date, days: number): Promise<number> {
    return (await rows(tx, 'update rosters.assignment set photos = null where photos is not null and upper(during) < $1::timestamptz - make_interval(days => $2) returning id', [now, days])).length;
  }

  /** Lets the rows of one person belong to another; answers nothing, because nothing happened to the duties. */
  async repoint(tx: Tx, keptPersonId: string, joinedPersonId: string): Promise<void> {
    await rows(tx, 'update rosters.assignment set person_id = $1 where person_id = $2', [keptPersonId, joinedPersonId]);
  }
}
