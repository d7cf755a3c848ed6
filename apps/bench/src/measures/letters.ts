import { newId } from '@yoriai/platform';
import { startChild, startProduct, type Child } from '../child.js';
import { letterOf, mailPool } from '../limits/mail-pool.js';
import { findingOf, inTurns, type Finding } from '../ratio.js';
import { SIZES, grouped } from '../sizes.js';
import type { OpenEvent, Town } from '../town.js';

const RECIPIENTS = SIZES.letters;
/** Ten in the morning in Japan: reminders sleep at night, and a bench must not. */
const MORNING = 'T10:00:00+09:00';

const CROWD = `
  with crowd as (
    insert into identity.person (id, name, kana, search_key, kana_key, email, created_at, updated_at)
    select gen_random_uuid(), '町民 ' || n, 'ちょうみん', '町民' || n, 'チョウミン', $2 || n || '@example.jp', now(), now() from generate_series(1, $3::int) n
    returning id, search_key, email
  ), added as (
    insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_email, status, channel, created_at)
    select gen_random_uuid(), f.id, f.event_id, crowd.id, crowd.search_key, sha256(crowd.id::text::bytea), 1, crowd.search_key, crowd.email, 'confirmed', 'web', now()
    from crowd, events.frame f where f.event_id = $1 returning 1
  )
  update events.frame set places_taken = (select count(*) from added) where event_id = $1`;

/** Entries of letters that the server has taken. */
const SENT = "notifications.delivery where state = 'accepted'";

interface Sink {
  taken: number;
  first: string;
}

function askSink(sink: Child): Promise<Sink> {
  return new Promise((resolve) => {
    sink.process.once('message', (answer) => resolve(answer as Sink));
    sink.process.send('ask');
  });
}

/** Whatever the publishing of events left to do is done. */
async function quiet(town: Town): Promise<void> {
  const left = ['platform.outbox where relayed_at is null', 'platform.inbox where handled_at is null', "notifications.delivery where state in ('due', 'sending')"];
  for (const table of left) while ((await town.count(table)) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
}

/** One reminder falls due; the time from its announcement to the last entry in the ledger, in the database's own words. */
async function remind(town: Town, sink: Child, event: OpenEvent, day: string): Promise<number> {
  const before = { letters: (await askSink(sink)).taken, entries: await town.count(SENT) };
  await town.db.query(CROWD, [event.id, `reader-${event.slug}-`, RECIPIENTS]);
  await town.db.query('analyze');
  await town.db.query(`insert into reminders.due_reminder (id, event_id, kind, due_at, state, planned_at) values ($1, $2, 'd1', $3, 'due', now())`, [newId(), event.id, `${day}${MORNING}`]);
  const accepted = `notifications.delivery where event_id = '${event.id}' and kind = 'reminder-d1' and state = 'accepted'`;
  while ((await town.count(accepted)) < RECIPIENTS) await new Promise((resolve) => setTimeout(resolve, 250));
  // The ward office has letters of its own at ten: whatever was sent has its entry, and an entry has one letter.
  await quiet(town);
  const [taken, entered] = [(await askSink(sink)).taken - before.letters, (await town.count(SENT)) - before.entries];
  if (taken !== entered) throw new Error(`${entered} entries, but ${taken} letters`);
  const { rows } = await town.db.query<{ seconds: number }>(
    `select extract(epoch from (select max(accepted_at) from ${accepted}) - at)::float8 as seconds from platform.outbox
     where message = 'reminders.reminder-due' and payload->>'eventId' = $1`,
    [event.id],
  );
  return RECIPIENTS / rows[0]!.seconds;
}

/** P4: from a reminder that falls due to the last of its letters taken by the server. */
export async function letters(town: Town, rounds: number): Promise<Finding> {
  const sink = await startChild('limits/mail-sink');
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const worker = await startProduct('worker', { YORIAI_MODE: 'development', SMTP_URL: sink.said, YORIAI_NOW: `${day}T10:05:00+09:00` });
  try {
    await quiet(town);
    const events = await town.publish(rounds + 1, '大きな行事', RECIPIENTS);
    await quiet(town);
    await remind(town, sink, events[rounds]!, day);
    const letter = await letterOf((await askSink(sink)).first);
    const measured = await inTurns(
      rounds,
      (round) => remind(town, sink, events[round]!, day),
      () => mailPool(sink.said, letter, RECIPIENTS),
    );
    return findingOf({ id: 'P4', work: `reminder to ${grouped(RECIPIENTS)}, a ledger row each, into an SMTP sink`, limit: 'nodemailer pool, the same letter, no database', unit: '/s', kind: 'at-least', target: 0.8 }, measured);
  } finally {
    await worker.stop();
    await sink.stop();
  }
}
