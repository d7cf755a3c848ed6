import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Invitations, MembershipAsking } from '@yoriai/associations';
import { ApplicationChanges, Contests, SignUps, StallApplications, StallTickets, Stalls, StartAsking } from '@yoriai/events';
import { Joining, Passkeys, SignIn } from '@yoriai/identity';
import { Deliveries } from '@yoriai/notifications';
import { Assignments } from '@yoriai/rosters';
import { newId, newToken } from '@yoriai/platform';
import { Device } from '@yoriai/testing';
import { SiteTown } from './site/testing/site-town.js';

const MARKS = { name: '標野 つばめ', kana: 'しめの つばめ', email: 'shimeno-tsubame@example.jp', phone: '070-0000-4649' };
const BORN = '1985-06-07';
const TRACES = [BORN, '2014-09-08', '標野', 'つばめ', 'シメノ', 'しめの', 'shimeno', '0000-4649', '00004649'];

/** What the guide tells the operator to run, to the letter. */
const GUIDE = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
const [LOOK = '', ERASE = '', ERASE_COMPANION = '', ERASE_GUARDIAN = '', ERASE_STALL = '', ERASE_START = '', ERASE_MEMBERSHIP = '', ERASE_JUDGE = ''] = [.../## Erasing somebody\n(.*?)\n## /s.exec(GUIDE)![1]!.matchAll(/```sql\n(.*?)```/gs)].map(([, sql]) => sql!);

let town: SiteTown;
let personId: string;

beforeAll(async () => {
  town = await SiteTown.open();
  const [event, other] = [await town.publish(), await town.publish()];
  const { name, kana, email, phone } = MARKS;
  const before = await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, name, kana, email, phone, heads: 2 });
  const cancelled = await town.api.get(SignUps).apply(null, { eventId: other.id, frameId: other.frameIds[0]!, name, kana, phone, heads: 2 });
  await town.api.get(ApplicationChanges).cancel(town.leader.actor, cancelled.id!, null);
  await town.api.get(SignUps).apply(null, { eventId: other.id, frameId: other.frameIds[0]!, name: '別野 かもめ', kana: 'べつの かもめ', email: 'kamome@example.jp', heads: 1 });
  const named = await town.publish({ title: 'たこ教室', frames: [{ name: '親子', capacity: 9, perApplicationMax: 3, companions: 'names', asks: { ages: { by: 'age', from: 5, to: null }, guardian: true } }], duties: [] });
  const companions = [{ name: '標野 ひばり', kana: 'しめの ひばり', born: '2014-09-08' }];
  await town.api.get(SignUps).apply(null, { eventId: named.id, frameId: named.frameIds[0]!, name, kana, email, heads: 2, born: BORN, companions, guardian: { by: 'guardian', name, relation: '母' } });
  await town.api.get(SignUps).apply(null, { eventId: named.id, frameId: named.frameIds[0]!, name: '別野 かもめ', kana: 'べつの かもめ', email: 'kamome@example.jp', heads: 3, born: '1990-01-01', companions: [{ name: '別野 つぐみ', kana: 'べつの つぐみ', born: '2015-01-01' }, { name, kana, born: BORN }], guardian: { by: 'child', email } });
  await town.api.get(Stalls).open(town.leader.actor, event.id, { kinds: ['goods'], places: 3, closesOn: '2026-11-25', plots: [] });
  const stall = { kind: 'goods' as const, name: '標野の店', sells: 'つばめの小物', contactName: name, phone, email };
  const stallToken = await town.api.get(StallApplications).apply({ id: event.id, state: 'published', startsAt: '2026-11-29T01:00:00Z' }, stall, { language: 'ja', from: 'here' });
  const { id: stallId } = await town.api.get(StallTickets).byToken(stallToken);
  const toStall = { dedupeKey: newId(), personId: null, eventId: event.id, kind: 'stall-applied', purpose: 'confirmation', address: MARKS.email, template: 'stall-applied', params: { stallId } } as const;
  await town.tx((tx) => town.api.get(Deliveries).add(tx, [toStall]));
  const startToken = await town.api.get(StartAsking).ask({ programme: 'exercise', place: '標野宅', people: 5, weekdays: [], hours: 'any', contactName: name, phone, email, note: 'つばめより' }, { language: 'ja', from: 'here' });
  const { id: startId } = await town.api.get(StartAsking).byToken(startToken);
  const toStarter = { dedupeKey: newId(), personId: null, eventId: null, kind: 'start-asked', purpose: 'confirmation', address: MARKS.email, template: 'start-asked', params: { startId } } as const;
  await town.tx((tx) => town.api.get(Deliveries).add(tx, [toStarter]));
  const [house] = await town.sql<{ slug: string }>('select slug from associations.organisation where id = $1', [town.organisationId]);
  const joinToken = await town.api.get(MembershipAsking).ask({ organisation: house!.slug, contactName: name, phone, email, note: 'つばめより' }, { language: 'ja', from: 'here' });
  const { id: membershipId } = await town.api.get(MembershipAsking).byToken(joinToken);
  const toJoiner = { dedupeKey: newId(), personId: null, eventId: null, kind: 'membership-asked', purpose: 'confirmation', address: MARKS.email, template: 'membership-asked', params: { membershipId } } as const;
  await town.tx((tx) => town.api.get(Deliveries).add(tx, [toJoiner]));
  // Asked for a child as a guardian, until the child named another.
  const toGuardian = { dedupeKey: newId(), personId: null, eventId: named.id, kind: 'consent-asked', purpose: 'confirmation', address: MARKS.email, template: 'consent-asked', params: { applicationId: newId() } } as const;
  await town.tx((tx) => town.api.get(Deliveries).add(tx, [toGuardian]));
  await town.api.get(Contests).setUp(town.leader.actor, event.id, { divisions: [{ frameId: event.frameIds[0]!, name: 'こどもの部', unit: 'person' }], criteria: ['高さ'], scale: 5, places: 3 });
  await town.api.get(Contests).addJudge(town.leader.actor, event.id, { name, head: true });
  const { actor } = await town.resident(MARKS);
  personId = actor.personId;
  const [owner, browser, passkeys] = [{ ...actor, startedAt: town.clock.now(), email, held: null }, newToken(), town.api.get(Passkeys)];
  await passkeys.add(owner, browser, 'つばめの電話', new Device(town.config.publicUrl).add(await passkeys.ask(owner, browser)));
  const [applied] = await town.sql<{ person_id: string }>('select person_id from events.application where id = $1', [before.id]);
  await town.api.get(Joining).join(personId, [applied!.person_id]);
  await town.api.get(Assignments).take(actor, event.shifts[0]!.id);
  await town.api.get(SignIn).request(MARKS.email, { browser: newToken(), from: newId() }, MARKS);
  await town.api.get(Invitations).invite(town.leader.actor, town.organisationId, { email: MARKS.email, role: 'block-leader', title: '班長', name: MARKS.name });
  await town.sql(`insert into approvals.saved_filter (id, person_id, place, name, query) values ($1, $2, 1, 'つばめの係', '{}')`, [newId(), personId]);
  for (const owner of [personId, applied!.person_id]) {
    const letter = { dedupeKey: newId(), personId: owner, eventId: event.id, kind: 'reminder-d1', purpose: 'reminder', address: MARKS.email, template: 'reminder', params: {} } as const;
    await town.tx((tx) => town.api.get(Deliveries).add(tx, [letter]));
  }
  await town.sql(`update notifications.delivery set last_error = '550 <shimeno-tsubame@example.jp>: no such user'`);
});
afterAll(() => town.close());

/** Tables in which something of the person can be read. */
async function traces(): Promise<string[]> {
  const tables = await town.sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  const found = await Promise.all(tables.map(({ name }) => town.sql<{ line: string }>(`select row_to_json(r)::text as line from ${name} r`)));
  return tables.filter((_, index) => found[index]!.some(({ line }) => TRACES.some((trace) => line.includes(trace)))).map(({ name }) => name).sort();
}

describe('erasing somebody as the guide says', () => {
  it('leaves nothing of them in any table, and the numbers as they were', async () => {
    expect(await traces()).toEqual(['approvals.saved_filter', 'associations.invitation', 'associations.membership_request', 'events.application', 'events.contest_judge', 'events.guardian_consent', 'events.stall', 'events.start_request', 'identity.account', 'identity.passkey', 'identity.person', 'identity.sign_in_request', 'notifications.delivery']);
    const heads = () => town.sql('select event_id, status, sum(heads) as heads, count(*) as rows from events.application group by 1, 2 order by 1, 2');
    const [before, shifts] = [await heads(), await town.sql('select count(*) as n from rosters.assignment')];
    for (const contact of [MARKS.email, '07000004649']) {
      for (const { id, name } of await town.sql<{ id: string; name: string }>(LOOK.replaceAll(`:'contact'`, `'${contact}'`))) {
        if (name === MARKS.name) await town.sql(ERASE.replaceAll(`:'person'`, `'${id}'`));
      }
    }
    await town.sql(ERASE_COMPANION.replaceAll(`:'name'`, `'${MARKS.name}'`));
    const guardian = ERASE_GUARDIAN.replaceAll(`:'contact'`, `'${MARKS.email}'`);
    for (const statement of guardian.split(';\n')) await town.sql(statement);
    for (const contact of [MARKS.email, '07000004649']) await town.sql(ERASE_STALL.replaceAll(`:'contact'`, `'${contact}'`));
    for (const contact of [MARKS.email, '07000004649']) for (const statement of ERASE_START.replaceAll(`:'contact'`, `'${contact}'`).split(';\n')) await town.sql(statement);
    for (const contact of [MARKS.email, '07000004649']) for (const statement of ERASE_MEMBERSHIP.replaceAll(`:'contact'`, `'${contact}'`).split(';\n')) await town.sql(statement);
    await town.sql(ERASE_JUDGE.replaceAll(`:'name'`, `'${MARKS.name}'`));
    expect(await traces()).toEqual([]);
    // What is sealed shows no mark: it is gone.
    expect(await town.sql('select 1 from events.guardian_consent where guardian_name is not null or said is not null')).toEqual([]);
    expect(await heads()).toEqual(before);
    expect(await town.sql('select count(*) as n from rosters.assignment')).toEqual(shifts);
  });

  it('sends them nothing more and signs nobody in by their address', async () => {
    expect(await town.sql(`select 1 from notifications.delivery where state in ('due', 'sending') and address is distinct from 'kamome@example.jp'`)).toEqual([]);
    const browser = town.browser();
    const page = await browser.open('/sign-in');
    await browser.submit(page, '/sign-in', { email: MARKS.email });
    expect(await town.sql('select 1 from identity.session s join identity.account a on a.id = s.account_id where a.person_id = $1', [personId])).toEqual([]);
  });

  it('touches nobody else', async () => {
    const [leader] = await town.sql<{ name: string; email: string }>('select p.name, a.email from identity.person p join identity.account a on a.person_id = p.id where p.id = $1', [town.leader.actor.personId]);
    expect(leader).toEqual({ name: '佐藤 みのる', email: 'chair@example.jp' });
    expect(await town.sql('select 1 from identity.session where ended_at is null')).toHaveLength(2);
    expect(await town.sql(`select contact_email from events.application a join identity.person p on p.id = a.person_id where p.name = '別野 かもめ'`)).toEqual([{ contact_email: 'kamome@example.jp' }, { contact_email: 'kamome@example.jp' }]);
    const [family] = await town.sql<{ names: string[] }>(`select array(select each->>'name' from jsonb_array_elements(companions) each) as names from events.application where heads = 3`);
    expect(family).toEqual({ names: ['別野 つぐみ', '（消しました）'] });
  });
});
