import { approve, hostsOf } from './events.js';
import type { Roles } from './roles.js';
import { sql } from './sql.js';

const MARK = 'full-desk-';

/** So many events that wait for the ward: copies of one that was handed in. Answers the mark by which `emptyTheDesk` knows them. */
export async function crowdTheDesk(roles: Roles, count: number): Promise<string> {
  const { id } = await approve(hostsOf(roles), { title: `待つ会 ${Date.now()}`, capacity: 10 });
  const mark = `${MARK}${Date.now()}-`;
  const copyOf = (table: string, changed: string, from: string) =>
    `insert into ${table} select (jsonb_populate_record(model, ${changed})).* from ${table} model, planted where ${from}`;
  const planted = `with planted as (select n, md5($2 || 'event' || n)::uuid as event_id, md5($2 || 'case' || n)::uuid as case_id from generate_series(1, $3::int) n)`;
  const statements = [
    copyOf('events.event', `jsonb_build_object('id', planted.event_id, 'slug', $2 || n, 'number', $2 || n, 'short_code', $2 || n, 'state', 'submitted')`, 'model.id = $1'),
    copyOf('events.event_revision', `jsonb_build_object('event_id', planted.event_id)`, 'model.event_id = $1'),
    copyOf('approvals.approval_case', `jsonb_build_object('id', planted.case_id, 'subject_id', planted.event_id, 'status', 'pending', 'approved_revision', null)`, 'model.subject_id = $1'),
    copyOf('approvals.revision', `jsonb_build_object('case_id', planted.case_id)`, 'model.case_id = (select id from approvals.approval_case where subject_id = $1)'),
  ];
  for (const statement of statements) await sql(`${planted} ${statement}`, [id, mark, count]);
  await sql('analyze');
  return mark;
}

/** Takes them away again: what is looked at afterwards has its own desk. */
export async function emptyTheDesk(mark: string): Promise<void> {
  const theirs = 'select id from events.event where starts_with(slug, $1)';
  await sql(`delete from approvals.revision where case_id in (select id from approvals.approval_case where subject_id in (${theirs}))`, [mark]);
  await sql(`delete from approvals.approval_case where subject_id in (${theirs})`, [mark]);
  await sql(`delete from events.event_revision where event_id in (${theirs})`, [mark]);
  await sql('delete from events.event where starts_with(slug, $1)', [mark]);
}
