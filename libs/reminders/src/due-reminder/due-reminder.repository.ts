import { Injectable } from '@nestjs/common';
import { named, newId, rows, type Tx } from '@yoriai/platform';
import type { PlannedReminder, ReminderKind, ReminderState } from './reminder.rules.js';

export interface DueReminderRow {
  id: string;
  eventId: string;
  kind: ReminderKind;
  dueAt: Date;
  state: ReminderState;
  /** Since when it is, or was, held back; until when at the latest; who sent it all the same. */
  heldAt: Date | null;
  heldUntil: Date | null;
  releasedBy: string | null;
}

const COLUMNS = `id, event_id as "eventId", kind, due_at as "dueAt", state, held_at as "heldAt", held_until as "heldUntil", released_by as "releasedBy"`;

/** SQL on reminders.due_reminder. */
@Injectable()
export class DueReminderRepository {
  /**
   * Makes the plan of an event what is given: adds, revives what had been withdrawn, withdraws what is no longer
   * in it. What has been announced stays. Messages come in any order: what an edit skipped as past, because it
   * was heard before the publication itself, is due after all; what a sweep skipped stays skipped.
   */
  async replan(tx: Tx, eventId: string, plan: readonly PlannedReminder[], now: Date): Promise<void> {
    const values = JSON.stringify(plan.map(({ kind, dueAt, state }) => ({ id: newId(), kind, due_at: dueAt, state })));
    await rows(
      tx,
      `update reminders.due_reminder r set state = 'withdrawn', settled_at = $3
       where r.event_id = $1 and r.state = 'due' and not exists (
         select 1 from jsonb_to_recordset($2::jsonb) p(kind text, due_at timestamptz) where p.kind = r.kind and p.due_at = r.due_at)`,
      [eventId, values, now],
    );
    await rows(
      tx,
      `insert into reminders.due_reminder (id, event_id, kind, due_at, state, planned_at, settled_at)
       select p.id, $1, p.kind, p.due_at, p.state, $3::timestamptz, case when p.state = 'due' then null else $3::timestamptz end
       from jsonb_to_recordset($2::jsonb) p(id uuid, kind text, due_at timestamptz, state text)
       on conflict (event_id, kind, due_at) do update set state = 'due', settled_at = null, planned_at = excluded.planned_at, held_at = null, held_until = null, look_at = null, released_by = null
         where excluded.state = 'due' and (due_reminder.state = 'withdrawn'
           or (due_reminder.state = 'skipped' and due_reminder.settled_at = due_reminder.planned_at))`,
      [eventId, values, now],
    );
  }

  async withdraw(tx: Tx, eventId: string, now: Date): Promise<void> {
    await rows(tx, `update reminders.due_reminder set state = 'withdrawn', settled_at = $2 where event_id = $1 and state = 'due'`, [eventId, now]);
  }

  /** Locks reminders whose time has come; those that another worker holds are passed over. */
  async claimDue(tx: Tx, now: Date, limit: number): Promise<DueReminderRow[]> {
    return named<DueReminderRow>(
      tx,
      'reminders.claim-due',
      `select ${COLUMNS} from reminders.due_reminder where state = 'due' and coalesce(look_at, due_at) <= $1
       order by coalesce(look_at, due_at), id limit $2 for update skip locked`,
      [now, limit],
    );
  }

  async settle(tx: Tx, settlements: readonly { id: string; state: ReminderState }[], now: Date): Promise<void> {
    await rows(
      tx,
      `update reminders.due_reminder r set state = s.state, settled_at = $2
       from jsonb_to_recordset($1::jsonb) s(id uuid, state text) where r.id = s.id and r.state = 'due'`,
      [JSON.stringify(settlements), now],
    );
  }

  /** Held back: looked at again soon, and at the latest when it has to go. What another worker is at is passed over by the claim. */
  async hold(tx: Tx, held: readonly { id: string; until: Date }[], now: Date, lookAgain: Date): Promise<void> {
    await rows(
      tx,
      `update reminders.due_reminder r set held_at = coalesce(r.held_at, $2), held_until = h.until, look_at = least(h.until, $3::timestamptz)
       from jsonb_to_recordset($1::jsonb) h(id uuid, until timestamptz) where r.id = h.id`,
      [JSON.stringify(held), now, lookAgain],
    );
  }

  /** What is held back of an event goes now. */
  async release(tx: Tx, eventId: string, by: string, now: Date): Promise<void> {
    await rows(tx, `update reminders.due_reminder set released_by = $2, look_at = $3 where event_id = $1 and state = 'due' and held_at is not null and released_by is null`, [eventId, by, now]);
  }

  /** What is held back of an event, the soonest first. */
  heldOf(tx: Tx, eventId: string): Promise<DueReminderRow[]> {
    return rows(tx, `select ${COLUMNS} from reminders.due_reminder where event_id = $1 and state = 'due' and held_at is not null and released_by is null order by due_at`, [eventId]);
  }

  async byId(tx: Tx, id: string): Promise<DueReminderRow | null> {
    const [row] = await rows<DueReminderRow>(tx, `select ${COLUMNS} from reminders.due_reminder where id = $1`, [id]);
    return row ?? null;
  }

  async ofEvents(tx: Tx, eventIds: readonly string[]): Promise<DueReminderRow[]> {
    return rows<DueReminderRow>(tx, `select ${COLUMNS} from reminders.due_reminder where event_id = any($1) order by due_at, kind`, [eventIds]);
  }
}
