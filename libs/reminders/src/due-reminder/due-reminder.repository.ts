import { Injectable } from '@nestjs/common';
import { named, newId, rows, type Tx } from '@yoriai/platform';
import type { PlannedReminder, ReminderKind, ReminderState } from './reminder.rules.js';

export interface DueReminderRow {
  id: string;
  eventId: string;
  kind: ReminderKind;
  dueAt: Date;
  state: ReminderState;
}

const COLUMNS = `id, event_id as "eventId", kind, due_at as "dueAt", state`;

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
       on conflict (event_id, kind, due_at) do update set state = 'due', settled_at = null, planned_at = excluded.planned_at
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
      `select ${COLUMNS} from reminders.due_reminder where state = 'due' and due_at <= $1
       order by due_at, id limit $2 for update skip locked`,
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

  async byId(tx: Tx, id: string): Promise<DueReminderRow | null> {
    const [row] = await rows<DueReminderRow>(tx, `select ${COLUMNS} from reminders.due_reminder where id = $1`, [id]);
    return row ?? null;
  }

  async ofEvents(tx: Tx, eventIds: readonly string[]): Promise<DueReminderRow[]> {
    return rows<DueReminderRow>(tx, `select ${COLUMNS} from reminders.due_reminder where event_id = any($1) order by due_at, kind`, [eventIds]);
  }
}
