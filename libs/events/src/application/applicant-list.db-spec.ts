import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, sentBy, statementsOf, testApp, type Sent, type TestApp } from '@yoriai/testing';
import { aCast, aSmallEvent, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import { ApplicantList } from './applicant-list.service.js';
import { aHall, appliedIn } from './testing/a-hall.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

/** Blocks that PostgreSQL looks at for what was read: what grows with it says more than a clock. */
async function blocksOf(sent: readonly Sent[]): Promise<number> {
  let blocks = 0;
  for (const { text, values } of sent.filter(({ text: each }) => /^\s*(select|with)\b/i.test(each) && !/\binsert into\b/i.test(each))) {
    const [said] = await app.database.asOwner<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(`explain (analyze, buffers, format json) ${text}`, values);
    const { Plan: plan } = said!['QUERY PLAN'][0];
    blocks += (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  }
  return blocks;
}

describe('reading', () => {
  it('the list costs the same number of statements for few and for many', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 30 }] });
    await applied(app, event, 1);
    const few = await statementsOf(() => app.get(ApplicantList).ofEvent(cast.leader, event.id));
    for (let index = 2; index <= 40; index += 1) await applied(app, event, index);
    expect((await app.get(ApplicantList).ofEvent(cast.leader, event.id)).items).toHaveLength(40);
    expect(await statementsOf(() => app.get(ApplicantList).ofEvent(cast.leader, event.id))).toBe(few);
  });

  it('of who waits for places that several frames share, one statement more tells who is next; and of twice as many it looks at twice as much', async () => {
    const names = ['地域の方', '一般'] as const;
    const hall = await aHall(app, cast, 2, names.map((name) => ({ name, capacity: 4, queue: 'who-fits' as const })));
    const list = () => app.get(ApplicantList).ofEvent(cast.leader, hall.event.id);
    const waiting = async (from: number, to: number): Promise<{ statements: number; blocks: number }> => {
      const { errors } = await race(to - from, (index) => appliedIn(app, hall, names[index % 2]!, from + index));
      expect(errors).toEqual([]);
      await app.database.asOwner('vacuum analyze events.application');
      expect((await list()).items).toHaveLength(to);
      return { statements: await statementsOf(list), blocks: await blocksOf(await sentBy(list)) };
    };
    const half = await waiting(0, 250);
    const all = await waiting(250, 500);
    expect([all.statements, all.blocks / half.blocks < 3]).toEqual([half.statements, true]);
    await app.database.asOwner('update events.event set total_places = null where id = $1', [hall.event.id]);
    expect(await statementsOf(list)).toBe(all.statements - 1);
  }, 60_000);

  it('of what was called off it keeps who had applied and how each stood, and the event says how many', async () => {
    const event = await aSmallEvent(app, cast);
    for (const index of [1, 2, 3]) await applied(app, event, index);
    const before = (await app.get(ApplicantList).ofEvent(cast.leader, event.id)).items;
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風が近づいているため');
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items.map(({ id, status, stood }) => [id, status, stood]).sort()).toEqual(before.map(({ id, status }) => [id, 'cancelled_by_host', status]).sort());
    expect(new Set(before.map(({ status, stood }) => `${status} ${stood}`))).toEqual(new Set(['confirmed null', 'waitlisted null']));
    const heads = before.filter(({ status }) => status === 'confirmed').reduce((sum, each) => sum + each.heads, 0);
    expect((await app.get(EventQueries).detail(cast.leader, event.id)).calledOff).toEqual({ groups: 3, heads });
  });

  it('every reading of the list is logged, with the number of people; a refused one is not', async () => {
    const event = await aSmallEvent(app, cast);
    const logged = () =>
      app.database.asOwner('select actor_person_id, action, row_count from identity.access_log where subject = $1 and row_count is not null', [`event:${event.id}`]);
    for (const index of [1, 2, 3]) await applied(app, event, index);
    await expect(app.get(ApplicantList).ofEvent(cast.staff, event.id)).rejects.toMatchObject({ code: 'application.leaders-only' });
    expect(await logged()).toEqual([]);
    await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(await logged()).toEqual([{ actor_person_id: cast.leader.personId, action: 'applications.read', row_count: 3 }]);
  });

  it('tells nobody’s number or address; whoever asks for them gets them, and that is one line in the log', async () => {
    const event = await aSmallEvent(app, cast);
    for (const index of [1, 2]) await applied(app, event, index);
    const own = await app.database.asOwner<{ id: string; contact_phone: string | null; contact_email: string | null }>('select id, contact_phone, contact_email from events.application where event_id = $1', [event.id]);
    const contacts = own.flatMap((each) => [each.contact_phone, each.contact_email]).filter((each) => each !== null);
    expect(contacts.length).toBeGreaterThan(0);
    const list = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    for (const contact of contacts) expect(JSON.stringify(list)).not.toContain(contact);
    for (const line of list.items) expect(`${line.phone ?? '•••'}${line.email ?? '•••@'}`).toMatch(/^•••.*•••.*@/);

    for (const actor of [cast.staff, cast.otherLeader, cast.member]) await expect(app.get(ApplicantList).contacts(actor, event.id)).rejects.toMatchObject({ code: 'application.leaders-only', status: 403 });
    const looks = () => app.database.asOwner(`select actor_person_id, row_count from identity.access_log where subject = $1 and action = 'applications.contacts-read'`, [`event:${event.id}`]);
    expect(await looks()).toEqual([]);
    const { items } = await app.get(ApplicantList).contacts(cast.leader, event.id);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(items.map(({ id, phone, email }) => ({ id, contact_phone: phone, contact_email: email })).sort(byId)).toEqual(own.sort(byId));
    expect(items.map(({ id, read }) => [id, read]).sort()).toEqual(list.items.map(({ id, read }) => [id, read]).sort());
    expect(await looks()).toEqual([{ actor_person_id: cast.leader.personId, row_count: 2 }]);
  });

  it('of an event whose names were removed says how many they were, and lists and reaches nobody', async () => {
    const event = await aSmallEvent(app, cast);
    for (const index of [1, 2]) await applied(app, event, index);
    const [before] = await app.database.asOwner<{ applications: number; heads: number }>(`select count(*)::int as applications, sum(heads)::int as heads from events.application where event_id = $1 and status = 'confirmed'`, [event.id]);
    await app.database.asOwner(`update events.event set names_removed_at = '2028-04-01T01:00:00+09:00' where id = $1`, [event.id]);
    expect(await app.get(ApplicantList).ofEvent(cast.leader, event.id)).toEqual({ items: [], namesRemoved: { at: '2028-03-31T16:00:00.000Z', ...before } });
    expect(await app.get(ApplicantList).contacts(cast.leader, event.id)).toEqual({ items: [] });
    expect(await app.get(EventQueries).detail(cast.leader, event.id)).toMatchObject({ namesRemovedAt: '2028-03-31T16:00:00.000Z' });
  });
});
