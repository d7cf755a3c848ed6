import { newId, rows } from '@yoriai/platform';
import type { TestApp } from '@yoriai/testing';
import type { EventDetail } from '../../event/event.dto.js';

/** A copy of an event: what a test does things to. */
export interface EventCopy {
  id: string;
  slug: string;
  /** Of its frames, in their order. */
  frames: string[];
}

/** All that an event consists of once it is public, in an order that keys allow. The rows of shared places are written by the frames. */
const PARTS: readonly (readonly [table: string, where: string])[] = [
  ['events.event', 'id = $1'],
  ['events.event_revision', 'event_id = $1'],
  ['events.frame', 'event_id = $1'],
  ['events.event_transition', 'event_id = $1'],
  ['approvals.approval_case', 'subject_id = $1'],
  ['approvals.revision', 'case_id in (select id from approvals.approval_case where subject_id = $1)'],
  ['approvals.decision', 'case_id in (select id from approvals.approval_case where subject_id = $1)'],
  ['approvals.checklist_item', 'subject_id = $1'],
];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let made = 0;

/** Rows of a public event that nobody applied to, as often as wanted, each with keys of its own: a tenth of what writing, approving and publishing it takes. */
export async function copiesOf(app: TestApp, { id, slug, frames }: Pick<EventDetail, 'id' | 'slug' | 'frames'>, count: number): Promise<EventCopy[]> {
  const parts = await Promise.all(PARTS.map(async ([table, where]) => ({ table, kept: await app.tx((tx) => rows<{ row: Record<string, unknown> }>(tx, `select to_jsonb(part) as row from ${table} part where ${where}`, [id])) })));
  const own = new Set(parts.flatMap(({ kept }) => kept.map(({ row }) => row['id']).filter((key) => typeof key === 'string')));
  const copies = Array.from({ length: count }, () => {
    const keys = new Map([...own].map((key) => [key, newId()]));
    const text = (row: unknown): string => JSON.stringify(row).replace(UUID, (key) => keys.get(key) ?? key);
    made += 1;
    const name = { number: `R8-${10_000 + made}`, slug: `${slug!.slice(0, -4)}${String(made).padStart(4, '0')}`, short_code: codeOf(made) };
    const written = parts.map(({ table, kept }) => kept.map(({ row }) => text(table === 'events.event' ? { ...row, ...name } : row)));
    return { written, copy: { id: keys.get(id)!, slug: name.slug, frames: frames.map((frame) => keys.get(frame.id)!) } };
  });
  // Keys are looked at when all of it stands.
  const inserts = await Promise.all(PARTS.map(async ([table], at) => {
    const columns = await columnsOf(app, table);
    return `part_${at} as (insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $${at + 1}::jsonb))`;
  }));
  await app.database.asOwner(`with ${inserts.join(', ')} select`, PARTS.map((_, at) => `[${copies.flatMap(({ written }) => written[at]!).join(',')}]`));
  return copies.map(({ copy }) => copy);
}

/** The next ones begin on the same morning: nobody looks after these any more. */
export async function retire(app: TestApp, copies: readonly EventCopy[]): Promise<void> {
  await app.database.asOwner(`update events.event set state = 'cancelled', change = null, change_state = null, change_scope = null where id = any($1::uuid[])`, [copies.map(({ id }) => id)]);
}

/** Those that are written; what the database reckons is reckoned again. */
async function columnsOf(app: TestApp, table: string): Promise<string> {
  const found = await app.tx((tx) => rows<{ name: string }>(tx, `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [table]));
  return found.map(({ name }) => name).join(', ');
}

const LETTERS = 'bcdfghjkmnpqrtvwxyz';

/** Six letters, another each time. */
function codeOf(number: number): string {
  return Array.from({ length: 6 }, (_, at) => LETTERS[Math.floor(number / LETTERS.length ** at) % LETTERS.length]).join('');
}
