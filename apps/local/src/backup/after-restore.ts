import type { Client } from 'pg';

/** What was ended or held back, so that a restored ward does nothing twice. */
export interface HeldBack {
  sessions: number;
  /** Reminders whose hour passed between the backup and the restore: they may have gone out, so they don't go again. */
  reminders: { title: string; kind: string; dueAt: Date }[];
  /** Letters of reminders that were on their way when the backup was made; the people stand on the call sheet. */
  letters: number;
}

const SESSIONS = `update identity.session set ended_at = $1, ended_why = 'revoked' where ended_at is null`;
const SIGN_INS = `update identity.sign_in_request set state = 'superseded', closed_at = $1 where state = 'open'`;
const SIGN_IN_LETTERS = `
  update notifications.delivery set state = 'withdrawn', claimed_until = null
  where purpose = 'sign-in' and state in ('due', 'sending')`;
const REMINDERS = `
  with passed as (
    update reminders.due_reminder set state = 'skipped', settled_at = $1 where state = 'due' and due_at <= $1
    returning event_id, kind, due_at)
  select event.title, passed.kind, passed.due_at as "dueAt" from passed join events.event event on event.id = passed.event_id
  order by passed.due_at, event.title`;
// Announced, but not yet written out as letters when the backup was made.
const ANNOUNCED = `
  delete from platform.outbox announced where message = 'reminders.reminder-due' and (relayed_at is null
    or exists (select 1 from platform.inbox where message_id = announced.id and handled_at is null))`;
const LETTERS = `
  update notifications.delivery set state = 'bounced', claimed_until = null,
    last_error = 'Held back when the data were restored: it may have gone out before.'
  where purpose = 'reminder' and state in ('due', 'sending') and coalesce(scheduled_for, created_at) <= $1`;

/**
 * What must hold after every restore, before anything serves: nobody is signed in, no code or link of a
 * sign-in works, and no reminder that may have gone out goes out again. Who might have missed one stands
 * on the call sheet. Other letters under way are sent again at most once, under the same Message-ID.
 */
export async function afterRestore(client: Client, now: Date): Promise<HeldBack> {
  const sessions = await client.query(SESSIONS, [now]);
  await client.query(SIGN_INS, [now]);
  await client.query(SIGN_IN_LETTERS);
  const reminders = await client.query<HeldBack['reminders'][number]>(REMINDERS, [now]);
  await client.query(ANNOUNCED);
  const letters = await client.query(LETTERS, [now]);
  return { sessions: sessions.rowCount ?? 0, reminders: reminders.rows, letters: letters.rowCount ?? 0 };
}
