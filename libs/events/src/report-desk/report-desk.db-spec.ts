import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, textsOf, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventEnds } from '../event/event-ends.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventReports } from '../event/event-report.service.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { REPORTS } from './report-desk.repository.js';
import type { ReportDesk, ReportDeskQuery } from './report-desk.dto.js';
import { ReportDesks } from './report-desk.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
  app.clock.set('2026-11-02T10:00:00+09:00');
});
afterAll(() => app.close());

/** On a day of November, until 13:00. */
async function held(title: string, day: number): Promise<string> {
  app.clock.set('2026-11-02T10:00:00+09:00');
  const on = `2026-11-${day}`;
  const { id } = await anEvent(app, cast, 'published', { title, startsAt: `${on}T10:00:00+09:00`, endsAt: `${on}T13:00:00+09:00`, rainDecisionAt: `${on}T07:00:00+09:00`, duties: [] });
  app.clock.set('2026-11-30T08:00:00+09:00');
  await app.get(EventEnds).sweep(app.clock.now());
  return id;
}
const desk = (query: Partial<ReportDeskQuery> & Pick<ReportDeskQuery, 'part'>): Promise<ReportDesk> => app.get(ReportDesks).list(cast.staff, { page: 1, ...query });
const titles = async (part: ReportDeskQuery['part']): Promise<string[]> => (await desk({ part })).items.map(({ title }) => title);

describe('reports on the desk', () => {
  it('that did not come stand there once the last reminder is a day ago, with whom to ring up', async () => {
    await held('おそい会', 10);
    await held('きのう頼んだ会', 16);
    app.clock.set('2026-11-24T23:59:00+09:00');
    expect(await titles('late')).toEqual([]);
    app.clock.set('2026-11-25T00:00:00+09:00');
    const { items, counts } = await desk({ part: 'late' });
    expect(items).toEqual([expect.objectContaining({ title: 'おそい会', dueOn: '2026-11-24', lateDays: 1, reportedAt: null, organisationName: '西船場連合振興町会', contact: { name: expect.any(String), phone: expect.stringMatching(/^0/) } })]);
    expect(counts).toEqual({ toAccept: 0, late: 1 });
    app.clock.set('2026-12-01T09:00:00+09:00');
    expect((await desk({ part: 'late' })).items.map(({ title, lateDays }) => [title, lateDays])).toEqual([
      ['おそい会', 7],
      ['きのう頼んだ会', 1],
    ]);
  });

  it('that came stand there until they are accepted, or asked for again, by the day on which the ward owes its answer', async () => {
    const [first, second] = [await held('先に終わった会', 11), await held('あとに終わった会', 12)];
    app.clock.set('2026-11-30T10:00:00+09:00');
    await app.get(EventReports).report(cast.leader, second, { participants: 20 });
    app.clock.set('2026-12-01T10:00:00+09:00');
    await app.get(EventReports).report(cast.leader, first, { participants: 30 });
    app.clock.set('2026-12-08T10:00:00+09:00');
    expect((await desk({ part: 'to-accept' })).items.map(({ title, dueOn, lateDays }) => [title, dueOn, lateDays])).toEqual([
      ['あとに終わった会', '2026-12-07', 1],
      ['先に終わった会', '2026-12-08', 0],
    ]);
    await app.get(EventReports).close(cast.staff, second);
    await app.get(EventApprovals).return(cast.staff, first, { reason: '人数を確かめてください。', revision: 1 });
    expect(await titles('to-accept')).toEqual([]);
    expect(await titles('late')).toContain('先に終わった会');
  });

  it('are narrowed by area and kind, while the counts stay those of the ward', async () => {
    app.clock.set('2026-12-08T10:00:00+09:00');
    const all = await desk({ part: 'late' });
    const [row] = await app.tx((tx) => rows<{ area_id: string; category: 'concert' }>(tx, `select area_id, category from events.event where title = 'おそい会'`));
    expect((await desk({ part: 'late', area: row!.area_id, kind: row!.category })).total).toBe(all.total);
    const elsewhere = await desk({ part: 'late', area: cast.host });
    expect([elsewhere.items, elsewhere.total, elsewhere.counts]).toEqual([[], 0, all.counts]);
  });

  it('are the ward office’s alone', async () => {
    for (const actor of [cast.leader, cast.officer]) expect(() => app.get(ReportDesks).list(actor, { part: 'late', page: 1 })).toThrow(expect.objectContaining({ code: 'event.staff-only' }));
  });

  it('come by the page, from an index, in as many statements, however many there are', async () => {
    const few = (await textsOf(() => desk({ part: 'late' }))).length;
    await app.tx((tx) =>
      rows(
        tx,
        `with copies as (insert into events.event select (jsonb_populate_record(event, jsonb_build_object('id', gen_random_uuid(), 'number', 'R8-c' || copy, 'slug', 'copy-' || copy, 'short_code', 'copy-' || copy,
           'state', case when copy % 20 > 1 then 'closed' when copy % 2 = 0 then 'awaiting-report' else 'reported' end))).*
         from events.event, generate_series(1, 1500) copy where event.title = 'おそい会' returning id)
         insert into events.event_revision select (jsonb_populate_record(revision, jsonb_build_object('id', gen_random_uuid(), 'event_id', copies.id))).*
         from copies, events.event_revision revision join events.event on event.id = revision.event_id and event.title = 'おそい会'`,
      ),
    );
    await app.database.asOwner('analyze events.event');
    expect((await textsOf(() => desk({ part: 'late' }))).length).toBe(few);
    const page = await desk({ part: 'late' });
    expect([page.items.length, page.total > 70]).toEqual([50, true]);
    const last = await desk({ part: 'late', page: 99 });
    expect([last.page, last.items.length]).toEqual([Math.ceil(page.total / 50), page.total % 50 || 50]);
    for (const sql of Object.values(REPORTS)) {
      const plan = await app.tx(async (tx) => (await rows<{ 'QUERY PLAN': string }>(tx, `explain ${sql}`, [new Date(), null, null, 50, 0])).map((line) => line['QUERY PLAN']).join('\n'));
      expect(plan).toMatch(/event_with_report_to_come|event_to_report|event_state_start/);
      expect(plan).not.toMatch(/Seq Scan on event\b/);
    }
  });
});
