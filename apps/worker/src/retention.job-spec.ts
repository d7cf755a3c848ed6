import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { KEPT_FISCAL_YEARS, UNSET_TERMS, nightsToTell } from '@yoriai/associations';
import { ApplicantNames, ApplicationChanges, Contests, SignUps, StallApplications, StallTickets, Stalls } from '@yoriai/events';
import { AccessLog, Accounts, Joining, Nameless, People } from '@yoriai/identity';
import { Deliveries } from '@yoriai/notifications';
import { Db, KeptSealed, newId, rows } from '@yoriai/platform';
import { DutyNames, ProxyAssignments } from '@yoriai/rosters';
import { race } from '@yoriai/testing';
import { LetterTown } from './letters/testing/letter-town.js';
import { Retention } from './retention.js';

const MARKS = { name: '標野 つばめ', kana: 'しめの つばめ', email: 'shimeno-tsubame@example.jp', phone: '070-0000-4649' };
const TRACES = ['1985-06-07', '2014-09-08', '標野', 'つばめ', 'シメノ', 'しめの', 'shimeno', '0000-4649', '00004649'];
/** The last moment of the fiscal year after that of the events, and the first of the next. */
const KEPT = '2028-03-31T23:59:59+09:00';
const OVER = '2028-04-01T01:00:00+09:00';
const DUTIES_OVER = '2030-04-01T01:00:00+09:00';

/** What goes of each table; every other column stays as it is. */
const GOES: Readonly<Record<string, readonly string[]>> = {
  'events.application': ['person_id', 'ticket_hash', 'search_key', 'contact_phone', 'contact_email', 'companions', 'born', 'answers', 'photos', 'host_words', 'group_name'],
  'events.application_transition': ['reason'],
  'events.application_amendment': ['was', 'now'],
  'events.contest_judge': ['name', 'token_hash'],
  'events.contest_entry': ['named'],
  'events.stall': ['ticket_hash', 'name', 'sells', 'contact_name', 'contact_phone', 'contact_email', 'reply'],
  'events.list_request': ['words', 'reply'],
  'events.event': ['names_removed_at'],
  'notifications.delivery': ['person_id', 'state', 'claimed_until', 'address', 'last_error'],
};
/** Columns of words and days in the tables that know whoever came, which say nothing of people: looked at one by one. A new one is to be looked at too, and either stands here or goes (libs/events/src/retention, docs/operating.md). */
const STAYS: Readonly<Record<string, readonly string[]>> = {
  'events.application': ['number', 'status', 'channel', 'consent'],
  'events.application_transition': ['from_status', 'to_status', 'cause'],
  'events.application_amendment': [],
  'events.contest_judge': [],
  'events.stall': ['kind', 'language', 'food_by', 'appliances', 'state', 'plot'],
  'events.list_request': ['list', 'why', 'verdict'],
  'events.start_request': ['programme', 'venue', 'weekdays', 'hours', 'language', 'state'],
  'notifications.delivery': ['dedupe_key', 'kind', 'purpose', 'channel', 'template', 'params', 'state', 'message_id'],
  'attendance.attendance_record': ['subject_kind', 'status'],
  'attendance.check_in_operation': ['op_id', 'subject_kind', 'act', 'answer', 'reason', 'self'],
  'rosters.assignment': ['number', 'status', 'duty', 'place', 'note', 'channel'],
};
const GOES_LATER: Readonly<Record<string, readonly string[]>> = { 'rosters.assignment': ['ended_reason'], 'events.start_request': ['place', 'contact_name', 'contact_phone', 'contact_email', 'note', 'reply'] };

let town: LetterTown;
let retention: Retention;
let event: { id: string; frameId: string; shiftId: string };
let signedIn: string;
/** An application that was erased by hand before, and its link. */
let byHand: { id: string; link: string };
const sql = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => town.app.database.asOwner<T>(text, values);
const sweep = (at: string) => retention.sweep(new Date(at), KEPT_FISCAL_YEARS);

/** Somebody of the marks with this number of companions and everything that an application can say. */
async function applied(to: { id: string; frameId: string }, more: object = {}): Promise<string> {
  const { id } = await town.app.get(SignUps).apply(null, { eventId: to.id, frameId: to.frameId, ...MARKS, heads: 2, companions: [{ name: '標野 ひばり', kana: 'しめの ひばり', born: '2014-09-08' }], born: '1985-06-07', ...more } as never);
  return id!;
}

/** As docs/operating.md says it; the reason, the entry and the link are not among it. */
async function erasedByHand(): Promise<{ id: string; link: string }> {
  const id = await applied(event, { name: '標野 つぐみ', kana: 'しめの つぐみ', guardian: { by: 'guardian', name: MARKS.name, relation: '母' } });
  await sql(`insert into events.contest_entry (event_id, number, application_id, head, frame_id, named) values ($1, 90, $2, 1, $3, true) on conflict (application_id, head) do update set named = true`, [event.id, id, event.frameId]);
  await town.app.get(ApplicationChanges).cancel(town.host, id, '標野さんの都合');
  await town.post();
  await sql(`update identity.person set name = '（消しました）', kana = 'けしました', search_key = 'けしました', kana_key = 'けしました', email = null, phone = null, contact_key = null where id = (select person_id from events.application where id = $1)`, [id]);
  await sql(`delete from events.guardian_consent where application_id = $1`, [id]);
  await sql(`update notifications.delivery set address = 'erased@invalid.invalid' where person_id = (select person_id from events.application where id = $1) and channel = 'mail'`, [id]);
  const erased = `contact_phone = null, contact_email = 'erased@invalid.invalid', search_key = id::text, born = null, answers = null, companions = '[{"name": "（消しました）", "kana": "けしました"}]'`;
  const [row] = await sql<{ link: string }>(`update events.application set ${erased} where id = $1 returning encode(ticket_hash, 'hex') as link`, [id]);
  return { id, link: row!.link };
}

const FAMILY = { name: '親子', capacity: 9, perApplicationMax: 3, companions: 'names', asks: { ages: { by: 'age', from: 5, to: null }, guardian: true } } as const;

beforeAll(async () => {
  town = await LetterTown.open();
  const { app } = town;
  retention = new Retention(app.get(Db), app.get(AccessLog), app.get(Nameless), app.get(ApplicantNames), app.get(DutyNames), app.get(Deliveries));
  event = await town.published({ frames: [FAMILY] });
  const id = await applied(event, { guardian: { by: 'child', email: 'shimeno-haha@example.jp' } });
  const gone = await applied(event, { name: '標野 かけす', kana: 'しめの かけす', guardian: { by: 'guardian', name: MARKS.name, relation: '母' } });
  await app.get(ApplicationChanges).cancel(town.host, gone, '標野さんが病気');
  await town.post();
  await app.get(Stalls).open(town.host, event.id, { kinds: ['goods'], places: 3, closesOn: '2026-11-25', plots: [] });
  const stallToken = await app.get(StallApplications).apply({ id: event.id, state: 'published', startsAt: '2026-11-29T01:00:00Z' }, { kind: 'goods', name: '標野の店', sells: 'つばめの小物', contactName: MARKS.name, phone: MARKS.phone, email: MARKS.email } as never, { language: 'ja', from: 'here' });
  await app.get(StallTickets).byToken(stallToken);
  await app.get(Contests).setUp(town.host, event.id, { divisions: [{ frameId: event.frameId, name: 'こどもの部', unit: 'person' }], criteria: ['高さ'], scale: 5, places: 3 });
  await app.get(Contests).addJudge(town.host, event.id, { name: MARKS.name, head: true });
  await app.get(ProxyAssignments).enter(town.host, event.shiftId, { name: '標野 とび', kana: 'しめの とび', phone: '070-0000-4649', channel: 'phone' } as never);
  await town.post();
  const answers = app.get(KeptSealed).close({ column: 'events.application.answers', row: id }, { needs: ['allergy'], needsText: '標野', given: [] });
  await sql(`update events.application set answers = $2, host_words = 'つばめ様', group_name = 'つばめの会', photos = true where id = $1`, [id, answers]);
  await sql(`update notifications.delivery set last_error = '550 <shimeno-tsubame@example.jp>: no such user' where event_id = $1`, [event.id]);
  // Somebody who signs in came, and stays known to themselves.
  const [owner] = await sql<{ person_id: string }>('select person_id from events.application where id = $1', [id]);
  signedIn = owner!.person_id;
  await sql(`update identity.person set name = 'かえで', kana = 'かえで', search_key = 'カエデ', kana_key = 'カエデ', email = null, phone = null, contact_key = null where id = $1`, [signedIn]);
  await sql(`insert into identity.account (id, person_id, email, status, created_at) values ($1, $2, 'kaede@example.jp', 'active', now())`, [newId(), signedIn]);
  await sql(`update events.application set status = 'confirmed', consent = 'given' where id = $1`, [id]);
  await sql(`insert into attendance.attendance_record (id, event_id, subject_kind, subject_id, person_id, heads, status, present_at, updated_at) values ($1, $2, 'application', $3, $4, 2, 'present', now(), now())`, [newId(), event.id, id, signedIn]);
  const staff = await town.actor({ name: '区 同僚', email: 'colleague@example.jp' }, town.organisationId, 'leader');
  await sql(
    `insert into events.list_request (id, event_id, list, why, words, asked_by, asked_at, decided_by, decided_at, verdict, reply, closed_at)
     values ($1, $2, 'participant-list', 'other', '標野さんに電話をするため', $3, now(), $4, now(), 'refused', 'つばめさんには私が伝えます。', now())`,
    [newId(), event.id, town.host.personId, staff.personId],
  );
  byHand = await erasedByHand();
  // Two records that somebody joined into their own: nothing points at them any more.
  const theirs = await app.tx((tx) => app.get(Accounts).ensure(tx, { email: MARKS.email, name: 'かえで', kana: 'かえで' }));
  const left = await Promise.all(['標野 もず', '標野 ひわ'].map((name) => app.tx((tx) => app.get(People).add(tx, { ...MARKS, name }))));
  await app.get(Joining).join(theirs.personId, left);
  await sql(`update identity.joining set at = '2026-11-28T12:00:00+09:00'`);
  await sql(`update identity.account set email = 'kaede2@example.jp' where person_id = $1`, [theirs.personId]);
  await sql(`update identity.person set email = null, phone = null, contact_key = null where id = $1`, [theirs.personId]);
  // Another event keeps its names: it ends a fiscal year later.
  await town.published({ title: 'たこあげ', startsAt: '2027-04-10T13:00:00+09:00', endsAt: '2027-04-10T15:00:00+09:00', rainDecisionAt: '2027-04-09T17:00:00+09:00', frames: [{ name: '席', capacity: 5 }] }).then((other) => town.apply(other, '別野 かもめ', { email: 'kamome@example.jp' }));
});
afterAll(() => town.close());

/** Tables in which something of the marks can be read; messages and answers that are given again go by themselves within a day. */
async function traces(): Promise<string[]> {
  const tables = await sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  const found = await Promise.all(tables.map(({ name }) => sql<{ line: string }>(`select row_to_json(r)::text as line from ${name} r`)));
  return tables.filter((_, index) => found[index]!.some(({ line }) => TRACES.some((trace) => line.includes(trace)))).map(({ name }) => name).sort();
}

/** Everything of every event, but what goes. */
async function remains(): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('events', 'attendance', 'rosters', 'approvals', 'notifications') order by 1`);
  const left = tables.filter(({ name }) => name !== 'events.guardian_consent' && name !== 'events.email_change');
  const found = await Promise.all(left.map(({ name }) => sql<{ line: string }>(`select (to_jsonb(r) - $1::text[])::text as line from ${name} r order by 1`, [GOES[name] ?? []])));
  return Object.fromEntries(left.map(({ name }, index) => [name, found[index]!.map(({ line }) => line)]));
}

describe('names', () => {
  it('stand where they were until the end of the fiscal year after that of the event', async () => {
    expect(await sweep(KEPT)).toEqual({ events: 0, applications: 0, stalls: 0, letters: 0, duties: 0, joined: 0 });
    expect(await traces()).toEqual(['events.application', 'events.application_transition', 'events.contest_judge', 'events.guardian_consent', 'events.list_request', 'events.stall', 'identity.person', 'notifications.delivery']);
  });

  it('are counted before they go, by fiscal year, and counting changes nothing', async () => {
    const before = await remains();
    const { app } = town;
    const due = await app.tx((tx) => app.get(ApplicantNames).due(tx, nightsToTell(new Date('2028-03-31T18:00:00+09:00'), UNSET_TERMS)[0]!.before.applications));
    expect(due).toEqual([{ fiscalYear: 2026, eventIds: [event.id], applications: 2, heads: 4, companions: 2, consents: 2, stalls: 1, judges: 1, starts: 0 }]);
    expect(await app.tx((tx) => app.get(Nameless).joinedDue(tx, new Date('2027-04-01T00:00:00+09:00')))).toBe(2);
    expect(await remains()).toEqual(before);
  });

  it('are gone on the first of April from everything but the list of who was on duty, and every number is as it was', async () => {
    const before = await remains();
    await sql(`delete from platform.outbox`);
    const { values, errors } = await race(4, () => sweep(OVER));
    expect(errors).toEqual([]);
    expect(values.reduce((sum, each) => sum + each.applications + each.stalls, 0)).toBe(3);
    expect(values.reduce((sum, each) => sum + each.joined, 0)).toBe(2);
    expect(await remains()).toEqual(before);
    expect(await traces()).toEqual(['identity.person']);
    // Sealed, so no mark shows: nothing of it is left.
    expect(await sql('select 1 from events.application where event_id = $1 and answers is not null', [event.id])).toEqual([]);
    expect(await sql(`select name from identity.person where name like '標野%'`)).toEqual([{ name: '標野 とび' }]);
    expect(await sql(`select names_removed_at is not null as gone from events.event order by ends_at`)).toEqual([{ gone: true }, { gone: false }]);
  });

  it('that were erased by hand before leave nothing beside them: no reason, no word of an entry, no link', async () => {
    const [left] = await sql<{ link: string; reasons: number; named: number }>(
      `select encode(ticket_hash, 'hex') as link, (select count(*)::int from events.application_transition where application_id = a.id and reason is not null) as reasons,
         (select count(*)::int from events.contest_entry where application_id = a.id and named) as named from events.application a where id = $1`,
      [byHand.id],
    );
    expect(left).toMatchObject({ reasons: 0, named: 0 });
    expect(left!.link).not.toBe(byHand.link);
  });

  it('of who signs in stay theirs: that they came is known, which application it was is not', async () => {
    expect(await sql('select name from identity.person where id = $1', [signedIn])).toEqual([{ name: 'かえで' }]);
    expect(await sql('select 1 from attendance.attendance_record where person_id = $1', [signedIn])).toHaveLength(1);
    expect(await sql('select 1 from events.application where person_id = $1', [signedIn])).toEqual([]);
  });

  it('of another year stay', async () => {
    expect(await sql(`select contact_email from events.application a join identity.person p on p.id = a.person_id where p.name = '別野 かもめ'`)).toEqual([{ contact_email: 'kamome@example.jp' }]);
  });

  it('are written down as removed once a run, in numbers', async () => {
    const lines = await sql<{ reason: string; row_count: number }>(`select reason, row_count from identity.access_log where action = 'names.removed'`);
    expect(lines.reduce((sum, line) => sum + line.row_count, 0)).toBe(5);
    for (const { reason } of lines) expect(reason).toMatch(/^events \d+, applications \d+, stalls \d+, letters \d+, duties \d+, joined \d+$/);
    const again = await sweep(OVER);
    expect(again.events + again.applications).toBe(0);
    expect(await sql(`select 1 from identity.access_log where action = 'names.removed'`)).toHaveLength(lines.length);
  });

  it('of who was on duty go three fiscal years after it', async () => {
    expect((await sweep('2030-03-31T23:59:59+09:00')).duties).toBe(0);
    expect((await sweep(DUTIES_OVER)).duties).toBe(1);
    expect(await sql(`select name from identity.person where name like '標野%' or kana like 'しめの%'`)).toEqual([]);
    expect(await traces()).toEqual([]);
    expect(await sql('select count(*)::int as duties from rosters.assignment')).toEqual([{ duties: 1 }]);
  });

  it('go at night alone', async () => {
    const at = async (time: string) => {
      await retention.nightly(new Date(`2031-04-02T${time}:00+09:00`), () => Promise.resolve(KEPT_FISCAL_YEARS));
      return (await sql('select 1 from events.event where names_removed_at is null')).length;
    };
    await sql('update events.event set names_removed_at = null');
    expect([await at('12:00'), await at('00:59'), await at('05:00')]).toEqual([2, 2, 2]);
    expect(await at('02:00')).toBe(0);
  });

  it('go five hundred applications a transaction, also of those that were erased by hand', async () => {
    await sql('update events.event set names_removed_at = null');
    const fresh = (with_: string): string => `insert into events.application select (jsonb_populate_record(null::events.application, to_jsonb(a) || jsonb_build_object('id', gen_random_uuid(), 'number', 'N' || n || '${with_}', 'ticket_hash', '\\x' || encode(sha256(('${with_}' || n)::bytea), 'hex'), 'contact_email', '${with_}'))).* from (select * from events.application where id = $1) a, generate_series(1, 620) n`;
    await sql(fresh('erased@invalid.invalid'), [byHand.id]);
    await sql(fresh('many@example.jp'), [byHand.id]);
    await sweep('2031-04-03T02:00:00+09:00');
    const [most] = await sql<{ most: number; left: number; links: number }>(
      `select max(n)::int as most, sum(n)::int as left, (select count(*)::int from events.application where event_id = $1 and ticket_hash in (select sha256((w || m)::bytea) from generate_series(1, 620) m, unnest(array['erased@invalid.invalid', 'many@example.jp']) w)) as links
       from (select count(*) as n from events.application where event_id = $1 group by xmin::text) each_transaction`,
      [event.id],
    );
    expect(most).toEqual({ most: 500, left: 1243, links: 0 });
  });

  it('go by the years that are in force then', async () => {
    const left = async (years: { applications: number; duties: number }) => {
      await sql('update events.event set names_removed_at = null');
      await retention.nightly(new Date('2027-04-01T02:00:00+09:00'), () => Promise.resolve(years));
      return (await sql<{ id: string }>('select id from events.event where names_removed_at is null')).map(({ id }) => id);
    };
    expect(await left({ applications: 1, duties: 3 })).toHaveLength(2);
    expect(await left({ applications: 0, duties: 3 })).not.toContain(event.id);
    expect(await left({ applications: 0, duties: 3 })).toHaveLength(1);
  });

  it('of an event that cannot lose them hold up no other: it is passed over and named, and tried again by the next run', async () => {
    const still = async () => (await sql<{ id: string }>('select id from events.event where names_removed_at is null')).map(({ id }) => id);
    await sql('update events.event set names_removed_at = null');
    await sql(`alter table events.event add constraint planted check (id <> '${event.id}' or names_removed_at is null) not valid`);
    const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await sweep('2031-04-02T02:00:00+09:00');
    expect(await still()).toEqual([event.id]);
    expect(errors.mock.calls.map(([line]) => String(line))).toEqual([expect.stringContaining(event.id)]);
    errors.mockRestore();
    await sql('alter table events.event drop constraint planted');
    await sweep('2031-04-02T03:00:00+09:00');
    expect(await still()).toEqual([]);
  });
});

describe('a column that could name somebody', () => {
  it.each(Object.keys(STAYS))('of %s either goes or was looked at', async (table) => {
    const [schema, name] = table.split('.');
    const columns = await sql<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = $1 and table_name = $2 and data_type in ('text', 'jsonb', 'bytea', 'date', 'boolean', 'ARRAY') and column_name !~ '^(is_|ticket_hash$)'`,
      [schema, name],
    );
    const known = [...(GOES[table] ?? []), ...(GOES_LATER[table] ?? []), ...STAYS[table]!, ...FLAGS];
    expect(columns.map((column) => column.column_name).filter((column) => !known.includes(column))).toEqual([]);
  });
});

/** Yes or no about the row, not about a person. */
const FLAGS = ['joined_double', 'part_is_fine', 'head', 'any_hour', 'anyway', 'phone_told', 'name_removed', 'token_hash', 'ticket_hash', 'photos'];

describe('the sweep', () => {
  it('finds its event, its applications and its duties by an index', async () => {
    const plan = (text: string) =>
      town.app.tx(async (tx) => {
        await rows(tx, 'set local enable_seqscan = off');
        return (await rows<{ 'QUERY PLAN': string }>(tx, `explain ${text}`)).map((line) => line['QUERY PLAN']).join('\n');
      });
    expect(await plan(`select id from events.event where names_removed_at is null and ends_at < now() order by ends_at limit 1 for update skip locked`)).toContain('event_with_names');
    expect(await plan(`select id from rosters.assignment where not name_removed and upper(during) < now() order by upper(during) limit 500 for update skip locked`)).toContain('assignment_with_name');
  });
});
