import type { OpenEvent, Town } from './town.js';

/** Words of the plan's own field, two letters each; four hundred pairs, so that a search finds some events and not all. */
const LETTERS = [...'朝夕春夏秋冬東西南北山川花鳥風月星雲雪雨'];
export const wordOf = (n: number): string => `${LETTERS[n % 20]}${LETTERS[Math.floor(n / 20) % 20]}`;
/** The same with two letters more: found by three and more. */
export const longWordOf = (n: number): string => `${wordOf(n)}教室`;

/** How much stands: copies of an event, and applications for them. */
export interface Size {
  events: number;
  applications: number;
}

/** What is copied, from which number to which. */
interface Copied {
  event: OpenEvent;
  applicationId: string;
  from: Size;
  to: Size;
}

/** So many of the copies wait for the ward. */
const WAITING = 60;

/** Ids that grow with their number, as those of the product grow with time: rows made later lie behind. */
const idOf = (kind: 'a' | 'b' | 'c' | 'e' | 'f', n: string): string => `('${kind}' || lpad(to_hex(${n}), 31, '0'))::uuid`;

const series = (from: number, to: number): string => `generate_series(${from}, ${to}) n`;

/** Copies of an event that is over: the revision of each says a word of its own, and its case is decided, but for those that wait. */
function past({ event, from, to }: Copied): string[] {
  const numbers = series(from.events + 1, to.events);
  const words = `(array[${Array.from({ length: 400 }, (_, n) => `'${longWordOf(n)}'`).join()}])[n % 400 + 1]`;
  return [
    `insert into events.event select (jsonb_populate_record(event, jsonb_build_object('id', ${idOf('e', 'n')}, 'slug', 'g' || n, 'number', 'G' || n, 'short_code', 'g' || n, 'public_revision', null,
       'starts_at', starts_at - make_interval(hours => 3 * n + 300), 'ends_at', ends_at - make_interval(hours => 3 * n + 300), 'state', case when n <= ${WAITING} then 'submitted' else 'approved' end))).*
     from events.event event, ${numbers} where event.id = '${event.id}'`,
    `insert into events.frame select (jsonb_populate_record(frame, jsonb_build_object('id', ${idOf('f', 'n')}, 'event_id', ${idOf('e', 'n')}, 'places_taken', 0, 'waiting', 0))).*
     from events.frame frame, ${numbers} where frame.id = '${event.frameId}'`,
    `insert into events.event_revision select (jsonb_populate_record(revision, jsonb_build_object('event_id', ${idOf('e', 'n')}, 'search_text', search_text || E'\n' || ${words},
       'snapshot', replace(snapshot::text, '${event.frameId}', ${idOf('f', 'n')}::text)::jsonb))).*
     from events.event_revision revision, ${numbers} where revision.event_id = '${event.id}'`,
    `insert into approvals.approval_case select (jsonb_populate_record(c, jsonb_build_object('id', ${idOf('c', 'n')}, 'subject_id', ${idOf('e', 'n')}, 'status', 'pending', 'approved_revision', null))).*
     from approvals.approval_case c, ${numbers} where c.subject_id = '${event.id}'`,
    `insert into approvals.revision select (jsonb_populate_record(r, jsonb_build_object('case_id', ${idOf('c', 'n')}))).*
     from approvals.revision r join approvals.approval_case c on c.id = r.case_id, ${numbers} where c.subject_id = '${event.id}'`,
    `update approvals.approval_case c set status = 'approved', approved_revision = revision from ${numbers} where c.id = ${idOf('c', 'n')} and n > ${WAITING}`,
    `update events.event set state = 'closed', public_revision = 1 from ${numbers} where event.id = ${idOf('e', 'n')} and n > ${WAITING}`,
  ];
}

/** People who applied ten times each, for one event after the other. */
function applications({ applicationId, from, to }: Copied): string[] {
  const [first, last] = [from.applications, to.applications - 1];
  return [
    `insert into identity.person select (jsonb_populate_record(person, jsonb_build_object('id', ${idOf('b', 'n')}, 'search_key', 'p' || n, 'kana_key', 'p' || n, 'email', 'p' || n || '@example.jp', 'contact_key', 'p' || n))).*
     from identity.person person, ${series(first / 10, (last - 9) / 10)} where person.id = (select person_id from events.application where id = '${applicationId}')`,
    `insert into events.application select (jsonb_populate_record(application, jsonb_build_object('id', ${idOf('a', 'n')}, 'person_id', ${idOf('b', 'n / 10')}, 'number', 'G' || n,
       'event_id', ${idOf('e', `n % ${to.events} + 1`)}, 'frame_id', ${idOf('f', `n % ${to.events} + 1`)}, 'search_key', 'p' || n / 10, 'contact_email', 'p' || n / 10 || '@example.jp',
       'ticket_hash', '\\x' || encode(sha256(('t' || n)::bytea), 'hex')))).*
     from events.application application, ${series(first, last)} where application.id = '${applicationId}'`,
    `update events.frame set places_taken = held.heads from (select frame_id, sum(heads) as heads from events.application where status = 'confirmed' group by frame_id) held
     where held.frame_id = frame.id and frame.places_taken <> held.heads`,
  ];
}

/** Grows the town from one size to the next. The search's index is made anew afterwards: row by row it would take hours. */
export async function grow({ db }: Town, copied: Copied): Promise<void> {
  const { rows } = await db.query<{ made: string }>(`select pg_get_indexdef('events.event_revision_search'::regclass) as made`);
  await db.query('drop index events.event_revision_search');
  for (const statement of [...past(copied), ...applications(copied)]) await db.query(statement);
  await db.query(rows[0]!.made);
  await db.query('vacuum analyze');
}
